#pragma once

#include "decode/settings.h"
#include "model/sampling_defaults.h"

namespace canter {
struct ModelSummary;
}

namespace canter::engine {

/// How chats with a model draw unless somebody changed it: as its makers recommend, and where they
/// say nothing as other programs do, small models greedily.
SamplingSettings chat_sampling(const ModelSummary& model);

/// With those values that `changes` has.
SamplingSettings changed(SamplingSettings sampling, const PartialSampling& changes);

}  // namespace canter::engine
