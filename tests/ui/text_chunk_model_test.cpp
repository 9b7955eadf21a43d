#include "chat/text_chunk_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace canter::ui {
namespace {

QStringList chunks_of(const TextChunkModel& model) {
  QStringList chunks;
  for (int row = 0; row < model.rowCount(); ++row) {
    chunks += model.data(model.index(row), TextChunkModel::kText).toString();
  }
  return chunks;
}

QString repeated(const char* text, int times) {
  return QString::fromUtf8(text).repeated(times);
}

}  // namespace

class TextChunkModelTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_short_text_is_one_piece();
  void long_text_is_cut_at_line_ends();
  void a_line_without_end_is_cut_at_spaces();
  void a_line_without_spaces_is_cut_between_characters();
  void text_that_grows_changes_only_the_last_piece();
  void nothing_is_lost_while_growing();
};

void TextChunkModelTest::a_short_text_is_one_piece() {
  TextChunkModel model;
  QCOMPARE(model.rowCount(), 0);
  model.set_text(QStringLiteral("one\ntwo"));
  QCOMPARE(chunks_of(model), QStringList{QStringLiteral("one\ntwo")});
}

void TextChunkModelTest::long_text_is_cut_at_line_ends() {
  const QString text = repeated("a line of thirty characters...\n", 400);
  TextChunkModel model;
  model.set_text(text);
  QVERIFY(model.rowCount() > 4);
  QCOMPARE(chunks_of(model).join(u'\n'), text);
  for (const QString& chunk : chunks_of(model)) QVERIFY(chunk.size() < TextChunkModel::kMost);
}

void TextChunkModelTest::a_line_without_end_is_cut_at_spaces() {
  const QString text = repeated("word ", 5000);
  TextChunkModel model;
  model.set_text(text);
  QVERIFY(model.rowCount() > 3);
  QCOMPARE(chunks_of(model).join(u' '), text);
}

void TextChunkModelTest::a_line_without_spaces_is_cut_between_characters() {
  const QString text = u'x' + repeated("😀", 5000);
  TextChunkModel model;
  model.set_text(text);
  QCOMPARE(chunks_of(model).join(QString()), text);
  for (const QString& chunk : chunks_of(model)) {
    QVERIFY(!chunk.front().isLowSurrogate());
    QVERIFY(!chunk.back().isHighSurrogate());
  }
}

void TextChunkModelTest::text_that_grows_changes_only_the_last_piece() {
  TextChunkModel model;
  model.set_text(repeated("a line of thirty characters...\n", 200));
  const int last = model.rowCount() - 1;
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
  model.append(QStringLiteral("more"));
  QCOMPARE(reset.size(), 0);
  QCOMPARE(changed.size(), 1);
  QCOMPARE(changed.at(0).at(0).toModelIndex().row(), last);
}

void TextChunkModelTest::nothing_is_lost_while_growing() {
  const QString text = repeated("a line of thirty characters...\n", 300) + repeated("word ", 3000);

  TextChunkModel grown;
  QAbstractItemModelTester tester(&grown, QAbstractItemModelTester::FailureReportingMode::QtTest);
  for (qsizetype at = 0; at < text.size(); at += 17) grown.append(text.mid(at, 17));
  QCOMPARE(grown.text(), text);
  QVERIFY(chunks_of(grown).join(u' ').size() == text.size());
  grown.set_text(text + u'!');
  QCOMPARE(grown.text(), text + u'!');
}

}  // namespace canter::ui

QTEST_GUILESS_MAIN(canter::ui::TextChunkModelTest)
#include "text_chunk_model_test.moc"
