#include <zip.h>

#include <QFile>
#include <QStringDecoder>
#include <QTemporaryDir>
#include <QTest>

#include "documents/document.h"
#include "documents/office_text.h"

namespace canter::ui {
namespace {

/// One page that says so.
QByteArray pdf_that_says(const QByteArray& words) {
  const QByteArray drawing = "BT /F1 12 Tf 72 700 Td (" + words + ") Tj ET";
  return "%PDF-1.4\n"
         "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
         "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
         "/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
         "4 0 obj<</Length " +
         QByteArray::number(drawing.size()) + ">>stream\n" + drawing +
         "\nendstream endobj\n"
         "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
         "trailer<</Root 1 0 R>>\n%%EOF\n";
}

const char* const kDocx =
    "<w:document xmlns:w='w'><w:body><w:p><w:pPr><w:pStyle w:val='Heading2'/></w:pPr><w:r>"
    "<w:t>A title</w:t></w:r></w:p><w:p><w:r><w:t xml:space='preserve'>One </w:t></w:r><w:del>"
    "<w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>paragraph &amp; more</w:t><w:tab/>"
    "<w:t>x</w:t></w:r></w:p><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>item</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t>"
    "</w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";

const char* const kOdt =
    "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='b'><office:body>"
    "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
    "<text:h text:outline-level='2'>A title</text:h><text:p>One <text:span>paragraph</text:span>"
    "<text:s text:c='2'/>more<office:annotation><text:p>note</text:p></office:annotation></text:p>"
    "<text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
    "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
    "</office:body></office:document-content>";

}  // namespace

class DocumentsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void text_is_read_in_the_encodings_that_people_have();
  void what_is_no_text_is_refused();
  void a_picture_is_refused_with_the_reason();
  void office_documents_are_read_with_headings_lists_and_tables();
  void office_files_are_found_in_their_archives();
  void a_pdf_is_read_page_after_page();

