#include "compare/compared_curves.h"

#include <QLocale>
#include <QVariantMap>
#include <algorithm>
#include <cmath>

#include "compare/comparison_words.h"

namespace canter::ui {
namespace {

constexpr double kMostBars = 9;
constexpr double kMostMarks = 6;

/// Each token comes at its time and not gradually before.
void step_to(QList<QPointF>& points, double seconds, double tokens) {
  points.append({seconds, points.constLast().y()});
  points.append({seconds, tokens});
}

}  // namespace

QList<QPointF> token_curve(const engine::ComparedAnswer& answer) {
  QList<QPointF> points = {{0, 0}};
  const auto& times = answer.token_ms;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const bool last_of_step = i + 1 == times.size() || times[i + 1] - times[i] > 0.5;
    if (last_of_step) step_to(points, times[i] / 1000, double(i + 1));
  }
  return points;
}

QList<QPointF> latency_curve(const engine::ComparedAnswer& answer) {
  QList<QPointF> points;
  const auto& times = answer.token_ms;
  for (std::size_t i = 1; i < times.size(); ++i)
    points.append({double(i + 1), times[i] - times[i - 1]});
  return points;
}

double axis_step(double most) {
  if (most <= 0) return 1;
  const double power = std::pow(10, std::floor(std::log10(most)));
  for (const double factor : {0.1, 0.2, 0.5, 1.0})
    if (most / (factor * power) <= kMostMarks) return factor * power;
  return 2 * power;
}

QVariantList speedup_bars(std::vector<double> speedups) {
  if (speedups.empty()) return {};
  const auto [least, most] = std::minmax_element(speedups.begin(), speedups.end());
  double width = 0.1;
  const auto bins = [&] { return std::floor(*most / width) - std::floor(*least / width) + 1; };
  for (const double wider : {0.2, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 100.0})
    if (bins() > kMostBars) width = wider;
  const double first = std::floor(*least / width);
  std::vector<int> counts(std::size_t(std::min(bins(), 100.0)), 0);
  for (const double speedup : speedups) {
    const auto bin = std::size_t(std::floor(speedup / width) - first);
    ++counts[std::min(bin, counts.size() - 1)];
  }
  const int tallest = *std::max_element(counts.begin(), counts.end());
  QVariantList bars;
  for (std::size_t i = 0; i < counts.size(); ++i)
    bars.append(QVariantMap{{QStringLiteral("label"), QStringLiteral("%1×").arg(QLocale().toString(
                                                          (first + double(i)) * width, 'g', 3))},
                            {QStringLiteral("count"), counts[i]},
                            {QStringLiteral("share"), double(counts[i]) / tallest}});
  return bars;
}

}  // namespace canter::ui
