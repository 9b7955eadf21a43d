#pragma once

#include "model/model.h"
#include "tune/mask_batch.h"
#include "tune/parameters.h"

namespace canter::tuning {

/// Where tuning starts: mask embeddings like the token embeddings (their mean and spread), prompt
/// keys and values in the size of `context`'s, transition matrices small. The same seed gives the
/// same numbers.
Parameters<float> starting_parameters(const Model& model, const AdapterShape& shape,
                                      const Context<float>& context, std::uint64_t seed);

}  // namespace canter::tuning
