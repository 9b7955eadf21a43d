#include "decode/step_cost.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <new>
#include <numeric>
#include <span>
#include <string>
#include <utility>

#include "model/forward/forward.h"
#include "model/forward/kv_cache.h"

namespace canter {
namespace {

using Clock = std::chrono::steady_clock;

Result<void> check(const StepCostSettings& settings, const ModelPlan& plan) {
  if (settings.rows.empty())
    return fail(ErrorKind::kUsage, "there is no number of rows to measure; give one at least");
  if (settings.repeat < 1)
    return fail(ErrorKind::kUsage, "passes cannot be repeated " + std::to_string(settings.repeat) +
                                       " times; measure one at least");
  if (settings.context < 0)
    return fail(ErrorKind::kUsage, "a context of " + std::to_string(settings.context) +
                                       " tokens makes no sense; give 0 or more");
  for (const int rows : settings.rows) {
    if (rows < 1 || rows > Forward::kMaxRows)
      return fail(ErrorKind::kUsage, "a pass cannot have " + std::to_string(rows) +
                                         " rows; give numbers from 1 to " +
                                         std::to_string(Forward::kMaxRows));
    if (settings.context > plan.context - rows)
      return fail(ErrorKind::kUsage, std::to_string(settings.context) + " tokens of context and " +
                                         std::to_string(rows) +
                                         " rows do not fit the model's context of " +
                                         std::to_string(plan.context) + "; give fewer");
  }
  return {};
}

/// Enough to draw the curve; between them time is nearly straight.
constexpr std::array kMeasuredRows = {1, 2, 4, 6, 8, 12, 16, 32};
constexpr std::array kFewMeasuredRows = {1, 4, 8, 16};
constexpr double kMeasuringMs = 200;
constexpr int kFarContext = 1024;
/// Of passes this slow few are measured, and behind one context only: nobody should wait for it,
/// and attention is a small part of them.
constexpr double kSlowPassMs = 100;

/// The times of all PassTime::kRows, on straight lines through those measured.
std::vector<double> for_all_rows(const std::vector<StepCost>& costs) {
  std::vector<double> times;
  for (const int rows : PassTime::kRows) {
    std::size_t next = 1;
    while (next + 1 < costs.size() && costs[next].rows < rows) ++next;
    const StepCost &a = costs[next - 1], &b = costs[next];
    const double slope = std::max(0.0, (b.min_ms - a.min_ms) / (b.rows - a.rows));
    times.push_back(a.min_ms + slope * (rows - a.rows));
  }
  return times;
}

double median(std::vector<double> times) {
  const std::size_t upper = times.size() / 2;
  std::ranges::sort(times);
  return times.size() % 2 == 1 ? times[upper] : (times[upper - 1] + times[upper]) / 2;
}

/// Passes behind a context that stays the same.
class Stepper {
 public:
  Stepper(const Model& model, ThreadPool& pool, KvCache cache,
          const std::function<bool()>& should_stop)
      : forward_(model, pool),
        cache_(std::move(cache)),
        should_stop_(should_stop),
        vocabulary_(model.plan().vocabulary) {}

  /// Makes a context, whose content does not matter to the time, and room for passes of up to
  /// `rows` rows.
  Result<void> prepare(int context, int rows) {
    logits_.resize(std::size_t(rows) * vocabulary_);
    numbers_.resize(rows);
    std::iota(numbers_.begin(), numbers_.end(), 0);
    // Tokens from all over the vocabulary, one behind the other.
    for (int i = 0; i < rows; ++i)
      inputs_.push_back({.token = TokenId((i + 1u) * 2654435761u % unsigned(vocabulary_)),
                         .position = context + i,
                         .leading = i});
    if (auto room = cache_.reserve(context); !room) return room;
    cache_.advance(context);
    return {};
  }

  /// Milliseconds of one pass.
  Result<double> step(int rows) {
    const auto start = Clock::now();
    const auto done =
        forward_.run_rows(std::span(inputs_).first(rows), cache_, nullptr,
                          std::span(numbers_).first(rows), logits_.data(), should_stop_);
    const auto end = Clock::now();
    if (!done) return propagate(done);
    return std::chrono::duration<double, std::milli>(end - start).count();
  }

