#include "compare/race.h"

#include <QSignalSpy>
#include <QTest>

namespace canter::ui {
namespace {

using engine::ComparedSide;

engine::ComparedTextAppended words(ComparedSide side) {
  return {side, "one two three", {100, 200, 300}, {3, 7, 13}};
}

engine::ComparedAnswerFinished end(ComparedSide side, double ms) {
  engine::ComparedAnswerFinished finished{side, {}};
  finished.statistics.generated = 3;
  finished.statistics.steps = 2;
  finished.statistics.first_token_ms = 100;
  finished.statistics.total_ms = ms;
  return finished;
}

}  // namespace

class RaceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void the_first_answer_is_seen_live_while_the_other_waits();
  void the_first_is_shown_again_from_the_same_start_line_as_the_second();
  void the_replay_ends_when_its_time_is_over();
  void both_know_how_far_they_are_once_the_length_is_known();
  void what_is_still_shown_again_is_completed_at_the_end();
  void a_stop_leaves_what_was_there();
  void letters_of_several_bytes_are_never_cut();
  void a_difference_is_marked_in_characters();
  void an_answer_that_ends_early_is_marked_nowhere();
};

void RaceTest::the_first_answer_is_seen_live_while_the_other_waits() {
  Race race;
  race.begin(ComparedSide::kAccelerated, true, 1000);
  QCOMPARE(race.plain()->phase(), Lane::Waiting);
  QCOMPARE(race.accelerated()->phase(), Lane::Live);
  QSignalSpy appended(race.accelerated(), &Lane::appended);
  race.append(words(ComparedSide::kAccelerated));
  QCOMPARE(appended.size(), 1);
  QCOMPARE(race.accelerated()->text(), QStringLiteral("one two three"));
  QCOMPARE(race.accelerated()->tokens(), 3);
  QCOMPARE(race.accelerated()->speed_text(), QStringLiteral("10 tok/s"));
  race.advance(1250);
  QCOMPARE(race.accelerated()->time_text(), QStringLiteral("0.25 s"));
  QCOMPARE(race.plain()->time_text(), QString());
  race.finish(end(ComparedSide::kAccelerated, 310));
  QCOMPARE(race.accelerated()->phase(), Lane::Done);
  QCOMPARE(race.accelerated()->time_text(), QStringLiteral("0.31 s"));
}

void RaceTest::the_first_is_shown_again_from_the_same_start_line_as_the_second() {
  Race race;
  race.begin(ComparedSide::kAccelerated, true, 0);
  race.append(words(ComparedSide::kAccelerated));
  race.finish(end(ComparedSide::kAccelerated, 310));

  race.begin(ComparedSide::kPlain, false, 5000);
  QCOMPARE(race.accelerated()->phase(), Lane::Replayed);
  QCOMPARE(race.accelerated()->text(), QString());
  QCOMPARE(race.accelerated()->tokens(), 0);
  race.advance(5099);
  QCOMPARE(race.accelerated()->tokens(), 0);
  race.advance(5100);
  QCOMPARE(race.accelerated()->text(), QStringLiteral("one"));
  race.advance(5250);
  QCOMPARE(race.accelerated()->text(), QStringLiteral("one two"));
  QCOMPARE(race.accelerated()->speed_text(), QStringLiteral("10 tok/s"));
  QCOMPARE(race.plain()->phase(), Lane::Live);
  QCOMPARE(race.plain()->tokens(), 0);
}

void RaceTest::the_replay_ends_when_its_time_is_over() {
  Race race;
  race.begin(ComparedSide::kPlain, true, 0);
  race.append(words(ComparedSide::kPlain));
  race.finish(end(ComparedSide::kPlain, 310));
  race.begin(ComparedSide::kAccelerated, false, 1000);
  race.advance(1305);
  QCOMPARE(race.plain()->text(), QStringLiteral("one two three"));
  QCOMPARE(race.plain()->phase(), Lane::Replayed);
  race.advance(1310);
  QCOMPARE(race.plain()->phase(), Lane::Done);
  race.advance(9000);
  QCOMPARE(race.plain()->time_text(), QStringLiteral("0.31 s"));
}

