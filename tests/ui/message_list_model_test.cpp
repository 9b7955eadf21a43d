#include "chat/message_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "chat/message_text.h"
#include "support/make_records.h"

namespace canter::ui {
namespace {

using Tester = QAbstractItemModelTester;
constexpr auto kReport = Tester::FailureReportingMode::QtTest;

QVariant at(const MessageListModel& model, int row, int role) {
  return model.data(model.index(row), role);
}

AnswerStatistics some_statistics() {
  AnswerStatistics statistics;
  statistics.generated = 212;
  statistics.steps = 211;
  statistics.first_token_ms = 210;
  statistics.total_ms = 2722;
  return statistics;
}

const MessageListModel::Live kWaiting{1, false, {}, {}, 0};

}  // namespace

class MessageListModelTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale::C); }
  void shows_the_branch_without_system_messages();
  void an_answer_waits_streams_and_ends();
  void an_answer_says_how_it_ended_data();
  void an_answer_says_how_it_ended();
  void events_for_answers_elsewhere_change_nothing();
  void clearing_takes_all_rows_away();
  void another_branch_leaves_the_rows_that_both_have();
  void the_statistics_line_leaves_out_what_says_nothing();
  void the_statistics_line_names_tokens_per_step_when_several_are_drafted();
  void the_details_say_what_of_the_prompt_was_known_and_why();
  void the_details_say_where_accepted_drafts_came_from_and_what_they_took();
  void an_answer_says_who_gave_it_and_when();
  void an_answer_without_statistics_has_no_line();
  void says_where_messages_are_no_longer_read();
  void a_full_context_offers_what_makes_room();
};

void MessageListModelTest::a_full_context_offers_what_makes_room() {
  using engine::WhenFull;
  const auto offered = [](int turns, WhenFull when_full, engine::LeftOut left_out = {}) {
    MessageListModel model;
    Tester tester(&model, kReport);
    model.set_when_full(when_full);
    for (int turn = 0; turn < turns; ++turn) {
      model.append(make_message(2 * turn + 1, 1, MessageRole::kUser, "More"));
      model.append(make_message(2 * turn + 2, 1, MessageRole::kAssistant, "Yes"), &kWaiting);
      Message ended = make_message(2 * turn + 2, 1, MessageRole::kAssistant, "Yes");
      ended.status = MessageStatus::kStopped;
      ended.error = engine::kContextFull;
      ended.statistics = engine::write_statistics({}, {}, left_out);
      model.finish(ended, {});
    }
    const int last = 2 * turns - 1;
    const int found = at(model, last, MessageListModel::kContinuation).toInt();
    const bool explained =
        at(model, last, MessageListModel::kNote).toString().contains(QLatin1String("alone"));
    return explained == (found == MessageListModel::NotAtAll) ? found : -1;
  };
  QCOMPARE(offered(1, WhenFull::kStop), int(MessageListModel::NotAtAll));
  QCOMPARE(offered(2, WhenFull::kStop), int(MessageListModel::WithoutTheOldest));
  QCOMPARE(offered(1, WhenFull::kDropOldest), int(MessageListModel::NotAtAll));
  QCOMPARE(offered(2, WhenFull::kDropOldest), int(MessageListModel::AsItIs));
  QCOMPARE(offered(3, WhenFull::kDropOldest, {0, 4}), int(MessageListModel::NotAtAll));
  QCOMPARE(offered(2, WhenFull::kDropMiddle), int(MessageListModel::WithoutTheOldest));
  QCOMPARE(offered(3, WhenFull::kDropMiddle), int(MessageListModel::AsItIs));
}

