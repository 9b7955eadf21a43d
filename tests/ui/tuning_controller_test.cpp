#include "tuning/tuning_controller.h"

#include <QLineSeries>
#include <QSignalSpy>
#include <QTest>

#include "support/connected_session.h"

namespace canter::ui {
namespace {

struct Tuned : ConnectedSession {
  explicit Tuned(FakeEngine::Script script = canned_script())
      : ConnectedSession(std::move(script)), model(session), tuning(session, model) {
    model.openStarter();
  }
  engine::TuningProgressed progress(engine::TuningPhase phase, double done) const {
    return {.phase = phase,
            .done = done,
            .seconds = 60,
            .seconds_left = 240,
            .answers = 12,
            .step = 7,
            .loss = 3.5};
  }

  ModelStatus model;
  TuningController tuning;
};

}  // namespace

class TuningControllerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_plan_says_what_it_takes_before_anything_begins();
  void other_minutes_are_planned_anew_beside_the_suggestion();
  void own_questions_are_used_only_when_the_user_agrees();
  void prompts_may_come_from_a_file();
  void it_runs_pauses_and_goes_on();
  void a_cancelled_tuning_can_go_on();
  void progress_is_told_in_words();
  void points_are_drawn_and_stay_few();
  void it_ends_with_what_it_brought();
  void what_does_not_pay_says_so();
  void a_failure_says_why_and_can_be_tried_again();
  void durations_are_words();
};

void TuningControllerTest::a_plan_says_what_it_takes_before_anything_begins() {
  Tuned it;
  QTRY_VERIFY(it.tuning.available());
  it.tuning.plan();
  QCOMPARE(it.tuning.state(), TuningController::Planning);
  QTRY_COMPARE(it.tuning.state(), TuningController::Planned);
  QCOMPARE(it.tuning.model_name(), QStringLiteral("Starter model"));
  QCOMPARE(it.tuning.minutes(), 10);
  QVERIFY(it.tuning.memory_text().contains(QStringLiteral("120.0 MB")));
  QVERIFY(it.tuning.prompts_text().contains(QStringLiteral("420")));
  QVERIFY(it.tuning.prompts_text().contains(QStringLiteral("600")));
  QVERIFY(it.engine->posted_of<engine::StartTuning>().empty());
}

void TuningControllerTest::other_minutes_are_planned_anew_beside_the_suggestion() {
  Tuned it;
  it.tuning.plan();
  QTRY_COMPARE(it.tuning.state(), TuningController::Planned);
  it.tuning.chooseMinutes(60);
  QTRY_COMPARE(it.tuning.minutes(), 60);
  QCOMPARE(it.tuning.suggested_minutes(), 10);
  QCOMPARE(it.tuning.choices(), QList<int>({5, 10, 15, 60, 240}));
  it.tuning.start();
  QCOMPARE(it.engine->posted_of<engine::StartTuning>().back().wish.minutes, 60.0);
}

void TuningControllerTest::own_questions_are_used_only_when_the_user_agrees() {
  Tuned it;
  it.tuning.plan();
  QTRY_COMPARE(it.tuning.state(), TuningController::Planned);
  QVERIFY(!it.engine->posted_of<engine::PlanTuning>().back().wish.own_prompts);
  it.tuning.useOwnPrompts(true);
  QTRY_VERIFY(it.tuning.with_own_prompts());
  it.tuning.start();
  QVERIFY(it.engine->posted_of<engine::StartTuning>().back().wish.own_prompts);
}

void TuningControllerTest::prompts_may_come_from_a_file() {
  Tuned it;
  it.tuning.plan();
  QTRY_COMPARE(it.tuning.state(), TuningController::Planned);
  QCOMPARE(it.tuning.prompts_file(), QString());
  it.tuning.usePromptsFile(QUrl(QStringLiteral("https://example.org/prompts.jsonl")));
  QCOMPARE(it.engine->posted_of<engine::PlanTuning>().size(), 1u);
  it.tuning.usePromptsFile(QUrl::fromLocalFile(QStringLiteral("/data/my prompts.jsonl")));
  QCOMPARE(it.engine->posted_of<engine::PlanTuning>().back().wish.prompts,
           std::string("/data/my prompts.jsonl"));
  QCOMPARE(it.tuning.prompts_file(), QStringLiteral("my prompts.jsonl"));
  QTRY_COMPARE(it.tuning.state(), TuningController::Planned);
  it.engine->say(engine::TuningRefused{{ErrorKind::kUsage, "line 3 is no prompt"}});
  QTRY_COMPARE(it.tuning.state(), TuningController::Failed);
  it.tuning.plan();
  QCOMPARE(it.engine->posted_of<engine::PlanTuning>().back().wish.prompts, std::string());
}

void TuningControllerTest::it_runs_pauses_and_goes_on() {
  Tuned it;
  it.tuning.plan();
  QTRY_COMPARE(it.tuning.state(), TuningController::Planned);
  it.tuning.start();
  QTRY_COMPARE(it.tuning.state(), TuningController::Running);
  it.tuning.plan();
  QCOMPARE(it.tuning.state(), TuningController::Running);
  it.tuning.pause(true);
  QTRY_COMPARE(it.tuning.state(), TuningController::Paused);
  QCOMPARE(it.tuning.time_left(), QStringLiteral("Paused"));
  it.tuning.pause(false);
  QTRY_COMPARE(it.tuning.state(), TuningController::Running);
}

