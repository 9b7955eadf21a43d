#include "tune/plan.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <new>
#include <vector>

#include "decode/step_cost.h"
#include "format/message.h"
#include "tune/gemm.h"
#include "tune/head/head_pass.h"
#include "tune/parameters.h"

namespace canter::tuning {
namespace {

/// Attention, norms, the loss and the optimiser: what products leave of the rate
/// (tests/bench/RESULTS.md).
constexpr double kProductShare = 0.5;
/// Answers end before their limit.
constexpr double kAnswerShare = 0.6;
/// More of them bring little.
constexpr int kMostSamples = 4;
/// The starter's adapter took about as many.
constexpr double kWantedGroups = 80'000;
constexpr double kWantedSteps = 300;
constexpr int kFewestGroups = 32;  // in a step

double multiply_adds_per_row(const UniformShape& config) {
  const double width = config.width, head_width = config.head_width;
  const double layer = width * head_width * (2 * config.heads + 2 * config.kv_heads) +
                       (config.gated ? 3 : 2) * width * config.feed_forward +
                       width * config.experts;
  return config.layers * layer + width * config.vocabulary;
}

double groups_per_second(const UniformShape& config, const TuningSpeed& speed,
                         const TuningSettings& settings) {
  // Forward, and backward to the rows alone.
  const double group = 2 * settings.mask_tokens * multiply_adds_per_row(config);
  return kProductShare * speed.multiply_adds / group;
}

double seconds_of_answer(const TuningSpeed& speed, const TuningSettings& settings) {
  return kAnswerShare * settings.max_new_tokens * speed.seconds_per_token;
}

/// Sizes of the head that settings ask for.
struct HeadExtent {
  std::size_t width, hidden, tokens;

  HeadExtent(int model_width, int vocabulary, const HeadSettings& settings)
      : width(model_width),
        hidden(settings.hidden < 0 ? 2 * width : std::size_t(settings.hidden)),
        tokens(std::min(settings.tokens, vocabulary)) {}

  /// Forward and backward; the output rows get no gradient.
  double multiply_adds_per_row(const HeadSettings& settings) const {
    const auto numbers = double(RecurrentHead::numbers(width, hidden));
    const auto output = double(tokens * width);
    return settings.depths * (3 * numbers + 2 * output) + output;
  }
  /// Parameters, gradient, two moments, the best so far; output rows; what a step computes; states.
  std::uint64_t memory(const TuningPlan& plan) const {
    const HeadSettings& settings = plan.settings.head;
    if (settings.hidden == 0) return 0;
    const std::size_t answer = plan.settings.max_new_tokens;
    const std::uint64_t states = std::uint64_t(plan.answers) * (1 + plan.settings.samples) *
                                 answer * width * sizeof(std::uint16_t);
    const std::uint64_t step =
        answer * settings.answers_per_step *
        HeadPass<float>::numbers_per_row(width, hidden, tokens, settings.depths);
    return (5 * RecurrentHead::numbers(width, hidden) + tokens * width + step) * sizeof(float) +
           std::min(states, settings.memory);
  }
};

std::uint64_t memory_of(const UniformShape& config, const TuningPlan& plan) {
  const TuningSettings& settings = plan.settings;
  const AdapterShape shape(config, settings.prompt_tokens, settings.mask_tokens, settings.rank);
  const std::uint64_t adapter = Parameters<float>(shape).all().size() * sizeof(float);
  // A token does not use all experts, a step does.
  const std::uint64_t weights = config.experts > 0
                                    ? settings.memory.weights
                                    : std::uint64_t(multiply_adds_per_row(config)) * sizeof(float);
  const std::uint64_t token =
      2ull * config.layers * config.kv_heads * config.head_width * sizeof(float);
  const std::uint64_t contexts = plan.answers * token * 2 * settings.max_new_tokens;
  const std::uint64_t rows =
      std::uint64_t(settings.answers_per_step) * settings.groups_per_answer * settings.mask_tokens;
  const std::uint64_t activations = rows * Learner::row_bytes(config);
  // Parameters, gradient, two moments, the best so far, and a checkpoint being written.
  const std::uint64_t masks = 8 * adapter + std::min(weights, settings.memory.weights) +
                              std::min(contexts, settings.memory.contexts) +
                              std::min(activations, settings.memory.activations);
  // The head has learned before masks do.
  return std::max(HeadExtent(config.width, config.vocabulary, settings.head).memory(plan), masks);
}

/// What only models have whose layers differ in shape (Gemma 4, Qwen 3.5) has no backward pass.
bool can_be_tuned(const LayerPlan& layer) {
  const auto& attention = std::get<AttentionPlan>(layer.mixer);
  return attention.alibi_bias == 0 && !attention.value_norm && !attention.value_is_key &&
         !attention.output_gate && !layer.output_scale &&
         !(layer.mixture && (layer.mixture->beside_dense || layer.mixture->shared_gate));
}

}  // namespace

Result<UniformShape> tunable_shape(const Model& model) {
  const ModelPlan& plan = model.plan();
  const auto shape = uniform_shape(plan);
  if (shape && plan.per_layer_input == 0 && std::ranges::all_of(plan.layers, can_be_tuned))
    return *shape;
  return fail(ErrorKind::kUnsupported,
              "adapters can be tuned where all layers are attention of one shape that marks "
              "positions alike in short and long texts, which those of architecture " +
                  in_quotes(plan.architecture) +
                  " are not; drafts from earlier text accelerate this model without tuning");
}

Result<double> measure_seconds_per_token(const Model& model, ThreadPool& pool) {
  const auto passes = measure_step_cost(model, pool, {.rows = {1}, .context = 64, .repeat = 3});
  if (!passes) return propagate(passes);
  return passes->front().median_ms / 1000;
}

Result<TuningSpeed> measure_tuning_speed(const Model& model, ThreadPool& pool) try {
  using Clock = std::chrono::steady_clock;
  keep_blas_single_threaded();
  const auto seconds_per_token = measure_seconds_per_token(model, pool);
  if (!seconds_per_token) return propagate(seconds_per_token);
  TuningSpeed speed;
  speed.seconds_per_token = *seconds_per_token;

  const std::size_t rows = 512, depth = model.plan().width, columns = 4 * depth;
  std::vector<float> a(rows * depth, 0.5f), b(depth * columns, 0.5f), out(rows * columns);
  const Product<float> product{.rows = rows,
                               .columns = columns,
                               .depth = depth,
                               .a = {a.data(), depth},
                               .b = {b.data(), columns},
                               .out = out.data(),
                               .out_stride = columns};
  multiply(product, pool);
  const auto begun = Clock::now();
  double seconds = 0, done = 0;
  while (seconds < 0.1) {
    multiply(product, pool);
    done += double(rows) * double(columns) * double(depth);
    seconds = std::chrono::duration<double>(Clock::now() - begun).count();
  }
  speed.multiply_adds = done / seconds;
  return speed;
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge, "no memory to tune with; close other programs");
}

