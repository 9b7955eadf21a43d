#pragma once

#include <string>

#include "model/plan/model_plan.h"
#include "model/weights/weights.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// 32 hex digits that name a set of base weights with its tokenizer, whatever number format the
/// matrices are stored in: XXH3-128 over the plan's sizes, vocabulary and norm weights (which every
/// quantisation keeps in float32). Draft heads do not count, since some files leave them out.
std::string model_fingerprint(const ModelPlan& plan, const Tokenizer& tokenizer,
                              const FileWeights& weights);

}  // namespace canter
