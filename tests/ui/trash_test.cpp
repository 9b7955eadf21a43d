#include <QAbstractItemModelTester>
#include <QTest>

#include "support/shown_window.h"

namespace canter::ui {
namespace {

/// A chat of ten messages is shown.
struct Shown : ShownWindow {
  Shown() {
    session->openConversation(7);
    wait();
  }
  void wait() { QTRY_COMPARE(chat->messages()->count(), 10); }
  void undo() { QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier); }
  SidebarController& sidebar() { return controller<SidebarController>("sidebar"); }
  QString in_trash(int row, int role) {
    TrashModel* trash = sidebar().trash();
    return trash->data(trash->index(row), role).toString();
  }
};

}  // namespace

class TrashTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { take_complaints(); }
  void cleanup() { QCOMPARE(take_complaints(), QStringList()); }

  void messages_are_found_again_beside_chats();
  void messages_are_deleted_for_good_only_when_asked();
  void undo_brings_back_what_was_deleted_last();
  void undo_takes_back_typing_that_came_later();
  void a_toast_brings_messages_back();
};

void TrashTest::messages_are_found_again_beside_chats() {
  Shown it;
  TrashModel* trash = it.sidebar().trash();
  QAbstractItemModelTester tester(trash, QAbstractItemModelTester::FailureReportingMode::QtTest);
  it.chat->remove(2);
  QTRY_COMPARE(trash->count(), 1);
  QVERIFY(
      it.in_trash(0, TrashModel::kTitle).startsWith(QStringLiteral("Something quiet, please.")));
  QVERIFY(it.in_trash(0, TrashModel::kOrigin).startsWith(QStringLiteral("8 message(s) of “")));
  it.sidebar().remove(6);
  QTRY_COMPARE(trash->count(), 2);
  const int row = it.in_trash(0, TrashModel::kOrigin).isEmpty() ? 1 : 0;
  trash->restore(row);
  it.wait();
  QTRY_COMPARE(trash->count(), 1);
  QVERIFY(it.in_trash(0, TrashModel::kOrigin).isEmpty());
}

void TrashTest::messages_are_deleted_for_good_only_when_asked() {
  Shown it;
  it.chat->remove(2);
  QTRY_COMPARE(it.sidebar().trash()->count(), 1);
  it.show_page(QStringLiteral("trash"));
  QTRY_VERIFY(it.click(QStringLiteral("Delete for good…")));
  QVERIFY(it.engine->posted_of<engine::DeleteMessage>().empty());
  QTRY_VERIFY(it.find_button(QStringLiteral("Delete for good")));
  QVERIFY(it.click(QStringLiteral("Delete for good")));
  QTRY_COMPARE(it.engine->posted_of<engine::DeleteMessage>().size(), 1u);
  QTRY_COMPARE(it.sidebar().trash()->count(), 0);
}

void TrashTest::undo_brings_back_what_was_deleted_last() {
  Shown it;
  it.find(QStringLiteral("Message"))->forceActiveFocus();
  it.sidebar().remove(6);
  it.chat->remove(2);
  QTRY_COMPARE(it.chat->messages()->count(), 2);
  it.undo();
  it.wait();
  QVERIFY(it.engine->posted_of<engine::RestoreConversation>().empty());
  it.undo();
  QTRY_COMPARE(it.engine->posted_of<engine::RestoreConversation>().size(), 1u);
  it.undo();
  QCOMPARE(it.engine->posted_of<engine::RestoreMessage>().size(), 1u);
  // Also from another chat.
  it.chat->remove(2);
  QTRY_COMPARE(it.chat->messages()->count(), 2);
  it.session->openConversation(6);
  QTRY_VERIFY(it.chat->messages()->text(0) !=
              QStringLiteral("Find me somewhere to eat in Seattle."));
  it.undo();
  QTRY_COMPARE(it.session->current(), 7);
  it.wait();
}

void TrashTest::undo_takes_back_typing_that_came_later() {
  Shown it;
  it.find(QStringLiteral("Message"))->forceActiveFocus();
  it.chat->remove(2);
  QTRY_COMPARE(it.chat->messages()->count(), 2);
  it.type(QStringLiteral("a"));
  it.undo();
  QVERIFY(it.chat->draft().isEmpty());
  QVERIFY(it.engine->posted_of<engine::RestoreMessage>().empty());
  it.undo();
  it.wait();
}

void TrashTest::a_toast_brings_messages_back() {
  Shown it;
  it.chat->remove(2);
  QTRY_VERIFY(it.find(QStringLiteral("8 message(s) deleted")));
  QTRY_VERIFY(it.click(QStringLiteral("Undo")));
  it.wait();
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::TrashTest)
#include "trash_test.moc"
