#pragma once

#include <string>

#include "engine/session/comparison_messages.h"

namespace canter::ui {

/// A prompt of `words` tokens each way, the accelerated ones about `gain` times as fast. `differs`:
/// at a token in the middle.
engine::ComparedPair canned_pair(const std::string& prompt, int words, double gain,
                                 bool differs = false);
/// That pair as the only one of a comparison.
engine::ComparisonResult canned_comparison(ComparisonId id, const std::string& prompt, int words,
                                           double gain, bool differs = false);
/// So many prompts that gain differently.
engine::ComparisonResult canned_set(ComparisonId id, int prompts);

}  // namespace canter::ui
