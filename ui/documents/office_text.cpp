#include "documents/office_text.h"

#include <QXmlStreamReader>
#include <algorithm>

#include "documents/attachment.h"
#include "documents/zip_entry.h"

namespace canter::ui {
namespace {

constexpr int kMostHeading = 6;

/// Puts paragraphs and cells into lines.
class Writer {
 public:
  void add(QStringView text) { line_ += text; }
  void heading(int level) { prefix_ = QString(std::clamp(level, 1, kMostHeading), u'#') + u' '; }
  void item() { prefix_ = QStringLiteral("- "); }
  void begin_row() { cells_ = 0; }
  void begin_cell() {
    if (cells_++ > 0) line_ = line_.trimmed() + QStringLiteral(" | ");
    in_cell_ = true;
  }
  void end_row() {
    in_cell_ = false;
    end_line(QStringLiteral("\n"));
  }
  /// In a cell all paragraphs stand on one line.
  void end_paragraph() {
    if (in_cell_)
      line_ += u' ';
    else
      end_line(QStringLiteral("\n\n"));
  }
  QString text() {
    end_line({});
    return text_.trimmed();
  }

 private:
  void end_line(const QString& ending) {
    if (!line_.trimmed().isEmpty()) text_ += prefix_ + line_.trimmed() + ending;
    line_.clear();
    prefix_.clear();
  }

  QString text_;
  QString line_;
  QString prefix_;
  int cells_ = 0;
  bool in_cell_ = false;
};

}  // namespace

QString docx_text(const QByteArray& document_xml) {
  QXmlStreamReader xml(document_xml);
  Writer writer;
  while (!xml.atEnd()) {
    xml.readNext();
    const QStringView name = xml.name();
    if (xml.isStartElement()) {
      const auto value = [&] {
        for (const QXmlStreamAttribute& each : xml.attributes())
          if (each.name() == u"val") return each.value().toString();
        return QString();
      };
      if (name == u"t")
        writer.add(xml.readElementText(QXmlStreamReader::IncludeChildElements));
      else if (name == u"tab")
        writer.add(u" ");
      else if (name == u"br" || name == u"cr")
        writer.add(u"\n");
      else if (name == u"pStyle" && value().startsWith(u"Heading"))
        writer.heading(value().mid(7).toInt());
      else if (name == u"pStyle" && value() == u"Title")
        writer.heading(1);
      else if (name == u"numPr")
        writer.item();
      else if (name == u"tr")
        writer.begin_row();
      else if (name == u"tc")
        writer.begin_cell();
      else if (name == u"Fallback" || name == u"del" || name == u"tabs")
        xml.skipCurrentElement();
    } else if (xml.isEndElement()) {
      if (name == u"p") writer.end_paragraph();
      if (name == u"tr") writer.end_row();
    }
  }
  return writer.text();
}

QString odt_text(const QByteArray& content_xml) {
  QXmlStreamReader xml(content_xml);
  Writer writer;
  int paragraphs = 0;  // that are open: only there is text
  while (!xml.atEnd()) {
    xml.readNext();
    const QStringView name = xml.name();
    if (xml.isCharacters() && paragraphs > 0) {
      writer.add(xml.text());
    } else if (xml.isStartElement()) {
      const auto number = [&](QStringView wanted) {
        for (const QXmlStreamAttribute& each : xml.attributes())
          if (each.name() == wanted) return each.value().toInt();
        return 1;
      };
      if (name == u"p" || name == u"h") ++paragraphs;
      if (name == u"h")
        writer.heading(number(u"outline-level"));
      else if (name == u"list-item")
        writer.item();
      else if (name == u"s")
        writer.add(QString(std::clamp(number(u"c"), 1, 100), u' '));
      else if (name == u"tab")
        writer.add(u" ");
      else if (name == u"line-break")
        writer.add(u"\n");
      else if (name == u"table-row")
        writer.begin_row();
      else if (name == u"table-cell")
        writer.begin_cell();
      else if (name == u"annotation" || name == u"tracked-changes" || name == u"forms")
        xml.skipCurrentElement();
    } else if (xml.isEndElement()) {
      if (name == u"p" || name == u"h") {
        --paragraphs;
        writer.end_paragraph();
      }
      if (name == u"table-row") writer.end_row();
    }
  }
  return writer.text();
}

Extract office_text(const QString& name, const QString& path) {
  QByteArray xml;
  QString text;
  if (xml = zip_entry(path, "word/document.xml"); !xml.isEmpty())
    text = docx_text(xml);
  else if (xml = zip_entry(path, "content.xml"); !xml.isEmpty())
    text = odt_text(xml);
  if (xml.isEmpty())
    return {{},
            Attachment::tr("“%1” is no document that Canter reads; text, PDF, DOCX and ODT "
                           "files can be attached")
                .arg(name)};
  if (text.isEmpty()) return {{}, Attachment::tr("“%1” has no text in it").arg(name)};
  return {text, {}};
}

}  // namespace canter::ui
