#include <QTest>

#include "support/shown_window.h"

namespace canter::ui {

class ClosingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void cleanup() { QCOMPARE(take_complaints(), QStringList()); }

  void closing_on_unsaved_messages_asks_until_they_are_saved();
  void unsaved_messages_are_given_up_when_the_user_says_so();
};

void ClosingTest::closing_on_unsaved_messages_asks_until_they_are_saved() {
  ShownWindow it;
  const QString question = QStringLiteral("Close without saving?");
  it.engine->say(engine::MessagesUnsaved{2});
  QTRY_COMPARE(it.session->unsaved(), 2);
  it.window().close();
  QTRY_VERIFY(it.find(question));
  QTest::keyClick(&it.window(), Qt::Key_Escape);
  QTRY_VERIFY(!it.find(question));
  QVERIFY(it.window().isVisible());

  it.window().close();
  QTRY_VERIFY(it.find(question));
  it.engine->say(engine::MessagesUnsaved{0});
  QTRY_VERIFY(!it.find(question));
  QVERIFY(it.window().isVisible());
  it.window().close();
  QTRY_VERIFY(!it.window().isVisible());
}

void ClosingTest::unsaved_messages_are_given_up_when_the_user_says_so() {
  ShownWindow it;
  it.engine->say(engine::MessagesUnsaved{1});
  QTRY_COMPARE(it.session->unsaved(), 1);
  it.window().close();
  QTRY_VERIFY(it.find(QStringLiteral("Close and lose them")));
  QVERIFY(it.click(QStringLiteral("Close and lose them")));
  QTRY_VERIFY(!it.window().isVisible());
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::ClosingTest)
#include "closing_test.moc"
