#include "decode/step_cost.h"

#include <algorithm>
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

  /// Goes to the stages of `clock`; nullptr: to none.
  void time_with(StageClock* clock) { forward_.time_with(clock); }

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
  std::vector<StageClock> clocks(settings.rows.size());
  for (int round = 0; round < settings.repeat; ++round) {
    for (std::size_t i = 0; i < times.size(); ++i) {
      if (settings.stages) stepper.time_with(&clocks[i]);
      const auto time = stepper.step(settings.rows[i]);
      if (!time) return propagate(time);
      times[i].push_back(*time);
    }
  }

  std::vector<StepCost> costs;
  for (std::size_t i = 0; i < times.size(); ++i) {
    StepCost cost{settings.rows[i], median(times[i]), *std::ranges::min_element(times[i])};
    cost.mean_ms = std::accumulate(times[i].begin(), times[i].end(), 0.0) / settings.repeat;
    cost.stages_ms = clocks[i].spent();
    for (double& stage : cost.stages_ms) stage /= settings.repeat;
    costs.push_back(cost);
  }
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

}  // namespace canter
