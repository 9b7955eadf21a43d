#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

#include "printing/chat_document.h"
#include "printing/chat_printer.h"
#include "support/connected_session.h"
#include "support/make_records.h"

namespace canter::ui {
namespace {

std::vector<Message> said(const QString& question, const QString& answer) {
  Message answered = make_message(2, 1, MessageRole::kAssistant, answer.toStdString());
  answered.model = "Starter <7M>";
  return {make_message(1, 1, MessageRole::kUser, question.toStdString()), answered};
}

QString read(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()) : QString();
}

}  // namespace

class PrintingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale::C); }
  void a_chat_has_its_blocks_on_paper();
  void attachments_are_named_and_not_printed();
  void text_from_right_to_left_stands_on_the_right();
  void a_pdf_has_as_many_pages_as_it_needs();
  void a_file_that_cannot_be_written_is_complained_of();
};

void PrintingTest::a_chat_has_its_blocks_on_paper() {
  const QString html = chat_html(
      QStringLiteral("A & B"),
      said(QStringLiteral("Why?"),
           QStringLiteral(
               "## Since\n\n- one\n- two\n\n```cpp\nint a = 1 < 2;\n```\n\n| a | b |\n|---|--:|\n"
               "| 1 | 2 |\n\n$$\\alpha^2$$")));
  QVERIFY(html.contains(QStringLiteral("A &amp; B")));
  QVERIFY(html.contains(QStringLiteral("<h3")));
  const auto document = chat_document(html);
  const QString text = document->toPlainText();
  QVERIFY2(text.contains(QStringLiteral("Starter <7M>")), qPrintable(text));
  QVERIFY(text.contains(QStringLiteral("int a = 1 < 2;")));
  QVERIFY(text.contains(QStringLiteral("•  one")));
  // Set where the program was built with a font for formulas, else as text.
  QVERIFY(text.contains(QChar::ObjectReplacementCharacter) || text.contains(QStringLiteral("α²")));
  QVERIFY(!text.contains(QStringLiteral("\\alpha")));
}

void PrintingTest::attachments_are_named_and_not_printed() {
  const QString html =
      chat_html(QStringLiteral("Files"),
                said(QStringLiteral("What is in it?\n\n```file: moon.txt\nThe moon\n```"),
                     QStringLiteral("A moon.")));
  QVERIFY(html.contains(QStringLiteral("Attached: moon.txt")));
  QVERIFY(!html.contains(QStringLiteral("The moon")));
}

void PrintingTest::text_from_right_to_left_stands_on_the_right() {
  const auto document = chat_document(chat_html(
      QStringLiteral("سؤال"), said(QStringLiteral("لماذا؟"), QStringLiteral("Because."))));
  int from_right = 0;
  for (QTextBlock block = document->begin(); block.isValid(); block = block.next())
    if (block.blockFormat().layoutDirection() == Qt::RightToLeft) ++from_right;
  QCOMPARE(from_right, 2);
}

void PrintingTest::a_pdf_has_as_many_pages_as_it_needs() {
  const QTemporaryDir folder;
  FakeEngine::Script script = canned_script();
  script.branches[7] = said(QStringLiteral("Tell me all"),
                            QStringLiteral("A line that says something.\n\n").repeated(200));
  ConnectedSession it(std::move(script));
  ChatPrinter printer(it.session);
  QSignalSpy written(&printer, &ChatPrinter::written);
  const QString path = folder.filePath(QStringLiteral("chat.pdf"));
  printer.save_pdf(7, path);
  QTRY_COMPARE(written.count(), 1);
  const QString pdf = read(path);
  QVERIFY(pdf.startsWith(QLatin1String("%PDF-")));
  const qsizetype pages = pdf.count(QStringLiteral("/Type /Page\n"));
  QVERIFY2(pages > 2 && pages < 20, qPrintable(QString::number(pages)));
  QCOMPARE(it.session.current(), 0);
}

void PrintingTest::a_file_that_cannot_be_written_is_complained_of() {
  ConnectedSession it;
  ChatPrinter printer(it.session);
  printer.save_pdf(7, QStringLiteral("/no/such/folder/chat.pdf"));
  QTRY_VERIFY(it.session.failure().contains(QStringLiteral("/no/such/folder/chat.pdf")));
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::PrintingTest)
#include "printing_test.moc"
