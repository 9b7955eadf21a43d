#pragma once

#include <cstddef>
#include <cstdint>

#include "base/error.h"
#include "base/thread_pool.h"
#include "model/model.h"
#include "model/plan/uniform_shape.h"
#include "tune/settings.h"

namespace canter::tuning {

/// What this computer does for a model, measured in well under a second.
struct TuningSpeed {
  double multiply_adds = 0;      ///< of wide products, a second
  double seconds_per_token = 0;  ///< of plain decoding
};

/// Sizes of a model that can be tuned; kUnsupported for layers that are not all attention of one
/// shape.
Result<UniformShape> tunable_shape(const Model& model);

/// Seconds that plain decoding takes for a token, measured. kTooLarge without memory.
Result<double> measure_seconds_per_token(const Model& model, ThreadPool& pool);

/// kTooLarge without memory.
Result<TuningSpeed> measure_tuning_speed(const Model& model, ThreadPool& pool);

/// A tuning that fits a time, with what it will take.
struct TuningPlan {
  TuningSettings settings;
  std::size_t answers = 0;    ///< that there is time for
  double answer_seconds = 0;  ///< of all of them, at most
  double groups_per_second = 0;
  std::uint64_t memory = 0;  ///< bytes beside the model, at most
};

/// Shares the minutes between answers and learning, and makes the steps so small that there are
/// enough of them. `minutes` above 0.
TuningPlan plan_tuning(const UniformShape& config, const TuningSpeed& speed, std::size_t prompts,
                       double minutes, const TuningSettings& settings = {});

/// Minutes that bring most of what longer tuning would, but no more than an hour.
double suggested_minutes(const UniformShape& config, const TuningSpeed& speed, std::size_t prompts,
                         const TuningSettings& settings = {});

/// Both for a tuning without masks, which any model may have: `width` and `vocabulary` are the
/// model's.
TuningPlan plan_without_masks(int width, int vocabulary, const TuningSpeed& speed,
                              std::size_t prompts, double minutes, TuningSettings settings = {});
double suggested_minutes_without_masks(int width, int vocabulary, const TuningSpeed& speed,
                                       std::size_t prompts, const TuningSettings& settings = {});

}  // namespace canter::tuning
