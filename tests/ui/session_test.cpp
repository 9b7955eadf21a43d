#include "session/session.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <mutex>
#include <thread>

#include "session/model_status.h"
#include "support/connected_session.h"
#include "support/make_records.h"

namespace canter::ui {
namespace {

/// Says text from a thread of its own, as the engine does.
class ThreadedLink : public EngineLink {
 public:
  static constexpr int kTexts = 2000;

  explicit ThreadedLink(std::function<void()> wake) : wake_(std::move(wake)) {}
  ~ThreadedLink() override { speaker_.join(); }

  void post(engine::Command) override {
    speaker_ = std::thread([this] {
      for (int i = 0; i < kTexts; ++i) {
        bool was_empty = false;
        {
          std::lock_guard lock(mutex_);
          was_empty = events_.empty();
          events_.push_back(engine::TextAppended{1, 2, "word ", {{i, false}}, 0});
        }
        if (was_empty) wake_();
        std::this_thread::sleep_for(std::chrono::microseconds(50));
      }
    });
  }
  std::vector<engine::Event> take_events() override {
    ++taken;
    std::lock_guard lock(mutex_);
    return std::exchange(events_, {});
  }

  std::atomic<int> taken = 0;

 private:
  std::function<void()> wake_;
  std::thread speaker_;
  std::mutex mutex_;
  std::vector<engine::Event> events_;
};

}  // namespace

class SessionTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void takes_events_at_most_once_a_frame_and_loses_none();
  void destroying_it_while_the_engine_speaks_is_safe();
  void opening_a_conversation_asks_for_its_messages();
  void deleting_the_shown_conversation_begins_a_new_one();
  void says_how_many_answers_were_interrupted();
  void says_what_became_of_a_damaged_database();
  void says_that_what_could_not_be_saved_is_saved();
  void a_failure_stays_until_dismissed();
  void the_model_is_opening_then_ready();
  void a_small_model_is_said_to_be_often_wrong();
  void what_is_to_know_of_a_model_is_shown_until_dismissed();
  void progress_is_shown_of_a_model_that_takes_long_to_open();
  void a_model_that_is_being_opened_is_not_taken_for_the_one_before();
  void a_model_that_fails_can_be_tried_again();
  void a_model_that_fails_leaves_the_open_one_and_says_so();
  void the_reason_is_given_when_nothing_is_accelerated();
  void what_was_measured_is_said_and_what_would_help();
  void the_speed_up_is_given_where_there_is_one();
  void what_drafts_gain_is_said_without_an_adapter_too();
};

void SessionTest::takes_events_at_most_once_a_frame_and_loses_none() {
  ThreadedLink* link = nullptr;
  Session session([&](std::function<void()> wake) {
    auto made = std::make_unique<ThreadedLink>(std::move(wake));
    link = made.get();
    return made;
  });
  int texts = 0;
  connect(&session, &Session::event, this, [&](const engine::Event&) { ++texts; });
  QElapsedTimer clock;
  clock.start();
  session.start();
  QTRY_COMPARE(texts, ThreadedLink::kTexts);
  QVERIFY(link->taken <= clock.elapsed() / 15 + 2);
}

void SessionTest::destroying_it_while_the_engine_speaks_is_safe() {
  auto session = std::make_unique<Session>(
      [](std::function<void()> wake) { return std::make_unique<ThreadedLink>(std::move(wake)); });
  session->start();
  QTest::qWait(20);
  session.reset();
  QTest::qWait(20);
}

void SessionTest::opening_a_conversation_asks_for_its_messages() {
  ConnectedSession connected;
  connected.session.openConversation(7);
  QCOMPARE(connected.session.current(), 7);
  const auto asked = connected.engine->posted_of<engine::OpenConversation>();
  QCOMPARE(asked.size(), 1u);
  QCOMPARE(asked[0].id, 7);
}

void SessionTest::deleting_the_shown_conversation_begins_a_new_one() {
  ConnectedSession connected;
  connected.session.openConversation(7);
  connected.session.post(engine::TrashConversation{6});
  QTest::qWait(40);
  QCOMPARE(connected.session.current(), 7);
  connected.session.post(engine::TrashConversation{7});
  QTRY_COMPARE(connected.session.current(), 0);
}

void SessionTest::says_how_many_answers_were_interrupted() {
  ConnectedSession connected;
  connected.engine->say(
      engine::AnswersRecovered{{make_message(1, 1, MessageRole::kAssistant, "a")}});
  QTRY_VERIFY(connected.session.notice().contains(u'1'));
  connected.session.dismissNotice();
  QVERIFY(connected.session.notice().isEmpty());
}

void SessionTest::says_what_became_of_a_damaged_database() {
  ConnectedSession connected;
  connected.engine->say(engine::DatabaseRepaired{{"/data/canter.db.damaged-1", 3, 12, 2, {}}});
  QTRY_VERIFY(connected.session.notice().contains(QStringLiteral("canter.db.damaged-1")));
  QVERIFY(connected.session.notice().contains(QStringLiteral("12")));
  QVERIFY(connected.session.notice().contains(QStringLiteral("could not")));
}

