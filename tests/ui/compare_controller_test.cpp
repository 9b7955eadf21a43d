#include "compare/compare_controller.h"

#include <QLineSeries>
#include <QSignalSpy>
#include <QTest>

#include "support/canned_comparisons.h"
#include "support/connected_session.h"

namespace canter::ui {
namespace {

FakeEngine::Script ready() {
  FakeEngine::Script script = canned_script();
  script.acceleration = {true, true, true, 2.1, 0, {}};
  script.comparisons.pace = 50;
  script.comparisons.kept = {canned_comparison(3, "Hello", 40, 2.5), canned_set(2, 10),
                             canned_comparison(1, "Bye", 40, 1.5, true)};
  return script;
}

struct Compared : ConnectedSession {
  explicit Compared(FakeEngine::Script script = ready())
      : ConnectedSession(std::move(script)),
        model(session),
        compare(session, model, [this] { return now; }) {
    model.openStarter();
  }
  void ask(const QString& prompt) { compare.setProperty("prompt", prompt); }
  bool run(const QString& prompt = QStringLiteral("Hello")) {
    ask(prompt);
    if (!QTest::qWaitFor([this] { return compare.can_run(); })) return false;
    compare.run();
    return true;
  }

  double now = 0;
  ModelStatus model;
  CompareController compare;
};

}  // namespace

class CompareControllerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothing_runs_without_a_prompt_or_a_model();
  void what_is_missing_is_said();
  void a_prompt_is_answered_both_ways_and_the_result_is_shown();
  void what_is_asked_is_what_was_chosen();
  void both_columns_race_while_it_runs();
  void a_stop_is_asked_for_once_and_ends_it();
  void a_failure_says_why();
  void a_set_shows_how_far_it_is_and_how_gains_spread();
  void a_prompt_of_a_set_can_be_looked_at();
  void a_difference_is_said_and_marked();
  void figures_that_say_little_are_no_reason_for_pride();
  void an_earlier_comparison_is_opened();
  void a_deleted_comparison_comes_back_or_goes_for_good();
  void what_was_deleted_is_gone_after_the_end();
  void figures_are_saved_where_the_user_says();
  void a_picture_is_drawn_by_the_page();
  void curves_share_their_end();
};

void CompareControllerTest::nothing_runs_without_a_prompt_or_a_model() {
  Compared it;
  QCOMPARE(it.compare.obstacle(), CompareController::NoModel);
  it.ask(QStringLiteral("Hello"));
  QVERIFY(!it.compare.can_run());
  QTRY_VERIFY(it.compare.can_run());
  it.ask(QStringLiteral("  \n"));
  QVERIFY(!it.compare.can_run());
  it.compare.run();
  QVERIFY(it.engine->posted_of<engine::Compare>().empty());
  it.compare.setProperty("set", true);
  QVERIFY(it.compare.can_run());
}

void CompareControllerTest::what_is_missing_is_said() {
  FakeEngine::Script script = ready();
  script.acceleration = {true, true, false, 0, 0, engine::kNoAdapter};
  Compared guessing(script);
  QTRY_COMPARE(guessing.compare.obstacle(), CompareController::NoAdapter);
  QVERIFY(guessing.compare.obstacle_text().contains(QStringLiteral("no adapter")));
  guessing.ask(QStringLiteral("Hello"));
  QVERIFY(guessing.compare.can_run());

  script.acceleration = {false, false, false, 0, 0, "too little memory"};
  Compared without(script);
  QTRY_COMPARE(without.compare.obstacle(), CompareController::NoAcceleration);
  QVERIFY(without.compare.obstacle_text().contains(QStringLiteral("too little memory")));
  without.ask(QStringLiteral("Hello"));
  QVERIFY(!without.compare.can_run());
}

