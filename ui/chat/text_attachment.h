#pragma once

#include <QString>
#include <QUrl>

namespace canter::ui {

/// A text file as a part of a message: its name, then its text in a fence. Exactly one of the two
/// has something in it.
struct TextAttachment {
  QString text;
  QString error;  ///< what is wrong with the file and what to do
};

TextAttachment read_text_attachment(const QUrl& file);

}  // namespace canter::ui