 private:
  QUrl write(const QString& name, const QByteArray& bytes) {
    QFile file(folder_.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) return {};
    return QUrl::fromLocalFile(file.fileName());
  }
  QUrl write_archive(const QString& name, const char* entry, const QByteArray& bytes) {
    const QString path = folder_.filePath(name);
    zip_t* archive = zip_open(path.toUtf8().constData(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    zip_source_t* source =
        zip_source_buffer(archive, bytes.constData(), zip_uint64_t(bytes.size()), 0);
    zip_file_add(archive, entry, source, 0);
    zip_close(archive);
    return QUrl::fromLocalFile(path);
  }
  QTemporaryDir folder_;
};

void DocumentsTest::text_is_read_in_the_encodings_that_people_have() {
  const auto read = [&](const QByteArray& bytes) {
    const Document document = read_document(write(QStringLiteral("t"), bytes));
    return document.error.isEmpty() ? document.text : document.error;
  };
  const auto line = [](const char* text) { return QString::fromUtf8(text) + u'\n'; };
  QCOMPARE(read("ä中😀"), line("ä中😀"));
  QCOMPARE(read("\xef\xbb\xbfä中"), line("ä中"));
  QCOMPARE(read(QByteArray("\xff\xfe\xe4\x00\x2d\x4e\r\0\n\0x\0", 12)), line("ä中\nx"));
  QCOMPARE(read(QByteArray("\xfe\xff\x00\xe4\x4e\x2d\xd8\x3d\xde\x00", 10)), line("ä中😀"));
  QCOMPARE(read(QByteArray("\xff\xfe\0\0\xe4\0\0\0", 8)), line("ä"));
  QCOMPARE(read(QByteArray("a\0\x2d\x4e\r\0\n\0x\0", 10)), line("a中\nx"));
  QCOMPARE(read(QByteArray("\0a\0 \x4e\x2d\xd8\x3d\xde\x00", 10)), line("a 中😀"));
  // Which Qt has from ICU.
  if (QStringDecoder("GB18030").isValid())
    QCOMPARE(read("\xc4\xe3\xba\xc3, GBK\xa3\xa1"), line("你好, GBK！"));
  QCOMPARE(read("\xc4rger, \xd6l und \xdc"
                "bel"),
           line("Ärger, Öl und Übel"));
  QCOMPARE(read("caf\xe9 10 \x80 \x93quoted\x94\rnext"), line("café 10 € “quoted”\nnext"));
  QCOMPARE(read(""), QStringLiteral("\n"));
}

void DocumentsTest::what_is_no_text_is_refused() {
  const QByteArray binaries[] = {
      QByteArray("zero\0byte", 9),                // UTF-8
      QByteArray("\xff\xfb\x90\x64 la\x07\x10"),  // music
      QByteArray("\xff\xfe\x41\xd8", 4),          // UTF-16, half of a pair
      QByteArray("\xff\xfe\x41\0\0\0", 6),        // UTF-16 with a zero
      QByteArray("caf\xe9 \x81"),                 // nothing in Windows-1252
  };
  for (const QByteArray& binary : binaries)
    QCOMPARE(read_document(write(QStringLiteral("a.bin"), binary)).error,
             QStringLiteral("“a.bin” is not text; text, PDF, DOCX and ODT files can be attached"));
  for (const QUrl& wrong :
       {write(QStringLiteral("c.txt"), QByteArray(2'100'000, 'x')),
        QUrl::fromLocalFile(folder_.path()), QUrl(QStringLiteral("https://example.org/x.txt")),
        write(QStringLiteral("d.docx"), "PK\x03\x04 and nothing"),
        write_archive(QStringLiteral("e.zip"), "other.xml", "<x/>"),
        write_archive(QStringLiteral("f.docx"), "word/document.xml", "<w:document xmlns:w='w'/>")})
    QVERIFY2(!read_document(wrong).error.isEmpty(), qPrintable(wrong.toString()));
}

void DocumentsTest::a_picture_is_refused_with_the_reason() {
  const Document picture =
      read_document(write(QStringLiteral("cat.png"), "\x89PNG\r\n\x1a\n\x00\x00"));
  QVERIFY2(picture.error.contains(QStringLiteral("no model here sees pictures")),
           qPrintable(picture.error));
}

void DocumentsTest::office_documents_are_read_with_headings_lists_and_tables() {
  QCOMPARE(docx_text(kDocx),
           QStringLiteral("## A title\n\nOne paragraph & more x\n\n- item\n\na | b"));
  QCOMPARE(odt_text(kOdt), QStringLiteral("## A title\n\nOne paragraph  more\n\n- item\n\na | b"));
  QCOMPARE(docx_text("<broken"), QString());
  QCOMPARE(odt_text(QByteArray("<a>").repeated(20'000)), QString());
}

void DocumentsTest::office_files_are_found_in_their_archives() {
  const Document docx =
      read_document(write_archive(QStringLiteral("a.docx"), "word/document.xml", kDocx));
  QCOMPARE(docx.error, QString());
  QVERIFY(docx.text.startsWith(QStringLiteral("## A title\n")));
  QVERIFY(docx.text.endsWith(QStringLiteral("a | b\n")));
  QCOMPARE(docx.name, QStringLiteral("a.docx"));
  QCOMPARE(read_document(write_archive(QStringLiteral("a.odt"), "content.xml", kOdt)).error,
           QString());
}

void DocumentsTest::a_pdf_is_read_page_after_page() {
  const QString name = QStringLiteral("a.pdf");
  const Document read = read_document(write(name, pdf_that_says("Hello from a page")));
#if defined(CANTER_PDF)
  QCOMPARE(read.error, QString());
  QCOMPARE(read.text, QStringLiteral("Hello from a page\n"));
  QVERIFY(read_document(write(name, pdf_that_says(""))).error.contains(QStringLiteral("no text")));
  QVERIFY(
      read_document(write(name, "%PDF-1.4 and nothing")).error.contains(QStringLiteral("damaged")));
#else
  QVERIFY(read.error.contains(QStringLiteral("save it as text")));
#endif
}

}  // namespace canter::ui

QTEST_GUILESS_MAIN(canter::ui::DocumentsTest)
#include "documents_test.moc"