void SessionTest::says_that_what_could_not_be_saved_is_saved() {
  ConnectedSession connected;
  connected.engine->say(engine::Failed{{ErrorKind::kDatabase, "the disk is full"}, 0});
  QTRY_VERIFY(!connected.session.failure().isEmpty());
  connected.engine->say(
      engine::AnswersSaved{{make_message(1, 1, MessageRole::kAssistant, "a")}, {}});
  QTRY_VERIFY(connected.session.failure().isEmpty());
  QVERIFY(!connected.session.notice().isEmpty());
}

void SessionTest::a_failure_stays_until_dismissed() {
  ConnectedSession connected;
  connected.engine->say(engine::Failed{{ErrorKind::kDatabase, "the disk is full"}, 0});
  QTRY_COMPARE(connected.session.failure(), QStringLiteral("the disk is full"));
  connected.session.dismissFailure();
  QVERIFY(connected.session.failure().isEmpty());
}

void SessionTest::the_model_is_opening_then_ready() {
  ConnectedSession connected;
  ModelStatus model(connected.session);
  QCOMPARE(model.state(), ModelStatus::None);
  QList<ModelStatus::State> states;
  connect(&model, &ModelStatus::changed, this, [&] { states += model.state(); });
  model.openStarter();
  QTRY_COMPARE(model.state(), ModelStatus::Ready);
  QCOMPARE(states, (QList{ModelStatus::Opening, ModelStatus::Ready}));
  QVERIFY(model.starter());
  QVERIFY(model.details().contains(QStringLiteral("F32")));
  QCOMPARE(model.examples().size(), 4);
}

void SessionTest::a_small_model_is_said_to_be_often_wrong() {
  ConnectedSession connected;
  ModelStatus model(connected.session);
  engine::ModelInfo info;
  info.parameters = 134'515'008;
  connected.engine->say(engine::ModelOpened{info, {}});
  QTRY_COMPARE(model.state(), ModelStatus::Ready);
  QVERIFY(model.small());
  QVERIFY(model.purpose().contains(QStringLiteral("often wrong")));
  info.parameters = 7'000'000'000;
  connected.engine->say(engine::ModelOpened{info, {}});
  QTRY_VERIFY(!model.small());
  QVERIFY(!model.purpose().contains(QStringLiteral("often wrong")));
}

void SessionTest::what_is_to_know_of_a_model_is_shown_until_dismissed() {
  ConnectedSession connected;
  ModelStatus model(connected.session);
  engine::ModelInfo info;
  info.path = "/models/a.gguf";
  info.notes = {"it names no rule", "it names no end"};
  connected.engine->say(engine::ModelOpened{info, {}});
  QTRY_COMPARE(model.note(), QStringLiteral("it names no rule\nit names no end"));
  model.forgetNote();
  QVERIFY(model.note().isEmpty());
  engine::ModelInfo other;
  other.path = "/models/b.gguf";
  connected.engine->say(engine::ModelOpened{other, {}});
  connected.engine->say(engine::ModelOpened{info, {}});
  QTRY_COMPARE(model.source(), QStringLiteral("/models/a.gguf"));
  QVERIFY2(model.note().isEmpty(), "it was said before");
}

void SessionTest::progress_is_shown_of_a_model_that_takes_long_to_open() {
  ConnectedSession connected;
  ModelStatus model(connected.session);
  QSignalSpy changes(&model, &ModelStatus::changed);
  connected.engine->say(engine::ModelOpening{"a.gguf", 0});
  connected.engine->say(engine::ModelOpening{"a.gguf", 0.25});
  QTRY_COMPARE(model.progress(), 0.25);
  QVERIFY(!model.slow());
  QTRY_VERIFY(model.slow());
  connected.engine->say(engine::ModelOpening{"a.gguf", 0.5});
  QTRY_COMPARE(model.progress(), 0.5);
  QCOMPARE(changes.count(), 1);

  connected.engine->say(engine::ModelOpening{"b.gguf", 0});
  QTRY_COMPARE(model.name(), QStringLiteral("b.gguf"));
  QCOMPARE(model.progress(), 0.0);
  QVERIFY(model.slow());
  connected.engine->say(engine::ModelFailed{"b.gguf", {}});
  QTRY_COMPARE(model.state(), ModelStatus::Failed);
  QVERIFY(!model.slow());
  QCOMPARE(model.progress(), 0.0);
}

void SessionTest::a_model_that_is_being_opened_is_not_taken_for_the_one_before() {
  ConnectedSession connected;
  ModelStatus model(connected.session);
  model.openStarter();
  QTRY_VERIFY(model.starter());
  const QString purpose = model.purpose();
  connected.engine->say(engine::ModelOpening{"a.gguf", 0});
  QTRY_COMPARE(model.state(), ModelStatus::Opening);
  QVERIFY(!model.starter());
  QVERIFY(model.purpose() != purpose);
  connected.engine->say(engine::ModelOpening{"starter", 0});
  QTRY_VERIFY(model.starter());
  QCOMPARE(model.purpose(), purpose);
}