void CompareControllerTest::a_prompt_is_answered_both_ways_and_the_result_is_shown() {
  Compared it;
  it.compare.load();
  QTRY_COMPARE(it.compare.history()->count(), 3);
  QVERIFY(it.run());
  QVERIFY(it.compare.running());
  QCOMPARE(it.compare.shown_prompt(), QStringLiteral("Hello"));
  QTRY_VERIFY(it.compare.has_result());
  QVERIFY(!it.compare.running());
  QVERIFY(it.compare.identical());
  QVERIFY(it.compare.plain()->tokens() > 100);
  QCOMPARE(it.compare.badge(),
           QStringLiteral("Identical · %1 token(s)").arg(it.compare.plain()->tokens()));
  QVERIFY(it.compare.speedup().endsWith(QStringLiteral("×")));
  QCOMPARE(it.compare.figures()->rowCount(), 5);
  QVERIFY(it.compare.drafting().startsWith(QStringLiteral("Guessed right: ")));
  QVERIFY(it.compare.drafting().contains(QStringLiteral(" · words seen before ")));
  QVERIFY(it.compare.conditions().contains(QStringLiteral("AMD Ryzen 7 7840U")));
  QCOMPARE(it.compare.plain()->text(), it.compare.accelerated()->text());
  QVERIFY(!it.compare.plain()->text().isEmpty());
  QCOMPARE(it.compare.history()->count(), 4);
  QVERIFY(it.compare.history()
              ->data(it.compare.history()->index(0), ComparisonListModel::kShown)
              .toBool());
}

void CompareControllerTest::what_is_asked_is_what_was_chosen() {
  Compared it;
  it.compare.setProperty("sampled", true);
  it.compare.setProperty("temperature", 0.5);
  it.compare.setProperty("seed", 9);
  it.compare.setProperty("maxTokens", 64);
  QVERIFY(it.run(QStringLiteral("  Hello ")));
  auto asked = it.engine->posted_of<engine::Compare>().back();
  QCOMPARE(asked.prompt, std::string("Hello"));
  QVERIFY(!asked.set);
  QCOMPARE(asked.settings.sampling.temperature, 0.5);
  QCOMPARE(asked.settings.sampling.seed, 9u);
  QCOMPARE(asked.settings.max_tokens, 64);
  QTRY_VERIFY(it.compare.has_result());

  it.compare.setProperty("set", true);
  it.compare.setProperty("setSize", 5);
  it.compare.setProperty("sampled", false);
  it.compare.usePromptsFile(QUrl(QStringLiteral("https://example.org/a.jsonl")));
  QCOMPARE(it.compare.prompts_file(), QString());
  it.compare.usePromptsFile(QUrl::fromLocalFile(QStringLiteral("/data/mine.jsonl")));
  QCOMPARE(it.compare.prompts_file(), QStringLiteral("mine.jsonl"));
  it.compare.run();
  asked = it.engine->posted_of<engine::Compare>().back();
  QVERIFY(asked.set);
  QCOMPARE(asked.prompts, std::string("/data/mine.jsonl"));
  QCOMPARE(asked.most, 5);
  QCOMPARE(asked.settings.sampling.temperature, 0.0);
}

void CompareControllerTest::both_columns_race_while_it_runs() {
  FakeEngine::Script script = ready();
  script.comparisons.pace = 1;
  Compared it(script);
  QVERIFY(it.run());
  QTRY_COMPARE(it.compare.accelerated()->phase(), Lane::Live);
  QCOMPARE(it.compare.plain()->phase(), Lane::Waiting);
  QTRY_COMPARE(it.compare.plain()->phase(), Lane::Live);
  QCOMPARE(it.compare.accelerated()->phase(), Lane::Replayed);
  QCOMPARE(it.compare.accelerated()->tokens(), 0);
  // Only the clock moves what is shown again.
  it.now += 200;
  QTRY_VERIFY(it.compare.accelerated()->tokens() > 0);
  it.now += 1e6;
  QTRY_COMPARE(it.compare.accelerated()->phase(), Lane::Done);
}

void CompareControllerTest::a_stop_is_asked_for_once_and_ends_it() {
  FakeEngine::Script script = ready();
  script.comparisons.pace = 0.01;
  Compared it(script);
  it.compare.stop();
  QVERIFY(it.engine->posted_of<engine::StopComparison>().empty());
  QVERIFY(it.run());
  it.compare.stop();
  it.compare.stop();
  QVERIFY(it.compare.stopping());
  QCOMPARE(it.engine->posted_of<engine::StopComparison>().size(), 1u);
  QTRY_VERIFY(!it.compare.running());
  QVERIFY(!it.compare.has_result());
  QCOMPARE(it.compare.error(), QString());
  QVERIFY(it.compare.can_run());
}