void MessageListModelTest::says_where_messages_are_no_longer_read() {
  MessageListModel model;
  Tester tester(&model, kReport);
  std::vector<Message> branch;
  for (int turn = 0; turn < 4; ++turn) {
    branch.push_back(make_message(2 * turn + 1, 1, MessageRole::kUser, "More"));
    branch.push_back(make_message(2 * turn + 2, 1, MessageRole::kAssistant, "Yes"));
  }
  const auto none_live = [](MessageId) -> const MessageListModel::Live* { return nullptr; };
  const auto marks = [&] {
    QStringList all;
    for (int row = 0; row < model.count(); ++row)
      all += at(model, row, MessageListModel::kLeftOut).toString();
    all.removeAll(QString());
    return all;
  };
  model.show(branch, {}, none_live);
  QCOMPARE(marks(), QStringList());
  branch.back().statistics = engine::write_statistics({}, {}, {0, 4});
  model.finish(branch.back(), {});
  QCOMPARE(at(model, 4, MessageListModel::kLeftOut).toString(),
           QStringLiteral("4 earlier message(s) are no longer read"));
  QCOMPARE(marks().size(), 1);
  branch.back().statistics = engine::write_statistics({}, {}, {2, 2});
  model.finish(branch.back(), {});
  QCOMPARE(at(model, 4, MessageListModel::kLeftOut).toString(),
           QStringLiteral("2 message(s) before this are no longer read"));
  model.clear();
  QCOMPARE(marks(), QStringList());
}

void MessageListModelTest::shows_the_branch_without_system_messages() {
  MessageListModel model;
  Tester tester(&model, kReport);
  model.append(make_message(1, 1, MessageRole::kSystem, "Be brief."));
  model.append(make_message(2, 1, MessageRole::kUser, "Hello"));
  model.append(make_message(3, 1, MessageRole::kAssistant, "Hi"));
  QCOMPARE(model.count(), 2);
  QCOMPARE(at(model, 0, MessageListModel::kFromUser).toBool(), true);
  QCOMPARE(at(model, 1, MessageListModel::kFromUser).toBool(), false);
  QCOMPARE(model.text(1), QStringLiteral("Hi"));
}

void MessageListModelTest::an_answer_waits_streams_and_ends() {
  MessageListModel model;
  Tester tester(&model, kReport);
  Message answer = make_message(3, 1, MessageRole::kAssistant, {}, MessageStatus::kStreaming);
  model.append(answer, &kWaiting);
  QCOMPARE(at(model, 0, MessageListModel::kStatus).toInt(), int(MessageListModel::Waiting));
  QVERIFY(at(model, 0, MessageListModel::kEmpty).toBool());

  model.begin(3);
  QCOMPARE(at(model, 0, MessageListModel::kStatus).toInt(), int(MessageListModel::Streaming));
  model.append_text(3, StreamedText(QStringLiteral("Good ")));
  model.append_text(3, StreamedText(QStringLiteral("morning")));
  QVERIFY(!at(model, 0, MessageListModel::kEmpty).toBool());
  QCOMPARE(model.text(0), QStringLiteral("Good morning"));

  answer.status = MessageStatus::kComplete;
  answer.content = "Good morning.";
  model.finish(answer, some_statistics());
  QCOMPARE(at(model, 0, MessageListModel::kStatus).toInt(), int(MessageListModel::Complete));
  QCOMPARE(model.text(0), QStringLiteral("Good morning."));
  QVERIFY(!at(model, 0, MessageListModel::kStatistics).toString().isEmpty());
}

void MessageListModelTest::an_answer_says_how_it_ended_data() {
  QTest::addColumn<int>("status");
  QTest::addColumn<int>("shown");
  QTest::addColumn<QString>("note");
  const auto row = [](const char* name, MessageStatus status, MessageListModel::Status shown,
                      const char* note) {
    QTest::newRow(name) << int(status) << int(shown) << QString::fromUtf8(note);
  };
  row("complete", MessageStatus::kComplete, MessageListModel::Complete, "");
  row("stopped", MessageStatus::kStopped, MessageListModel::Stopped, "Stopped");
  row("interrupted", MessageStatus::kInterrupted, MessageListModel::Interrupted,
      "Interrupted when Canter ended");
  row("failed", MessageStatus::kFailed, MessageListModel::Failed, "the disk is full");
  row("elsewhere", MessageStatus::kStreaming, MessageListModel::Elsewhere,
      "Being written by another window");
}

