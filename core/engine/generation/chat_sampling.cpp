#include "engine/generation/chat_sampling.h"

#include "model/model.h"

namespace canter::engine {
namespace {

/// What llama.cpp begins with, and with it most programs.
constexpr SamplingSettings kUsual{.temperature = 0.8, .top_k = 40, .top_p = 0.95, .min_p = 0.05};
/// A small model hardly prefers right words to wrong ones: SmolLM2's file, drawn at the 0.2 that
/// its makers recommend, fails to name the capital of France four times in ten. So it takes the
/// likeliest; another answer to the same question is drawn all the same.
constexpr SamplingSettings kOfSmallModels{.temperature = 0, .top_p = 0.9};
constexpr std::uint64_t kSmallModel = 1'000'000'000;

}  // namespace

SamplingSettings chat_sampling(const ModelSummary& model) {
  return changed(model.parameters < kSmallModel ? kOfSmallModels : kUsual, model.sampling);
}

SamplingSettings changed(SamplingSettings sampling, const PartialSampling& changes) {
  const auto take = [](auto& value, const auto& change) { value = change.value_or(value); };
  take(sampling.temperature, changes.temperature);
  take(sampling.top_k, changes.top_k);
  take(sampling.top_p, changes.top_p);
  take(sampling.min_p, changes.min_p);
  take(sampling.repeat_penalty, changes.repeat_penalty);
  take(sampling.repeat_window, changes.repeat_window);
  return sampling;
}

}  // namespace canter::engine
