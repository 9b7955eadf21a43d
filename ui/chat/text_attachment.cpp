#include "chat/text_attachment.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <optional>

#include "chat/text_encoding.h"

namespace canter::ui {
namespace {

struct Attachment {
  Q_DECLARE_TR_FUNCTIONS(Attachment)
};

/// No context of today holds more.
constexpr qint64 kMostBytes = 2'000'000;

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

}  // namespace

TextAttachment read_text_attachment(const QUrl& url) {
  const QString name = QFileInfo(url.toLocalFile()).fileName();
  QFile file(url.toLocalFile());
  if (!url.isLocalFile() || !QFileInfo(file).isFile())
    return {{}, Attachment::tr("“%1” is no file; choose a text file").arg(name)};
  if (file.size() > kMostBytes)
    return {{},
            Attachment::tr("“%1” is larger than %2; attach a part of it")
                .arg(name, QLocale().formattedDataSize(kMostBytes, 0, QLocale::DataSizeSIFormat))};
  if (!file.open(QIODevice::ReadOnly))
    return {{}, Attachment::tr("“%1” cannot be read: %2").arg(name, file.errorString())};
  std::optional<QString> decoded = decode_text(file.readAll());
  if (!decoded)
    return {{}, Attachment::tr("“%1” is not text; only text files can be attached").arg(name)};
  QString text = *std::move(decoded);
  text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
  if (!text.endsWith(u'\n')) text += u'\n';
  const QString fence = fence_for(text);
  return {name + QStringLiteral(":\n") + fence + u'\n' + text + fence + u'\n', {}};
}

}  // namespace canter::ui
