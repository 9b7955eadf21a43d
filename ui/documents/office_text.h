#pragma once

#include <QByteArray>
#include <QString>

namespace canter::ui {

/// The text of a document, or why there is none.
struct Extract {
  QString text;
  QString error;
};

/// Of a DOCX or ODT file: headings, lists and tables as Markdown has them; no comments, no text
/// that was deleted.
Extract office_text(const QString& name, const QString& path);

/// Of the XML within them.
QString docx_text(const QByteArray& document_xml);
QString odt_text(const QByteArray& content_xml);

}  // namespace canter::ui
