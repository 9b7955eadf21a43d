#include "documents/document.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QMimeDatabase>
#include <optional>

#include "documents/attachment.h"
#include "documents/office_text.h"
#include "documents/pdf_text.h"
#include "documents/text_encoding.h"

namespace canter::ui {
namespace {

/// No context of today holds more.
constexpr qint64 kMostTextBytes = 2'000'000;
/// Of a document with pictures.
constexpr qint64 kMostDocumentBytes = 100'000'000;

enum class Format { kText, kPdf, kOffice };

Format format_of(const QByteArray& beginning) {
  if (beginning.startsWith("%PDF-")) return Format::kPdf;
  return beginning.startsWith("PK\x03\x04") ? Format::kOffice : Format::kText;
}

QString size_text(qint64 bytes) {
  return QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeSIFormat);
}

/// What is no text, by what it is.
QString no_text(const QString& name, const QByteArray& bytes) {
  const QString type = QMimeDatabase().mimeTypeForFileNameAndData(name, bytes).name();
  if (type.startsWith(QLatin1String("image/")))
    return Attachment::tr(
               "“%1” is a picture, and no model here sees pictures; say in words what "
               "is in it")
        .arg(name);
  return Attachment::tr("“%1” is not text; text, PDF, DOCX and ODT files can be attached")
      .arg(name);
}

Extract extract(const QString& name, const QString& path, const QByteArray& bytes) {
  switch (format_of(bytes)) {
    case Format::kPdf:
      return pdf_text(name, bytes);
    case Format::kOffice:
      return office_text(name, path);
    case Format::kText:
      break;
  }
  auto decoded = decode_text(bytes);
  return decoded ? Extract{*std::move(decoded), {}} : Extract{{}, no_text(name, bytes)};
}

}  // namespace

Document read_document(const QUrl& url) {
  const QString path = url.toLocalFile();
  const QString name = QFileInfo(path).fileName();
  const auto refuse = [&](const QString& error) { return Document{name, {}, error}; };
  QFile file(path);
  if (!url.isLocalFile() || !QFileInfo(file).isFile())
    return refuse(Attachment::tr("“%1” is no file; choose a file with text").arg(name));
  if (!file.open(QIODevice::ReadOnly))
    return refuse(Attachment::tr("“%1” cannot be read: %2").arg(name, file.errorString()));
  const qint64 most =
      format_of(file.peek(8)) == Format::kText ? kMostTextBytes : kMostDocumentBytes;
  if (file.size() > most)
    return refuse(
        Attachment::tr("“%1” is larger than %2; attach a part of it").arg(name, size_text(most)));
  Extract found = extract(name, path, file.readAll());
  if (!found.error.isEmpty()) return refuse(found.error);
  QString& text = found.text;
  text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
  if (text.size() > kMostTextBytes) text.truncate(kMostTextBytes);
  if (!text.endsWith(u'\n')) text += u'\n';
  return {name, text, {}};
}

}  // namespace canter::ui