namespace {

/// Those that `share` of the minutes leave time for.
TuningPlan plan_answers(const TuningSpeed& speed, std::size_t prompts, double minutes, double share,
                        const TuningSettings& settings) {
  TuningPlan plan;
  plan.settings = settings;
  plan.settings.minutes = minutes;
  const double answer = std::max(1e-6, seconds_of_answer(speed, settings));
  const double most = share * minutes * 60 / answer;
  plan.answers = most < double(prompts) ? std::max<std::size_t>(2, std::size_t(most)) : prompts;
  // Where there is time left, drawn answers make up for few prompts.
  if (plan.answers == prompts)
    plan.settings.samples =
        std::clamp(int(most / std::max(1.0, double(prompts))) - 1, 0, kMostSamples);
  plan.answer_seconds = double(plan.answers) * (1 + plan.settings.samples) * answer;
  return plan;
}

/// Of some that people choose from, the least that suffices.
double rounded_minutes(double minutes) {
  constexpr std::array kChoices = {3.0, 5.0, 10.0, 20.0, 30.0, 60.0};
  for (const double choice : kChoices)
    if (minutes <= choice) return choice;
  return kChoices.back();
}

}  // namespace

TuningPlan plan_tuning(const UniformShape& config, const TuningSpeed& speed, std::size_t prompts,
                       double minutes, const TuningSettings& settings) {
  TuningPlan plan = plan_answers(speed, prompts, minutes, settings.answers_share, settings);
  plan.groups_per_second = groups_per_second(config, speed, settings);
  const double groups =
      plan.groups_per_second * std::max(0.0, minutes * 60 - plan.answer_seconds) / kWantedSteps;
  const int most_groups = settings.answers_per_step * settings.groups_per_answer;
  const int groups_per_step = int(std::clamp<double>(groups, kFewestGroups, most_groups));
  plan.settings.groups_per_answer =
      std::clamp(groups_per_step / settings.answers_per_step, 16, settings.groups_per_answer);
  plan.settings.answers_per_step =
      std::clamp(groups_per_step / plan.settings.groups_per_answer, 1, settings.answers_per_step);
  plan.memory = memory_of(config, plan);
  return plan;
}

double suggested_minutes(const UniformShape& config, const TuningSpeed& speed, std::size_t prompts,
                         const TuningSettings& settings) {
  const double learning = kWantedGroups / groups_per_second(config, speed, settings);
  return rounded_minutes((learning + double(prompts) * seconds_of_answer(speed, settings)) / 60);
}

TuningPlan plan_without_masks(int width, int vocabulary, const TuningSpeed& speed,
                              std::size_t prompts, double minutes, TuningSettings settings) {
  settings.mask_tokens = 0;
  TuningPlan plan = plan_answers(speed, prompts, minutes, settings.share_of_answers(), settings);
  plan.memory = HeadExtent(width, vocabulary, settings.head).memory(plan);
  return plan;
}

double suggested_minutes_without_masks(int width, int vocabulary, const TuningSpeed& speed,
                                       std::size_t prompts, const TuningSettings& settings) {
  const HeadExtent head(width, vocabulary, settings.head);
  const double rows =
      double(settings.head.passes) * double(prompts) * kAnswerShare * settings.max_new_tokens;
  const double learning =
      rows * head.multiply_adds_per_row(settings.head) / (kProductShare * speed.multiply_adds);
  return rounded_minutes((learning + double(prompts) * seconds_of_answer(speed, settings)) / 60);
}

}  // namespace canter::tuning