void MessageListModelTest::an_answer_says_how_it_ended() {
  QFETCH(int, status);
  QFETCH(int, shown);
  QFETCH(QString, note);
  Message answer =
      make_message(3, 1, MessageRole::kAssistant, "What is there", MessageStatus(status));
  answer.error = "the disk is full";
  MessageListModel model;
  model.append(answer);
  QCOMPARE(at(model, 0, MessageListModel::kStatus).toInt(), shown);
  QCOMPARE(at(model, 0, MessageListModel::kNote).toString(), note);
  QCOMPARE(model.text(0), QStringLiteral("What is there"));
}

void MessageListModelTest::events_for_answers_elsewhere_change_nothing() {
  MessageListModel model;
  model.append(make_message(2, 1, MessageRole::kUser, "Hello"));
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  model.begin(77);
  model.append_text(77, StreamedText(QStringLiteral("text")));
  model.finish(make_message(77, 2, MessageRole::kAssistant, "text"), {});
  QCOMPARE(changed.size(), 0);
}

void MessageListModelTest::clearing_takes_all_rows_away() {
  MessageListModel model;
  Tester tester(&model, kReport);
  model.append(make_message(2, 1, MessageRole::kUser, "Hello"));
  model.append(make_message(3, 1, MessageRole::kAssistant, "Hi"));
  model.clear();
  QCOMPARE(model.count(), 0);
  QCOMPARE(model.text(0), QString());
}

void MessageListModelTest::another_branch_leaves_the_rows_that_both_have() {
  MessageListModel model;
  Tester tester(&model, kReport);
  const auto none = [](MessageId) -> const MessageListModel::Live* { return nullptr; };
  const Message first = make_message(1, 1, MessageRole::kUser, "one");
  const Message answer = make_message(2, 1, MessageRole::kAssistant, "two");
  const Message again = make_message(3, 1, MessageRole::kAssistant, "three");
  model.show({first, answer}, {{1}, {2}}, none);
  QCOMPARE(model.version(1, 1), 0);
  QSignalSpy removed(&model, &MessageListModel::rowsRemoved);
  model.show({first, again}, {{1}, {2, 3}},
             [](MessageId id) { return id == 3 ? &kWaiting : nullptr; });
  QCOMPARE(removed.size(), 1);
  QCOMPARE(removed[0][1].toInt(), 1);
  QCOMPARE(at(model, 1, MessageListModel::kStatus).toInt(), int(MessageListModel::Waiting));
  QCOMPARE(at(model, 1, MessageListModel::kVersion).toInt(), 2);
  QCOMPARE(at(model, 1, MessageListModel::kVersions).toInt(), 2);
  QCOMPARE(at(model, 0, MessageListModel::kVersions).toInt(), 1);
  QCOMPARE(model.version(1, -1), MessageId(2));
  QCOMPARE(model.version(1, 1), MessageId(0));
  QCOMPARE(model.version(7, 1), MessageId(0));
  model.show({first}, {{1}}, none);
  QCOMPARE(model.count(), 1);
  model.show({}, {}, none);
  QCOMPARE(model.count(), 0);
}

void MessageListModelTest::the_statistics_line_leaves_out_what_says_nothing() {
  QCOMPARE(statistics_line(some_statistics()),
           QStringLiteral("212 token(s) · 84 tok/s · first token 0.21 s"));
}

void MessageListModelTest::the_statistics_line_names_tokens_per_step_when_several_are_drafted() {
  AnswerStatistics statistics = some_statistics();
  statistics.steps = 81;
  QVERIFY(statistics_line(statistics).contains(QStringLiteral(" · 2.6 per step · ")));
  statistics.steps = statistics.generated - 9;  // 1.04
  QVERIFY(!statistics_line(statistics).contains(QStringLiteral("per step")));
}

