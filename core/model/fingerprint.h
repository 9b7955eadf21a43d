#pragma once

#include <string>

#include "model/config.h"
#include "model/weights.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// 32 hex digits that name a set of base weights with its tokenizer, whatever number format the
/// matrices are stored in: XXH3-128 over configuration, vocabulary and norm weights (which every
/// quantisation keeps in float32).
std::string model_fingerprint(const ModelConfig& config, const Tokenizer& tokenizer,
                              const NormWeights& norms);

}  // namespace canter