 private:
  Forward forward_;
  KvCache cache_;
  const std::function<bool()>& should_stop_;
  int vocabulary_;
  std::vector<RowInput> inputs_;
  std::vector<int> numbers_;   // 0, 1, 2 ...
  std::vector<float> logits_;  // [rows, vocabulary]
};

Result<std::vector<StepCost>> measure(const Model& model, ThreadPool& pool,
                                      const StepCostSettings& settings,
                                      const std::function<bool()>& should_stop) {
  const int most_rows = *std::ranges::max_element(settings.rows);
  auto cache = KvCache::create(model.plan(), settings.context + most_rows);
  if (!cache) return propagate(cache);
  Stepper stepper(model, pool, std::move(*cache), should_stop);
  if (auto ready = stepper.prepare(settings.context, most_rows); !ready) return propagate(ready);

  // A first round that does not count: scratch memory is taken, caches and predictors settle.
  for (const int rows : settings.rows)
    if (auto time = stepper.step(rows); !time) return propagate(time);
  std::vector<std::vector<double>> times(settings.rows.size());
  for (int round = 0; round < settings.repeat; ++round) {
    for (std::size_t i = 0; i < times.size(); ++i) {
      const auto time = stepper.step(settings.rows[i]);
      if (!time) return propagate(time);
      times[i].push_back(*time);
    }
  }

  std::vector<StepCost> costs;
  for (std::size_t i = 0; i < times.size(); ++i)
    costs.push_back({settings.rows[i], median(times[i]), *std::ranges::min_element(times[i])});
  return costs;
}

}  // namespace

Result<std::vector<StepCost>> measure_step_cost(const Model& model, ThreadPool& pool,
                                                const StepCostSettings& settings,
                                                const std::function<bool()>& should_stop) {
  if (auto sound = check(settings, model.plan()); !sound) return propagate(sound);
  try {
    return measure(model, pool, settings, should_stop);
  } catch (const std::bad_alloc&) {
    return fail(ErrorKind::kTooLarge,
                "no memory to measure these passes; close other programs or give fewer rows");
  }
}

namespace {

/// A few passes of each size on end, since a decoder runs passes of one size again and again and
/// the next one finds in the caches what the last one left; all sizes in turn, and of each the
/// quickest pass, since the others were disturbed.
Result<std::vector<StepCost>> measure_apart(const Model& model, ThreadPool& pool,
                                            StepCostSettings settings, std::span<const int> rows,
                                            int rounds, const std::function<bool()>& should_stop) {
  std::vector<StepCost> costs(rows.size());
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < costs.size(); ++i) {
      settings.rows = {rows[i]};
      const auto cost = measure_step_cost(model, pool, settings, should_stop);
      if (!cost) return cost;
      if (round == 0 || cost->front().min_ms < costs[i].min_ms) costs[i] = cost->front();
    }
  }
  return costs;
}

}  // namespace

Result<PassTime> measure_pass_time(const Model& model, ThreadPool& pool,
                                   const std::function<bool()>& should_stop) {
  const int most = model.plan().context - kMeasuredRows.back();
  StepCostSettings settings{.rows = {1}, .context = std::clamp(most, 0, 64), .repeat = 1};
  const auto first = measure_step_cost(model, pool, settings, should_stop);
  if (!first) return propagate(first);
  const double one_row = first->front().min_ms;
  const bool slow = one_row > kSlowPassMs;
  const std::span<const int> rows =
      slow ? std::span<const int>(kFewMeasuredRows) : std::span<const int>(kMeasuredRows);
  const int rounds = std::clamp(int(kMeasuringMs / (3 * kMeasuredRows.size() * one_row)), 1, 9);
  settings.repeat = rounds > 1 ? 2 : 1;
  const auto near = measure_apart(model, pool, settings, rows, rounds, should_stop);
  if (!near) return propagate(near);
  const int near_context = settings.context;
  settings.context = std::min(kFarContext, most);
  PassTime time;
  if (settings.context <= near_context || slow) {
    time.set(for_all_rows(*near), near_context);
    return time;
  }
  const auto far = measure_apart(model, pool, settings, rows, rounds, should_stop);
  if (!far) return propagate(far);
  time.set(for_all_rows(*near), near_context, for_all_rows(*far), settings.context);
  return time;
}

}  // namespace canter