void MessageListModelTest::the_details_say_what_of_the_prompt_was_known_and_why() {
  AnswerStatistics statistics = some_statistics();
  statistics.prompt_tokens = 34;
  statistics.prompt_ms = 180;
  statistics.reuse = PromptReuse::kReadAgain;
  QVERIFY(statistics_details(statistics)
              .startsWith(QStringLiteral("Prompt: 34 tokens, read in 0.18 s\nRead again from its "
                                         "beginning, since nothing that early was kept\n")));
  statistics.reused_tokens = 12;
  statistics.reuse = PromptReuse::kContinued;
  QVERIFY(statistics_details(statistics)
              .startsWith(QStringLiteral("Prompt: 34 tokens, 12 of them known already, the rest "
                                         "read in 0.18 s\nWent on where the last answer ended\n")));
  statistics.reuse = PromptReuse::kUnknown;
  QCOMPARE(statistics_details(statistics).count(u'\n'), 3);
}

void MessageListModelTest::the_details_say_where_accepted_drafts_came_from_and_what_they_took() {
  AnswerStatistics statistics = some_statistics();
  QVERIFY(!statistics_details(statistics).contains(QStringLiteral("Guessed")));
  statistics.steps = 100;
  statistics.rows = 520;
  statistics.accepted = {80, 31};
  statistics.drafted_by_source = {200, 150, 90};
  statistics.accepted_by_source = {60, 51, 0};
  statistics.drafting_ms = 25.2;
  statistics.verifying_ms = 2394;
  QString details = statistics_details(statistics);
  QVERIFY2(details.contains(QStringLiteral("\nGuessed right: 111 of 212 tokens · earlier text 60 · "
                                           "words seen before 51\nDrafts: 5.2 rows a step, right "
                                           "by depth 80 %, 31 %\nTime: 1.0 % for drafting, 95 % "
                                           "for checking\n")),
           qPrintable(details));
  statistics.accepted_by_source = {60, 51, 12};
  details = statistics_details(statistics);
  QVERIFY2(details.contains(QStringLiteral(" · trained masks 12 · some by several sources\n")),
           qPrintable(details));
}

void MessageListModelTest::an_answer_says_who_gave_it_and_when() {
  Message answer = make_message(3, 1, MessageRole::kAssistant, "Hi");
  answer.model = "SmolLM2";
  answer.model_path = "/models/smol.gguf";
  answer.created = 1'790'000'000'000;
  answer.statistics = R"({"generated":212,"steps":211,"total_ms":2722,"adapter":"general"})";
  MessageListModel model;
  model.append(answer);
  const QString details = at(model, 0, MessageListModel::kDetails).toString();
  QVERIFY2(details.startsWith(QStringLiteral("Model: SmolLM2\nAdapter: general\nWhen: ")),
           qPrintable(details));
  QVERIFY(details.contains(QStringLiteral("2026")) || details.contains(QStringLiteral("26")));
  QVERIFY(details.contains(QStringLiteral(" tok/s")));
  QVERIFY(origin_lines({}, QStringLiteral("0123456789abcdef-4"), 0)
              .endsWith(QStringLiteral("tuned here, no. 4")));
  // The line names the model only where another one is open.
  const auto line = [&] { return at(model, 0, MessageListModel::kStatistics).toString(); };
  QVERIFY(line().startsWith(QStringLiteral("SmolLM2 · ")));
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  model.set_current_model(QStringLiteral("/models/smol.gguf"));
  QCOMPARE(changed.size(), 1);
  QVERIFY(!line().contains(QStringLiteral("SmolLM2")));
}

void MessageListModelTest::an_answer_without_statistics_has_no_line() {
  QCOMPARE(statistics_line({}), QString());
  QCOMPARE(statistics_details({}), QString());
}

}  // namespace canter::ui

QTEST_GUILESS_MAIN(canter::ui::MessageListModelTest)
#include "message_list_model_test.moc"
