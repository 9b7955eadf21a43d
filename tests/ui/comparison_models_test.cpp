#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <numeric>

#include "compare/compared_curves.h"
#include "compare/comparison_list_model.h"
#include "compare/comparison_words.h"
#include "compare/figures_model.h"
#include "compare/pair_list_model.h"
#include "session/speed_words.h"
#include "support/canned_comparisons.h"

namespace canter::ui {
namespace {

QVariant value(const QAbstractListModel& model, int row, int role) {
  return model.data(model.index(row), role);
}

engine::ComparisonSummary summary(ComparisonId id) {
  return canned_comparison(id, "Prompt " + std::to_string(id), 20, 2).summary;
}

}  // namespace

class ComparisonModelsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void comparisons_come_back_to_their_place();
  void the_one_that_is_shown_is_known();
  void a_set_is_called_by_its_size();
  void figures_stand_side_by_side();
  void a_better_figure_is_told_from_noise();
  void prompts_are_added_while_they_come();
  void curves_begin_at_nothing_and_end_with_all();
  void marks_of_an_axis_are_round_and_few();
  void bars_count_every_prompt();
  void numbers_have_units();
};

void ComparisonModelsTest::comparisons_come_back_to_their_place() {
  ComparisonListModel model;
  const QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.reset({summary(5), summary(4), summary(2)});
  const auto taken = model.take(4);
  QVERIFY(taken.has_value());
  QCOMPARE(model.count(), 2);
  QVERIFY(!model.take(4));
  model.add(*taken);
  QCOMPARE(value(model, 1, ComparisonListModel::kComparison).toLongLong(), 4);
  model.add(summary(6));
  QCOMPARE(value(model, 0, ComparisonListModel::kTitle).toString(), QStringLiteral("Prompt 6"));
}

void ComparisonModelsTest::the_one_that_is_shown_is_known() {
  ComparisonListModel model;
  model.reset({summary(5), summary(4)});
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  model.set_shown(4);
  QVERIFY(!value(model, 0, ComparisonListModel::kShown).toBool());
  QVERIFY(value(model, 1, ComparisonListModel::kShown).toBool());
  model.set_shown(5);
  QVERIFY(value(model, 0, ComparisonListModel::kShown).toBool());
  QCOMPARE(changed.size(), 3);
}

void ComparisonModelsTest::a_set_is_called_by_its_size() {
  QCOMPARE(comparison_title(QStringLiteral(" two\nlines "), false, 1), QStringLiteral("two lines"));
  QCOMPARE(comparison_title({}, true, 10), QStringLiteral("10 prompt(s)"));
  QCOMPARE(comparison_title(QStringLiteral("mine.jsonl"), true, 3),
           QStringLiteral("3 prompt(s) of mine.jsonl"));
}

void ComparisonModelsTest::figures_stand_side_by_side() {
  FiguresModel model;
  const QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.show({canned_pair("Hello", 50, 2)});
  QCOMPARE(model.rowCount(), 5);
  QCOMPARE(value(model, 0, FiguresModel::kName).toString(), QStringLiteral("First token"));
  QCOMPARE(value(model, 0, FiguresModel::kPlain).toString(), QStringLiteral("90 ms"));
  QCOMPARE(value(model, 3, FiguresModel::kPlain).toString(), QStringLiteral("50"));
  QVERIFY(value(model, 1, FiguresModel::kPlain).toString().endsWith(QStringLiteral("tok/s")));
  model.show({});
  QCOMPARE(model.rowCount(), 0);
}

void ComparisonModelsTest::a_better_figure_is_told_from_noise() {
  FiguresModel model;
  model.show({canned_pair("Hello", 50, 2), canned_pair("You", 50, 2)});
  QVERIFY(!value(model, 0, FiguresModel::kWins).toBool());
  QVERIFY(value(model, 1, FiguresModel::kWins).toBool());
  QVERIFY(value(model, 4, FiguresModel::kWins).toBool());
  QCOMPARE(value(model, 3, FiguresModel::kPlain).toString(), QStringLiteral("100"));
}

