#include <QGuiApplication>
#include <QTest>

#include "support/shown_window.h"

namespace canter::ui {
namespace {

/// Keys reach it.
struct ActiveWindow : ShownWindow {
  ActiveWindow() { QTRY_VERIFY(QGuiApplication::focusWindow() == &window()); }
};

}  // namespace

class CommandsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { take_complaints(); }
  void cleanup() { QCOMPARE(take_complaints(), QStringList()); }

  void commands_are_found_by_their_words_and_run();
  void either_key_opens_the_palette_and_escape_leaves_it();
  void the_keys_are_listed();
  void a_candidate_that_is_confirmed_runs_nothing();
};

void CommandsTest::commands_are_found_by_their_words_and_run() {
  ActiveWindow it;
  QTest::keyClick(&it.window(), Qt::Key_K, Qt::ControlModifier);
  QTRY_VERIFY(it.find(QStringLiteral("Search commands")));
  QTRY_VERIFY(it.find(QStringLiteral("Search commands"))->hasActiveFocus());
  QVERIFY(it.find(QStringLiteral("Go to Models")));
  it.type(QStringLiteral("to comp"));
  QTRY_VERIFY(!it.find(QStringLiteral("Go to Models")));
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_COMPARE(it.window().property("page").toString(), QStringLiteral("compare"));
  QTRY_VERIFY(!it.find(QStringLiteral("Search commands")));
}

void CommandsTest::either_key_opens_the_palette_and_escape_leaves_it() {
  ActiveWindow it;
  QTest::keyClick(&it.window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(it.find(QStringLiteral("Search commands")));
  QTRY_VERIFY(it.find(QStringLiteral("Search commands"))->hasActiveFocus());
  it.type(QStringLiteral("zebra"));
  QTRY_VERIFY(it.find(QStringLiteral("No command is called so.")));
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTest::keyClick(&it.window(), Qt::Key_Escape);
  QTRY_VERIFY(!it.find(QStringLiteral("Search commands")));
  QTest::keyClick(&it.window(), Qt::Key_K, Qt::ControlModifier);
  QTRY_VERIFY(it.find(QStringLiteral("New chat")));
  QVERIFY(!it.find(QStringLiteral("No command is called so.")));
}

void CommandsTest::the_keys_are_listed() {
  ActiveWindow it;
  QTest::keyClick(&it.window(), Qt::Key_F1);
  QTRY_VERIFY(it.find(QStringLiteral("Send the message")));
  QVERIFY(it.find(QStringLiteral("Send the message")));
  QQuickItem* search = it.find(QStringLiteral("Begin a new line"));
  QVERIFY(search);
  QCOMPARE(search->property("keys").toString(), QStringLiteral("Shift+Enter"));
  QTest::keyClick(&it.window(), Qt::Key_Escape);
  QTRY_VERIFY(!it.find(QStringLiteral("Send the message")));
}

void CommandsTest::a_candidate_that_is_confirmed_runs_nothing() {
  ActiveWindow it;
  QTest::keyClick(&it.window(), Qt::Key_K, Qt::ControlModifier);
  QTRY_VERIFY(it.find(QStringLiteral("Search commands")));
  QTRY_VERIFY(it.find(QStringLiteral("Search commands"))->hasActiveFocus());
  QInputMethodEvent composing(QStringLiteral("ni"), {});
  QCoreApplication::sendEvent(it.window().activeFocusItem(), &composing);
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QVERIFY(it.find(QStringLiteral("Search commands")));
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::CommandsTest)
#include "commands_test.moc"
