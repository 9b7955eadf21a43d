#pragma once

#include <cstddef>

#include "model/plan/model_plan.h"

namespace canter {

/// gate[i] = activation(gate[i]) * up[i], or what stands in its place (see Activation).
void activate(Activation activation, float* gate, const float* up, std::size_t count);

/// x[i] = activation(x[i]), of a network without a gate.
void activate(Activation activation, float* x, std::size_t count);

}  // namespace canter
