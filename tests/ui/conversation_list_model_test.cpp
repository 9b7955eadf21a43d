#include "sidebar/conversation_list_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include "sidebar/relative_time.h"
#include "support/make_records.h"

namespace canter::ui {
namespace {

using Tester = QAbstractItemModelTester;
constexpr auto kReport = Tester::FailureReportingMode::QtTest;

QList<qint64> order(const ConversationListModel& model) {
  QList<qint64> ids;
  for (int row = 0; row < model.count(); ++row) {
    ids += model.data(model.index(row), ConversationListModel::kConversation).toLongLong();
  }
  return ids;
}

QString text(const ConversationListModel& model, int row) {
  return model.data(model.index(row), ConversationListModel::kTitle).toString();
}

std::vector<Conversation> three() {
  return {make_conversation(1, "one", 100), make_conversation(3, "three", 300),
          make_conversation(2, "two", 200)};
}

}  // namespace

class ConversationListModelTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
  void shows_the_newest_first();
  void a_new_conversation_comes_in_at_its_place();
  void a_conversation_that_changed_moves_up();
  void a_conversation_moves_down_when_it_became_older();
  void a_trashed_conversation_leaves_and_a_restored_one_returns_to_its_place();
  void an_untitled_conversation_has_a_name();
  void knows_where_answers_are_being_given();
  void folders_stand_between_pinned_chats_and_the_others();
  void a_collapsed_folder_hides_its_chats_and_counts_them();
  void chats_of_a_folder_that_is_gone_are_in_none();
  void times_are_as_exact_as_is_of_interest_data();
  void times_are_as_exact_as_is_of_interest();
};

void ConversationListModelTest::shows_the_newest_first() {
  ConversationListModel model;
  Tester tester(&model, kReport);
  model.reset(three());
  QCOMPARE(order(model), (QList<qint64>{3, 2, 1}));
}

void ConversationListModelTest::a_new_conversation_comes_in_at_its_place() {
  ConversationListModel model;
  Tester tester(&model, kReport);
  model.reset(three());
  model.put(make_conversation(4, "four", 400));
  model.put(make_conversation(5, "five", 150));
  QCOMPARE(order(model), (QList<qint64>{4, 3, 2, 5, 1}));
}

void ConversationListModelTest::a_conversation_that_changed_moves_up() {
  ConversationListModel model;
  Tester tester(&model, kReport);
  model.reset(three());
  model.put(make_conversation(1, "one again", 500));
  QCOMPARE(order(model), (QList<qint64>{1, 3, 2}));
  QCOMPARE(model.title(1), QStringLiteral("one again"));
}

void ConversationListModelTest::a_conversation_moves_down_when_it_became_older() {
  ConversationListModel model;
  Tester tester(&model, kReport);
  model.reset(three());
  model.put(make_conversation(3, "three", 50));
  QCOMPARE(order(model), (QList<qint64>{2, 1, 3}));
}

void ConversationListModelTest::
    a_trashed_conversation_leaves_and_a_restored_one_returns_to_its_place() {
  ConversationListModel model;
  Tester tester(&model, kReport);
  model.reset(three());
  Conversation two = make_conversation(2, "two", 200);
  two.trashed = 999;
  model.put(two);
  QCOMPARE(order(model), (QList<qint64>{3, 1}));
  model.put(two);
  QCOMPARE(model.count(), 2);
  two.trashed.reset();
  model.put(two);
  QCOMPARE(order(model), (QList<qint64>{3, 2, 1}));
}

void ConversationListModelTest::an_untitled_conversation_has_a_name() {
  ConversationListModel model;
  model.put(make_conversation(1, ""));
  QCOMPARE(model.title(1), QStringLiteral("New chat"));
  QCOMPARE(model.title(99), QString());
}

void ConversationListModelTest::knows_where_answers_are_being_given() {
  ConversationListModel model;
  model.reset(three());
  model.set_answering(2, true);
  const auto answering = [&](int row) {
    return model.data(model.index(row), ConversationListModel::kAnswering).toBool();
  };
  QVERIFY(answering(1));
  QVERIFY(!answering(0));
  model.set_answering(2, false);
  QVERIFY(!answering(1));
}