void TuningControllerTest::a_cancelled_tuning_can_go_on() {
  FakeEngine::Script script = canned_script();
  script.tuning_plan.resumable = true;
  Tuned it(script);
  QSignalSpy ended(&it.tuning, &TuningController::ended);
  it.tuning.plan();
  QTRY_COMPARE(it.tuning.state(), TuningController::Planned);
  it.tuning.start();
  QTRY_COMPARE(it.tuning.state(), TuningController::Running);
  it.tuning.cancel();
  QTRY_COMPARE(it.tuning.state(), TuningController::Idle);
  QCOMPARE(ended.size(), 0);
  it.tuning.plan();
  QTRY_COMPARE(it.tuning.state(), TuningController::Planned);
  it.tuning.resume();
  QVERIFY(it.engine->posted_of<engine::StartTuning>().back().resume);
}

void TuningControllerTest::progress_is_told_in_words() {
  Tuned it;
  it.engine->say(engine::TuningStarted{});
  it.engine->say(it.progress(engine::TuningPhase::kAnswers, 0.3));
  QTRY_COMPARE(it.tuning.progress_text(), QStringLiteral("12 answer(s) collected"));
  QCOMPARE(it.tuning.time_left(), QStringLiteral("about 4 minute(s) left"));
  QCOMPARE(it.tuning.share(), 0.2);
  it.engine->say(it.progress(engine::TuningPhase::kLearning, 0.3));
  QTRY_COMPARE(it.tuning.progress_text(), QStringLiteral("Step 7 · loss 3.50"));
  it.engine->say(it.progress(engine::TuningPhase::kMeasuring, 1));
  QTRY_COMPARE(it.tuning.phase(), TuningController::Measuring);
  QCOMPARE(it.tuning.share(), 1.0);
}

void TuningControllerTest::points_are_drawn_and_stay_few() {
  Tuned it;
  it.engine->say(engine::TuningStarted{});
  for (int i = 0; i < 5000; ++i) {
    auto progress = it.progress(engine::TuningPhase::kLearning, i / 5000.0);
    if (i == 2500) progress.tokens_per_step = 2.25;
    it.engine->say(progress);
  }
  QTRY_VERIFY(!it.tuning.tokens_text().isEmpty());
  QLineSeries loss, tokens;
  it.tuning.show(&loss, &tokens);
  QVERIFY(loss.count() > 100);
  QVERIFY(loss.count() <= 600);
  QVERIFY(loss.at(loss.count() - 1).x() > 90);
  QCOMPARE(tokens.count(), 1);
  QCOMPARE(tokens.at(0), QPointF(50, 2.25));
  QVERIFY(it.tuning.tokens_text().contains(QStringLiteral("2.25")));
}

void TuningControllerTest::it_ends_with_what_it_brought() {
  Tuned it;
  QSignalSpy ended(&it.tuning, &TuningController::ended);
  QTRY_VERIFY(it.tuning.available());
  it.engine->say(engine::TuningStarted{});
  it.engine->say(engine::TuningFinished{"starter", "0", 2.5, 1.91, 1.02, true});
  QTRY_COMPARE(ended.size(), 1);
  QCOMPARE(it.tuning.state(), TuningController::Finished);
  QCOMPARE(it.tuning.outcome(), QStringLiteral("Starter model now answers 1.91× as fast"));
  QVERIFY(it.tuning.outcome_details().contains(QStringLiteral("1.02×")));
  QVERIFY(it.tuning.outcome_details().contains(QStringLiteral("in use")));
  it.tuning.dismiss();
  QCOMPARE(it.tuning.state(), TuningController::Idle);
}

void TuningControllerTest::what_does_not_pay_says_so() {
  Tuned it;
  it.engine->say(engine::TuningStarted{});
  it.engine->say(engine::TuningFinished{"starter", "0", 1.1, 0.97, 1.0, false});
  QTRY_COMPARE(it.tuning.state(), TuningController::Finished);
  QVERIFY(it.tuning.outcome().contains(QStringLiteral("does not pay")));
  QVERIFY(it.tuning.outcome_details().contains(QStringLiteral("3 % slower with it")));
  QVERIFY(it.tuning.outcome_details().contains(QStringLiteral("as before")));
}

void TuningControllerTest::a_failure_says_why_and_can_be_tried_again() {
  FakeEngine::Script script = canned_script();
  script.refuses_tuning = "the disk is full; free some space";
  Tuned it(script);
  it.tuning.plan();
  QTRY_COMPARE(it.tuning.state(), TuningController::Planned);
  it.tuning.start();
  QTRY_COMPARE(it.tuning.state(), TuningController::Failed);
  QCOMPARE(it.tuning.error(), QStringLiteral("the disk is full; free some space"));
  it.tuning.plan();
  QTRY_COMPARE(it.tuning.state(), TuningController::Planned);
}

void TuningControllerTest::durations_are_words() {
  Tuned it;
  QCOMPARE(it.tuning.duration(0.2), QStringLiteral("1 minute(s)"));
  QCOMPARE(it.tuning.duration(59), QStringLiteral("59 minute(s)"));
  QCOMPARE(it.tuning.duration(60), QStringLiteral("1 hour(s)"));
  QCOMPARE(it.tuning.duration(95), QStringLiteral("1 h 35 min"));
  QCOMPARE(it.tuning.duration(24 * 60), QStringLiteral("24 hour(s)"));
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::TuningControllerTest)
#include "tuning_controller_test.moc"
