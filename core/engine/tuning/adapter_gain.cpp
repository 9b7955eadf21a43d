#include "engine/tuning/adapter_gain.h"

#include <algorithm>

#include "decode/comparison.h"
#include "decode/draft/drafter.h"
#include "tune/transcript.h"

namespace canter::engine {
namespace {

constexpr int kRounds = 2;

}  // namespace

std::span<const std::vector<TokenId>> prompts_to_compare(
    std::span<const std::vector<TokenId>> prompts, int unseen, double seconds_per_token,
    int max_tokens) {
  constexpr double kSeconds = 60;
  const double each = 2 * kRounds * std::max(1e-6, seconds_per_token) * max_tokens;
  const auto count = std::size_t(std::clamp(kSeconds / each, 3.0, 20.0));
  const auto last = prompts.last(std::min(prompts.size(), std::size_t(unseen)));
  return last.first(std::min(last.size(), count));
}

Result<double> measure_adapter_gain(const Model& model, ThreadPool& pool,
                                    std::optional<Adapter> adapter,
                                    std::span<const std::vector<TokenId>> prompts, int max_tokens,
                                    const std::function<bool(double)>& progress) {
  const int context = std::min(model.plan().context, tuning::context_for(prompts, max_tokens));
  auto plain = Decoder::create(model, pool, context);
  if (!plain) return propagate(plain);
  auto drafting = Decoder::create(model, pool, context);
  if (!drafting) return propagate(drafting);
  auto drafter = Drafter::create(model, pool, std::move(adapter));
  if (!drafter) return propagate(drafter);
  drafting->draft_with(drafter->get());
  GenerationSettings settings;
  settings.max_tokens = max_tokens;
  const auto comparison = compare_decoding(*plain, *drafting, prompts, settings, kRounds, progress);
  if (!comparison) return propagate(comparison);
  const double drafted_ms = comparison->drafted.decoding_ms;
  return drafted_ms > 0 ? comparison->plain.decoding_ms / drafted_ms : 1.0;
}

}  // namespace canter::engine