void ConversationListModelTest::folders_stand_between_pinned_chats_and_the_others() {
  ConversationListModel model;
  Tester tester(&model, kReport);
  model.reset(three());
  model.set_folders({{8, "Work", false, 0}, {9, "Travel", false, 0}});
  QCOMPARE(order(model), (QList<qint64>{0, 0, 3, 2, 1}));
  QCOMPARE(text(model, 0), QStringLiteral("Travel"));
  Conversation one = make_conversation(1, "one", 100);
  one.folder = 8;
  model.put(one);
  Conversation two = make_conversation(2, "two", 200);
  two.pinned = true;
  model.put(two);
  QCOMPARE(order(model), (QList<qint64>{2, 0, 0, 1, 3}));
  QCOMPARE(model.data(model.index(3), ConversationListModel::kFolder).toLongLong(), 8);
  one.folder = 9;
  model.put(one);
  QCOMPARE(order(model), (QList<qint64>{2, 0, 1, 0, 3}));
  one.folder.reset();
  model.put(one);
  QCOMPARE(order(model), (QList<qint64>{2, 0, 0, 3, 1}));
}

void ConversationListModelTest::a_collapsed_folder_hides_its_chats_and_counts_them() {
  ConversationListModel model;
  Tester tester(&model, kReport);
  std::vector<Conversation> chats = three();
  chats[0].folder = chats[1].folder = 8;
  model.set_folders({{8, "Work", true, 0}});
  model.reset(chats);
  QCOMPARE(order(model), (QList<qint64>{0, 2}));
  QCOMPARE(model.data(model.index(0), ConversationListModel::kChats).toInt(), 2);
  QCOMPARE(model.rowOf(3), -1);
  QVERIFY(model.contains(3));
  QCOMPARE(model.title(3), QStringLiteral("three"));
  model.set_folders({{8, "Work", false, 0}});
  QCOMPARE(order(model), (QList<qint64>{0, 3, 1, 2}));
}

void ConversationListModelTest::chats_of_a_folder_that_is_gone_are_in_none() {
  ConversationListModel model;
  Tester tester(&model, kReport);
  std::vector<Conversation> chats = three();
  chats[0].folder = 8;
  model.set_folders({{8, "Work", false, 0}});
  model.reset(chats);
  QCOMPARE(order(model), (QList<qint64>{0, 1, 3, 2}));
  model.set_folders({});
  QCOMPARE(order(model), (QList<qint64>{3, 2, 1}));
}

void ConversationListModelTest::times_are_as_exact_as_is_of_interest_data() {
  QTest::addColumn<QString>("time");
  QTest::addColumn<QString>("expected");
  const auto row = [](const char* time, const char* expected) {
    QTest::newRow(expected) << QString::fromUtf8(time) << QString::fromUtf8(expected);
  };
  row("2026-03-12T15:00:30", "now");
  row("2026-03-12T15:00:00", "now");
  row("2026-03-12T14:20:00", "40 min");
  row("2026-03-12T09:05:00", "9:05 AM");
  row("2026-03-11T23:59:00", "yesterday");
  row("2026-03-07T12:00:00", "Saturday");
  row("2026-01-30T12:00:00", "30 Jan");
  row("2025-12-31T12:00:00", "12/31/25");
}

void ConversationListModelTest::times_are_as_exact_as_is_of_interest() {
  QFETCH(QString, time);
  QFETCH(QString, expected);
  const QDateTime now = QDateTime::fromString(QStringLiteral("2026-03-12T15:00:30"), Qt::ISODate);
  QCOMPARE(relative_time(QDateTime::fromString(time, Qt::ISODate), now), expected);
}

}  // namespace canter::ui

QTEST_GUILESS_MAIN(canter::ui::ConversationListModelTest)
#include "conversation_list_model_test.moc"
