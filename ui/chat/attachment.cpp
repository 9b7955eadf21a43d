#include "chat/attachment.h"

#include <QRegularExpression>
#include <algorithm>
#include <optional>

namespace canter::ui {
namespace {

const QString kFile = QStringLiteral("file: ");
const QString kGap = QStringLiteral("\n\n");

/// Longer than any run of back quotes in the text, which would end it early.
QString fence_for(const QString& text) {
  qsizetype longest = 0;
  qsizetype run = 0;
  for (const QChar c : text) {
    run = c == u'`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return QString(std::max<qsizetype>(3, longest + 1), u'`');
}

/// Nothing but attachments from there to the end.
std::optional<QList<Attachment>> attachments_from(const QString& message, qsizetype at) {
  static const QRegularExpression head(QStringLiteral("\\G(`{3,})file: ([^`\\n]+)\\n"));
  QList<Attachment> found;
  while (at < message.size()) {
    const auto begin = head.match(message, at);
    if (!begin.hasMatch()) return std::nullopt;
    const QString fence = begin.captured(1);
    const qsizetype text = begin.capturedEnd();
    // The line break before the fence belongs to the text.
    const qsizetype end = message.indexOf(u'\n' + fence, text - 1);
    if (end < 0) return std::nullopt;
    at = end + 1 + fence.size();
    found.append({begin.captured(2).trimmed(), message.mid(text, end + 1 - text)});
    if (at < message.size() && message[at] != u'\n') return std::nullopt;
    while (at < message.size() && message[at] == u'\n') ++at;
  }
  return found;
}

}  // namespace

QString join_message(const MessageParts& parts) {
  QString message = parts.typed;
  for (const Attachment& each : parts.attachments) {
    QString name = each.name;
    name.replace(u'`', u'_').replace(u'\n', u'_');
    const QString fence = fence_for(each.text);
    if (!message.isEmpty()) message += kGap;
    message += fence + kFile + name + u'\n' + each.text + fence;
  }
  return message;
}

MessageParts split_message(const QString& message) {
  for (qsizetype at = message.indexOf(QStringLiteral("```file: ")); at >= 0;
       at = message.indexOf(QStringLiteral("```file: "), at + 1)) {
    qsizetype line = at;
    while (line > 0 && message[line - 1] == u'`') --line;
    const bool apart = line == 0 || QStringView(message).left(line).endsWith(kGap);
    auto attachments = apart ? attachments_from(message, line) : std::nullopt;
    if (!attachments) continue;
    return {message.left(std::max<qsizetype>(0, line - kGap.size())), *std::move(attachments)};
  }
  return {message, {}};
}

QString as_listing(const Attachment& attachment) {
  const QString fence = fence_for(attachment.text);
  const QString ending = attachment.name.section(u'.', -1).simplified().remove(u' ');
  return fence + ending + u'\n' + attachment.text + fence;
}

QString shortened(const QString& text, qsizetype characters) {
  if (text.size() <= characters) return text;
  qsizetype end = std::max<qsizetype>(0, characters);
  const qsizetype line = text.lastIndexOf(u'\n', end);
  if (line > end - end / 8) end = line;
  if (end > 0 && end < text.size() && text[end].isLowSurrogate()) --end;
  const qsizetype left_out = text.size() - end;
  // For the model, hence not translated.
  return text.left(end).trimmed() +
         QStringLiteral("\n[... %1 more characters are left out]\n").arg(left_out);
}

}  // namespace canter::ui
