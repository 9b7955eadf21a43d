#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "decode/adapter.h"
#include "model/model.h"

namespace canter::engine {

/// Prompts to measure an adapter on, out of the last `unseen`, which tuning never saw: as many as
/// take about a minute, 3 to 20.
std::span<const std::vector<TokenId>> prompts_to_compare(
    std::span<const std::vector<TokenId>> prompts, int unseen, double seconds_per_token,
    int max_tokens);

/// Time of plain decoding over time with drafts, greedy, plain and drafted in turn. nullopt:
/// drafts come from the text alone. Errors are those of compare_decoding() and Drafter::create().
Result<double> measure_adapter_gain(const Model& model, ThreadPool& pool,
                                    std::optional<Adapter> adapter,
                                    std::span<const std::vector<TokenId>> prompts, int max_tokens,
                                    const std::function<bool(double)>& progress = {});

}  // namespace canter::engine
