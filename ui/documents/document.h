#pragma once

#include <QString>
#include <QUrl>

namespace canter::ui {

/// What is written in a file: text in any usual encoding, PDF, DOCX or ODT.
struct Document {
  QString name;   ///< of the file
  QString text;   ///< ends with a line break; a form feed between the pages of a PDF
  QString error;  ///< why it cannot be attached; empty when it can
};

/// May take seconds for a long PDF. Thread safe.
Document read_document(const QUrl& file);

}  // namespace canter::ui
