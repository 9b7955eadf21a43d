#include "sidebar/sidebar_controller.h"

#include <QTest>

#include "support/connected_session.h"

namespace canter::ui {
namespace {

struct Side : ConnectedSession {
  Side() : sidebar(session) {
    session.start();
    session.post(engine::OpenModel{"starter"});
  }
  ConversationListModel& list() { return *sidebar.conversations(); }
  SidebarController sidebar;
};

}  // namespace

class SidebarControllerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void lists_what_is_there();
  void renames_to_one_trimmed_line();
  void an_empty_or_unchanged_title_renames_nothing();
  void what_was_deleted_can_be_brought_back_the_last_first();
  void undo_shows_the_conversation_that_was_shown();
  void marks_conversations_that_are_being_answered();
};

void SidebarControllerTest::lists_what_is_there() {
  Side it;
  QTRY_COMPARE(it.list().count(), 7);
  QCOMPARE(it.list().rowOf(7), 0);
}

void SidebarControllerTest::renames_to_one_trimmed_line() {
  Side it;
  QTRY_COMPARE(it.list().count(), 7);
  it.sidebar.rename(6, QStringLiteral("  The bus \n to town "));
  QTRY_COMPARE(it.list().title(6), QStringLiteral("The bus to town"));
}

void SidebarControllerTest::an_empty_or_unchanged_title_renames_nothing() {
  Side it;
  QTRY_COMPARE(it.list().count(), 7);
  it.sidebar.rename(6, QStringLiteral("  "));
  it.sidebar.rename(6, it.list().title(6));
  QVERIFY(it.engine->posted_of<engine::RenameConversation>().empty());
}

void SidebarControllerTest::what_was_deleted_can_be_brought_back_the_last_first() {
  Side it;
  QTRY_COMPARE(it.list().count(), 7);
  QVERIFY(!it.sidebar.can_undo());
  it.sidebar.remove(6);
  it.sidebar.remove(2);
  QTRY_COMPARE(it.list().count(), 5);
  QCOMPARE(it.sidebar.undo_title(), QStringLiteral("Alarm"));
  it.sidebar.undo();
  it.sidebar.undo();
  QTRY_COMPARE(it.list().count(), 7);
  QVERIFY(!it.sidebar.can_undo());
  it.sidebar.undo();
  QCOMPARE(it.engine->posted_of<engine::RestoreConversation>().size(), 2u);
}

void SidebarControllerTest::undo_shows_the_conversation_that_was_shown() {
  Side it;
  it.session.openConversation(6);
  QTRY_COMPARE(it.list().count(), 7);
  it.sidebar.remove(6);
  QTRY_COMPARE(it.session.current(), 0);
  it.sidebar.undo();
  QCOMPARE(it.session.current(), 6);
}

void SidebarControllerTest::marks_conversations_that_are_being_answered() {
  Side it;
  QTRY_COMPARE(it.list().count(), 7);
  const auto answering = [&] {
    return it.list()
        .data(it.list().index(it.list().rowOf(4)), ConversationListModel::kAnswering)
        .toBool();
  };
  engine::SendMessage message;
  message.conversation = 4;
  message.text = "Hello";
  it.session.post(message);
  QTRY_VERIFY(answering());
  QTRY_VERIFY(!answering());
}

}  // namespace canter::ui

QTEST_GUILESS_MAIN(canter::ui::SidebarControllerTest)
#include "sidebar_controller_test.moc"
