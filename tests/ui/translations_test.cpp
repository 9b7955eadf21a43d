#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>
#include <vector>

namespace canter::ui {
namespace {

struct Entry {
  QString source;
  QStringList translations;
  bool plural = false;
  bool finished = false;
};

std::vector<Entry> read_entries(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return {};
  QXmlStreamReader xml(&file);
  std::vector<Entry> entries;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == u"message") {
      entries.emplace_back();
      entries.back().plural = xml.attributes().value(QLatin1String("numerus")) == u"yes";
    } else if (xml.name() == u"source") {
      entries.back().source = xml.readElementText();
    } else if (xml.name() == u"translation") {
      entries.back().finished = !xml.attributes().hasAttribute(QLatin1String("type"));
      if (!entries.back().plural) entries.back().translations += xml.readElementText();
    } else if (xml.name() == u"numerusform") {
      entries.back().translations += xml.readElementText();
    }
  }
  return xml.hasError() ? std::vector<Entry>() : entries;
}

/// `%1`, `%L2` and `%n`, sorted.
QStringList placeholders(const QString& text) {
  static const QRegularExpression pattern(QStringLiteral("%(?:L?\\d+|n)"));
  QStringList found;
  for (auto match = pattern.globalMatch(text); match.hasNext();) found += match.next().captured();
  found.sort();
  return found;
}

/// Literals that users would see, untranslated: `line: text`.
QStringList bare_literals(const QString& qml) {
  static const QRegularExpression pattern(QStringLiteral(
      "(?<![\\w.])(?:text|title|placeholderText|actionText|explanation|valueText|note|"
      "Accessible\\.name|Accessible\\.description)\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\""));
  static const QRegularExpression letters(QStringLiteral("\\p{L}"));
  QStringList found;
  for (auto match = pattern.globalMatch(qml); match.hasNext();) {
    const QString literal = match.next().captured(1);
    if (literal.contains(letters) && literal != QLatin1String("Canter")) found += literal;
  }
  return found;
}

}  // namespace

class TranslationsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void translations_keep_what_is_put_into_them_data();
  void translations_keep_what_is_put_into_them();
  void the_search_for_literals_finds_them();
  void whatever_users_read_in_qml_can_be_translated();
};

void TranslationsTest::translations_keep_what_is_put_into_them_data() {
  QTest::addColumn<QString>("path");
  const QDir folder(QStringLiteral(CANTER_SOURCE_DIR "/translations"));
  for (const QString& name : folder.entryList({QStringLiteral("*.ts")}))
    QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TranslationsTest::translations_keep_what_is_put_into_them() {
  QFETCH(const QString, path);
  const auto entries = read_entries(path);
  QVERIFY(entries.size() > 3);
  int finished = 0;
  for (const Entry& entry : entries) {
    if (!entry.finished) continue;
    ++finished;
    const QStringList wanted = placeholders(entry.source);
    QVERIFY2(!entry.translations.isEmpty(), qPrintable(entry.source));
    for (const QString& translation : entry.translations) {
      QStringList there = placeholders(translation);
      // "One message" needs no number.
      if (entry.plural && !there.contains(QLatin1String("%n"))) there += QStringLiteral("%n");
      there.sort();
      QVERIFY2(there == wanted, qPrintable(entry.source + QStringLiteral(" → ") + translation));
      QVERIFY2(!translation.isEmpty(), qPrintable(entry.source));
    }
  }
  QVERIFY(finished > 3);
}

void TranslationsTest::the_search_for_literals_finds_them() {
  QCOMPARE(bare_literals(QStringLiteral("Label { text: \"Open \\\"it\\\"\" }")),
           QStringList{QStringLiteral("Open \\\"it\\\"")});
  QCOMPARE(bare_literals(QStringLiteral("Accessible.name : \"Close\"\n title: \"Über\"")).size(),
           2);
  QCOMPARE(bare_literals(QStringLiteral("text: qsTr(\"Open\"); contextText: \"x\"; text: \"1/2\"; "
                                        "title: \"Canter\"")),
           QStringList());
}

void TranslationsTest::whatever_users_read_in_qml_can_be_translated() {
  QDirIterator files(QStringLiteral(CANTER_SOURCE_DIR "/ui"), {QStringLiteral("*.qml")},
                     QDir::Files, QDirIterator::Subdirectories);
  int seen = 0;
  QStringList found;
  while (files.hasNext()) {
    QFile file(files.next());
    QVERIFY(file.open(QIODevice::ReadOnly));
    ++seen;
    for (const QString& literal : bare_literals(QString::fromUtf8(file.readAll())))
      found += files.fileName() + QStringLiteral(": ") + literal;
  }
  QVERIFY(seen > 10);
  QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::TranslationsTest)
#include "translations_test.moc"