void CompareControllerTest::a_failure_says_why() {
  FakeEngine::Script script = ready();
  script.comparisons.error = "the prompt has 9,000 tokens and the context holds 2,048";
  Compared it(script);
  QVERIFY(it.run());
  QTRY_VERIFY(it.compare.error().contains(QStringLiteral("9,000 tokens")));
  QVERIFY(!it.compare.running());
  it.compare.dismissError();
  QCOMPARE(it.compare.error(), QString());
}

void CompareControllerTest::a_set_shows_how_far_it_is_and_how_gains_spread() {
  Compared it;
  it.compare.setProperty("set", true);
  it.compare.setProperty("setSize", 5);
  QVERIFY(it.run());
  QTRY_VERIFY(it.compare.pairs()->count() == 2);
  QCOMPARE(it.compare.progress(), 0.4);
  QVERIFY(it.compare.progress_text().startsWith(QStringLiteral("Prompt 3 of 5")));
  QVERIFY(it.compare.progress_text().contains(QStringLiteral("left")));
  QTRY_VERIFY(it.compare.has_result());
  QVERIFY(it.compare.of_set());
  QCOMPARE(it.compare.badge(), QStringLiteral("5 of 5 identical"));
  QVERIFY(it.compare.speedup_text().contains(QStringLiteral("median")));
  QCOMPARE(it.compare.pairs()->count(), 5);
  int counted = 0;
  for (const QVariant& bar : it.compare.bars())
    counted += bar.toMap()[QStringLiteral("count")].toInt();
  QCOMPARE(counted, 5);
}

void CompareControllerTest::a_prompt_of_a_set_can_be_looked_at() {
  Compared it;
  it.compare.open(2);
  QTRY_VERIFY(it.compare.of_set());
  const QString first = it.compare.shown_prompt();
  it.compare.choosePair(1);
  QCOMPARE(it.compare.chosen_pair(), 1);
  QVERIFY(it.compare.shown_prompt() != first);
  it.compare.choosePair(99);
  QCOMPARE(it.compare.chosen_pair(), 1);
}

void CompareControllerTest::a_difference_is_said_and_marked() {
  Compared it;
  it.compare.open(1);
  QTRY_VERIFY(it.compare.has_result());
  QVERIFY(!it.compare.identical());
  QVERIFY(it.compare.badge().startsWith(QStringLiteral("Different from token")));
  const Lane* lane = it.compare.accelerated();
  QCOMPARE(lane->text().mid(lane->differs_from(), lane->differs_to() - lane->differs_from()),
           QStringLiteral(" another"));
}

void CompareControllerTest::figures_that_say_little_are_no_reason_for_pride() {
  FakeEngine::Script script = ready();
  script.comparisons.kept = {canned_comparison(3, "Short", 8, 2),
                             canned_comparison(2, "Long", 40, 2),
                             canned_comparison(1, "Slow", 40, 0.9)};
  Compared it(script);
  it.compare.open(3);
  QTRY_VERIFY(it.compare.caution().contains(QStringLiteral("short")));
  it.compare.open(2);
  QTRY_COMPARE(it.compare.caution(), QString());
  QVERIFY(it.compare.faster());
  it.compare.open(1);
  QTRY_VERIFY(!it.compare.faster());
  QVERIFY(it.compare.speedup().endsWith(QStringLiteral(" %")));
  QVERIFY(it.compare.speedup_text().startsWith(QStringLiteral("slower · ")));
}

void CompareControllerTest::an_earlier_comparison_is_opened() {
  Compared it;
  it.compare.load();
  it.compare.load();
  QCOMPARE(it.engine->posted_of<engine::ListComparisons>().size(), 1u);
  it.compare.open(3);
  QTRY_COMPARE(it.compare.title(), QStringLiteral("Hello"));
  QCOMPARE(it.compare.shown_prompt(), QStringLiteral("Hello"));
  QVERIFY(it.compare.most_tokens() == 40);
}