void ComparisonModelsTest::prompts_are_added_while_they_come() {
  PairListModel model;
  const QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.append(QStringLiteral("one\nline"), 2, true);
  QCOMPARE(value(model, 0, PairListModel::kShare).toDouble(), 1.0);
  model.append(QStringLiteral("two"), 4, false);
  QCOMPARE(value(model, 0, PairListModel::kPrompt).toString(), QStringLiteral("one line"));
  QCOMPARE(value(model, 0, PairListModel::kShare).toDouble(), 0.5);
  QVERIFY(!value(model, 1, PairListModel::kIdentical).toBool());
  QCOMPARE(model.speedups(), (std::vector<double>{2, 4}));
  model.clear();
  QCOMPARE(model.count(), 0);
}

void ComparisonModelsTest::curves_begin_at_nothing_and_end_with_all() {
  const engine::ComparedPair pair = canned_pair("Hello", 30, 2);
  for (const auto* answer : {&pair.plain, &pair.accelerated}) {
    const QList<QPointF> points = token_curve(*answer);
    QCOMPARE(points.first(), QPointF(0, 0));
    QCOMPARE(points.last(), QPointF(answer->token_ms.back() / 1000, 30));
    for (qsizetype i = 1; i < points.size(); ++i) QVERIFY(points[i].x() >= points[i - 1].x());
    QCOMPARE(latency_curve(*answer).size(), 29);
  }
  QCOMPARE(latency_curve(pair.plain).first().y(), pair.plain.token_ms[1] - pair.plain.token_ms[0]);
  QCOMPARE(token_curve({}).size(), 1);
}

void ComparisonModelsTest::marks_of_an_axis_are_round_and_few() {
  QCOMPARE(axis_step(209), 50.0);
  QCOMPARE(axis_step(2.79), 0.5);
  QCOMPARE(axis_step(12), 2.0);
  QCOMPARE(axis_step(6), 1.0);
  QCOMPARE(axis_step(0), 1.0);
  for (double most = 0.001; most < 1e5; most *= 1.07) {
    QVERIFY(most / axis_step(most) <= 6);
    QVERIFY(most / axis_step(most) >= 2);
  }
}

void ComparisonModelsTest::bars_count_every_prompt() {
  QVERIFY(speedup_bars({}).isEmpty());
  const std::vector<double> speedups = {0.9, 1.0, 1.05, 1.9, 2.0, 2.4, 3.3};
  const QVariantList bars = speedup_bars(speedups);
  QVERIFY(bars.size() <= 9);
  int count = 0;
  double tallest = 0;
  for (const QVariant& bar : bars) {
    count += bar.toMap()[QStringLiteral("count")].toInt();
    tallest = std::max(tallest, bar.toMap()[QStringLiteral("share")].toDouble());
  }
  QCOMPARE(count, int(speedups.size()));
  QCOMPARE(tallest, 1.0);
  QCOMPARE(speedup_bars({2, 2, 2}).size(), 1);
  QVERIFY(speedup_bars({1, 5000}).size() <= 100);
}

void ComparisonModelsTest::numbers_have_units() {
  QCOMPARE(seconds_text(35.2), QStringLiteral("35 ms"));
  QCOMPARE(seconds_text(210), QStringLiteral("0.21 s"));
  QCOMPARE(seconds_text(12'340), QStringLiteral("12.3 s"));
  QCOMPARE(seconds_text(130'000), QStringLiteral("2 min 10 s"));
  QCOMPARE(speed_text(83.6), QStringLiteral("84 tok/s"));
  QCOMPARE(speed_text(4.21), QStringLiteral("4.2 tok/s"));
  QCOMPARE(speed_text(0), QString());
  QCOMPARE(ratio_text(2.345), QStringLiteral("2.3×"));
  QCOMPARE(ratio_text(1.083), QStringLiteral("1.08×"));
  QCOMPARE(ratio_text(0.996), QStringLiteral("1.00×"));
  QCOMPARE(ratio_text(0.97), QStringLiteral("3 % slower"));
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::ComparisonModelsTest)
#include "comparison_models_test.moc"
