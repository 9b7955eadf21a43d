#pragma once

#include <QList>
#include <QString>

namespace canter::ui {

/// The text of a file within a message.
struct Attachment {
  QString name;
  QString text;  ///< ends with a line break

  bool operator==(const Attachment&) const = default;
};

/// What a message consists of: what was typed, and behind it the files, each in a fence that says
/// `file: NAME`. Models read it like that, and it is kept and exported like that.
struct MessageParts {
  QString typed;
  QList<Attachment> attachments;

  bool operator==(const MessageParts&) const = default;
};

QString join_message(const MessageParts& parts);
MessageParts split_message(const QString& message);

/// As Markdown that shows it as code.
QString as_listing(const Attachment& attachment);

/// The beginning of a text, at the end of a line where one is near, and how much is left out.
QString shortened(const QString& text, qsizetype characters);

}  // namespace canter::ui