void SessionTest::a_model_that_fails_can_be_tried_again() {
  FakeEngine::Script script = canned_script();
  script.model_error = "cut short; download it again";
  ConnectedSession connected(script);
  ModelStatus model(connected.session);
  model.openFile(QUrl::fromLocalFile(QStringLiteral("/models/a.gguf")));
  QTRY_COMPARE(model.state(), ModelStatus::Failed);
  QCOMPARE(model.error(), QStringLiteral("cut short; download it again"));
  QCOMPARE(model.name(), QStringLiteral("a.gguf"));
  model.retry();
  const auto opened = connected.engine->posted_of<engine::OpenModel>();
  QCOMPARE(opened.size(), 2u);
  QCOMPARE(opened[1].source, opened[0].source);
}

void SessionTest::a_model_that_fails_leaves_the_open_one_and_says_so() {
  ConnectedSession connected;
  ModelStatus model(connected.session);
  model.openStarter();
  QTRY_COMPARE(model.state(), ModelStatus::Ready);
  const QString name = model.name();
  connected.engine->say(engine::ModelOpening{"b.gguf", 0});
  engine::ModelFailed failed{"b.gguf", {ErrorKind::kBadFile, "cut short; download it again"}};
  failed.open = engine::ModelOpened{canned_script().model, {}};
  connected.engine->say(failed);
  QTRY_VERIFY(model.error().contains(QStringLiteral("stays open")));
  QCOMPARE(model.state(), ModelStatus::Ready);
  QCOMPARE(model.name(), name);
  QVERIFY(model.error().contains(QStringLiteral("cut short")));
  model.forgetError();
  QVERIFY(model.error().isEmpty());
  model.retry();
  QCOMPARE(connected.engine->posted_of<engine::OpenModel>().back().source, std::string("b.gguf"));
}

void SessionTest::the_reason_is_given_when_nothing_is_accelerated() {
  FakeEngine::Script script = canned_script();
  script.acceleration = {.reason = engine::kDoesNotPay};
  ConnectedSession connected(script);
  ModelStatus model(connected.session);
  model.openStarter();
  QTRY_COMPARE(model.acceleration_state(), QStringLiteral("no drafts just now"));
  QVERIFY(!model.acceleration_available());
}

void SessionTest::what_was_measured_is_said_and_what_would_help() {
  FakeEngine::Script script = canned_script();
  script.acceleration = {.available = true,
                         .active = false,
                         .adapter = true,
                         .speedup = 0.97,
                         .answers = 1,
                         .reason = engine::kDoesNotPay};
  ConnectedSession connected(script);
  ModelStatus model(connected.session);
  model.openStarter();
  QTRY_COMPARE(model.acceleration_state(), QStringLiteral("3 % slower on your last 1 answer(s)"));
  QVERIFY(model.acceleration_help().contains(QStringLiteral("tries again")));
  QVERIFY(model.acceleration_help().contains(QStringLiteral("prompts like yours")));
  engine::Acceleration now = script.acceleration;
  now.speedup = 1.02;
  now.answers = 7;
  connected.engine->say(engine::AccelerationChanged{now});
  QTRY_COMPARE(model.acceleration_state(),
               QStringLiteral("as fast as without on your last 7 answer(s)"));
  now = {.available = true, .active = true, .reason = engine::kNoAdapter};
  connected.engine->say(engine::AccelerationChanged{now});
  QTRY_COMPARE(model.acceleration_state(), QStringLiteral("on"));
  QVERIFY(model.acceleration_help().contains(QStringLiteral("Nothing was measured here yet")));
  QVERIFY(model.acceleration_help().contains(QStringLiteral("tune an adapter")));
}

void SessionTest::the_speed_up_is_given_where_there_is_one() {
  FakeEngine::Script script = canned_script();
  script.acceleration = {.available = true,
                         .active = true,
                         .adapter = true,
                         .speedup = 2.43,
                         .answers = 20,
                         .reason = {}};
  ConnectedSession connected(script);
  ModelStatus model(connected.session);
  model.openStarter();
  QTRY_COMPARE(model.acceleration_state(), QStringLiteral("2.4× on your last 20 answer(s)"));
  QVERIFY(model.acceleration_available());
}

void SessionTest::what_drafts_gain_is_said_without_an_adapter_too() {
  FakeEngine::Script script = canned_script();
  script.acceleration = {.available = true,
                         .active = true,
                         .speedup = 1.5,
                         .answers = 1,
                         .reason = engine::kNoAdapter};
  ConnectedSession connected(script);
  ModelStatus model(connected.session);
  model.openStarter();
  QTRY_COMPARE(model.acceleration_state(), QStringLiteral("1.5× on your last 1 answer(s)"));
}

}  // namespace canter::ui

QTEST_GUILESS_MAIN(canter::ui::SessionTest)
#include "session_test.moc"