void RaceTest::both_know_how_far_they_are_once_the_length_is_known() {
  Race race;
  race.begin(ComparedSide::kAccelerated, true, 0);
  race.append(words(ComparedSide::kAccelerated));
  QCOMPARE(race.accelerated()->share(), 0.0);
  race.finish(end(ComparedSide::kAccelerated, 310));
  race.begin(ComparedSide::kPlain, false, 0);
  race.append({ComparedSide::kPlain, "one", {120}, {3}});
  QCOMPARE(race.plain()->share(), 1.0 / 3);
  race.advance(200);
  QCOMPARE(race.accelerated()->share(), 2.0 / 3);
}

void RaceTest::what_is_still_shown_again_is_completed_at_the_end() {
  Race race;
  race.begin(ComparedSide::kPlain, true, 0);
  race.append(words(ComparedSide::kPlain));
  race.finish(end(ComparedSide::kPlain, 310));
  race.begin(ComparedSide::kAccelerated, false, 0);
  race.advance(150);
  race.settle();
  QCOMPARE(race.plain()->phase(), Lane::Done);
  QCOMPARE(race.plain()->text(), QStringLiteral("one two three"));
}

void RaceTest::a_stop_leaves_what_was_there() {
  Race race;
  race.begin(ComparedSide::kAccelerated, true, 0);
  race.append({ComparedSide::kAccelerated, "one", {100}, {3}});
  race.settle();
  QCOMPARE(race.accelerated()->phase(), Lane::Live);
  QCOMPARE(race.accelerated()->text(), QStringLiteral("one"));
}

void RaceTest::letters_of_several_bytes_are_never_cut() {
  Race race;
  race.begin(ComparedSide::kAccelerated, true, 0);
  // The second token holds back its half of a letter.
  race.append({ComparedSide::kAccelerated, "火", {10}, {3}});
  race.append({ComparedSide::kAccelerated, "", {20}, {3}});
  race.append({ComparedSide::kAccelerated, "é!", {30}, {6}});
  QCOMPARE(race.accelerated()->text(), QStringLiteral("火é!"));
  race.finish(end(ComparedSide::kAccelerated, 40));
  race.begin(ComparedSide::kPlain, false, 0);
  race.advance(25);
  QCOMPARE(race.accelerated()->text(), QStringLiteral("火"));
  QCOMPARE(race.accelerated()->tokens(), 2);
}

void RaceTest::a_difference_is_marked_in_characters() {
  engine::ComparedPair pair;
  pair.plain = {"火é one", {1, 2, 3}, {5, 6, 9}, {}};
  pair.accelerated = {"火é two!", {1, 2, 3}, {5, 6, 10}, {}};
  pair.difference = engine::FirstDifference{2, 6, 6};
  Race race;
  race.show(pair);
  QCOMPARE(race.plain()->differs_from(), 3);
  QCOMPARE(race.plain()->differs_to(), 6);
  QCOMPARE(race.accelerated()->differs_from(), 3);
  QCOMPARE(race.accelerated()->differs_to(), 7);
  race.clear();
  QCOMPARE(race.plain()->differs_to(), 0);
}

void RaceTest::an_answer_that_ends_early_is_marked_nowhere() {
  engine::ComparedPair pair;
  pair.plain = {"one two", {1, 2}, {3, 7}, {}};
  pair.accelerated = {"one", {1}, {3}, {}};
  pair.difference = engine::FirstDifference{1, 3, 3};
  Race race;
  race.show(pair);
  QCOMPARE(race.plain()->differs_to() - race.plain()->differs_from(), 4);
  QCOMPARE(race.accelerated()->differs_from(), race.accelerated()->differs_to());
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::RaceTest)
#include "race_test.moc"
