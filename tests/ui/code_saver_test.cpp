#include "chat/code_saver.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "support/connected_session.h"

namespace canter::ui {

class CodeSaverTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_file_is_named_as_the_language_has_it_data();
  void a_file_is_named_as_the_language_has_it();
  void what_is_saved_is_the_code();
  void a_place_that_takes_no_file_is_said();
};

void CodeSaverTest::a_file_is_named_as_the_language_has_it_data() {
  QTest::addColumn<QString>("language");
  QTest::addColumn<QString>("name");
  const auto row = [](const char* language, const char* name) {
    QTest::newRow(language) << QString::fromLatin1(language) << QString::fromLatin1(name);
  };
  row("Python", "code.py");
  row("c++", "code.cpp");
  row("html", "code.html");
  row("mermaid", "code.mmd");
  row("", "code.txt");
  row("../x", "code.txt");
  row("no language", "code.txt");
}

void CodeSaverTest::a_file_is_named_as_the_language_has_it() {
  QFETCH(const QString, language);
  QFETCH(const QString, name);
  ConnectedSession connected;
  CodeSaver saver(connected.session);
  QSignalSpy wanted(&saver, &CodeSaver::placeWanted);
  saver.save(QStringLiteral("x"), language);
  QCOMPARE(wanted[0][0].toString(), name);
}

void CodeSaverTest::what_is_saved_is_the_code() {
  ConnectedSession connected;
  CodeSaver saver(connected.session);
  QTemporaryDir folder;
  saver.save(QStringLiteral("print(\"ü\")"), QStringLiteral("py"));
  const QString path = folder.filePath(QStringLiteral("code.py"));
  saver.save_to(QUrl::fromLocalFile(path));
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(file.readAll(), QByteArray("print(\"ü\")\n"));
  QVERIFY(connected.session.failure().isEmpty());
}

void CodeSaverTest::a_place_that_takes_no_file_is_said() {
  ConnectedSession connected;
  CodeSaver saver(connected.session);
  saver.save(QStringLiteral("x"), {});
  saver.save_to(QUrl::fromLocalFile(QStringLiteral("/no/such/folder/code.txt")));
  QVERIFY(connected.session.failure().contains(QStringLiteral("choose another folder")));
}

}  // namespace canter::ui

QTEST_GUILESS_MAIN(canter::ui::CodeSaverTest)
#include "code_saver_test.moc"