void CompareControllerTest::a_deleted_comparison_comes_back_or_goes_for_good() {
  Compared it;
  it.compare.load();
  QTRY_COMPARE(it.compare.history()->count(), 3);
  it.compare.remove(2);
  QVERIFY(it.compare.can_undo());
  QCOMPARE(it.compare.history()->count(), 2);
  QVERIFY(it.engine->posted_of<engine::DeleteComparison>().empty());
  it.compare.undoRemoval();
  QCOMPARE(it.compare.history()->count(), 3);
  it.compare.remove(2);
  it.compare.remove(1);
  QCOMPARE(it.engine->posted_of<engine::DeleteComparison>().back().id, 2);
  it.compare.settleRemoval();
  QCOMPARE(it.engine->posted_of<engine::DeleteComparison>().back().id, 1);
  QVERIFY(!it.compare.can_undo());
}

void CompareControllerTest::what_was_deleted_is_gone_after_the_end() {
  ConnectedSession it(ready());
  {
    ModelStatus model(it.session);
    CompareController compare(it.session, model);
    compare.load();
    QTRY_COMPARE(compare.history()->count(), 3);
    compare.remove(3);
  }
  QCOMPARE(it.engine->posted_of<engine::DeleteComparison>().back().id, 3);
}

void CompareControllerTest::figures_are_saved_where_the_user_says() {
  Compared it;
  QSignalSpy wanted(&it.compare, &CompareController::saveWanted);
  QSignalSpy saved(&it.compare, &CompareController::saved);
  it.compare.save(CompareController::Csv);
  QCOMPARE(wanted.size(), 0);
  it.compare.open(3);
  QTRY_VERIFY(it.compare.has_result());
  it.compare.save(CompareController::Json);
  QCOMPARE(wanted.size(), 1);
  QVERIFY(wanted.at(0).at(0).toString().endsWith(QStringLiteral(".json")));
  it.compare.save_to(QUrl::fromLocalFile(QStringLiteral("/data/out.json")));
  const auto posted = it.engine->posted_of<engine::ExportComparison>().back();
  QCOMPARE(posted.path, std::string("/data/out.json"));
  QVERIFY(posted.format == engine::ComparisonFormat::kJson);
  QCOMPARE(posted.id, 3);
  QTRY_COMPARE(saved.size(), 1);
  QCOMPARE(saved.at(0).at(0).toString(), QStringLiteral("Saved as out.json"));

  FakeEngine::Script script = ready();
  script.comparisons.refuses_export = "the disk is full; free some space";
  Compared full(script);
  full.compare.open(3);
  QTRY_VERIFY(full.compare.has_result());
  full.compare.save(CompareController::Csv);
  full.compare.save_to(QUrl::fromLocalFile(QStringLiteral("/data/out.csv")));
  QTRY_VERIFY(full.compare.error().contains(QStringLiteral("disk is full")));
}

void CompareControllerTest::a_picture_is_drawn_by_the_page() {
  Compared it;
  it.compare.open(3);
  QTRY_VERIFY(it.compare.has_result());
  QSignalSpy wanted(&it.compare, &CompareController::pictureWanted);
  it.compare.save(CompareController::Picture);
  const QUrl file = QUrl::fromLocalFile(QStringLiteral("/data/out.png"));
  it.compare.save_to(file);
  QCOMPARE(wanted.size(), 1);
  QVERIFY(it.engine->posted_of<engine::ExportComparison>().empty());
  it.compare.noteSaved(false, file);
  QVERIFY(it.compare.error().contains(QStringLiteral("out.png")));
}

void CompareControllerTest::curves_share_their_end() {
  Compared it;
  it.compare.open(3);
  QTRY_VERIFY(it.compare.has_result());
  QLineSeries plain, accelerated, upper, lower;
  it.compare.draw(&plain, &accelerated, &upper, &lower);
  QVERIFY(accelerated.points().last().x() < plain.points().last().x());
  QCOMPARE(upper.points().last(), lower.points().last());
  QCOMPARE(it.compare.most_seconds(), plain.points().last().x());
  it.compare.drawLatencies(&plain, &accelerated);
  QCOMPARE(plain.count(), 39);
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::CompareControllerTest)
#include "compare_controller_test.moc"
