#pragma once

#include <span>
#include <vector>

#include "model/model.h"

namespace canter::test {

/// The Llama graph in its plainest form: scalar loops in double over the whole sequence, no cache,
/// no blocks, weights read by reference_decode(). Returns logits [tokens, vocabulary]. Rotary
/// angles come from rotary_frequencies(), which has tests of its own.
std::vector<double> reference_forward(const Model& model, std::span<const TokenId> tokens);

}  // namespace canter::test
