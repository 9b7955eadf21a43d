#include "model/forward/dense_network.h"

#include "model/forward/activation.h"
#include "tensor/operations.h"

namespace canter {

void DenseNetwork::run(Pass& pass, int layer, const float* x, float* out) {
  const LayerPlan& plan = pass.plan().layer(layer);
  const LayerWeights& weights = pass.weights(layer);
  const std::size_t count = pass.rows() * plan.dense->width;
  up_.resize(count);
  if (!plan.dense->gated) {
    pass.multiply(x, weights.matrix(Role::kUp), weights.vector(Role::kUpBias), up_.data());
    pass.for_each_part(count, [&](std::size_t first, std::size_t part) {
      activate(plan.activation, up_.data() + first, part);
    });
    pass.multiply(up_.data(), weights.matrix(Role::kDown), weights.vector(Role::kDownBias), out);
    return;
  }
  gate_.resize(count);
  const Matmul::Part parts[] = {{&weights.matrix(Role::kGate), gate_.data()},
                                {&weights.matrix(Role::kUp), up_.data()}};
  pass.matmul.multiply(x, pass.rows(), parts);
  if (plan.dense->bias) {
    const auto &gate = weights.vector(Role::kGateBias), &up = weights.vector(Role::kUpBias);
    add_bias(gate_.data(), gate.data(), pass.rows(), gate.size());
    add_bias(up_.data(), up.data(), pass.rows(), up.size());
  }
  pass.for_each_part(count, [&](std::size_t first, std::size_t part) {
    activate(plan.activation, gate_.data() + first, up_.data() + first, part);
  });
  pass.multiply(gate_.data(), weights.matrix(Role::kDown), weights.vector(Role::kDownBias), out);
}

void DenseNetwork::run_shared(Pass& pass, int layer, const float* x, float* out) {
  const LayerPlan& plan = pass.plan().layer(layer);
  const LayerWeights& weights = pass.weights(layer);
  const std::size_t count = pass.rows() * plan.mixture->shared_width;
  gate_.resize(count);
  up_.resize(count);
  const Matmul::Part parts[] = {{&weights.matrix(Role::kSharedGate), gate_.data()},
                                {&weights.matrix(Role::kSharedUp), up_.data()}};
  pass.matmul.multiply(x, pass.rows(), parts);
  pass.for_each_part(count, [&](std::size_t first, std::size_t part) {
    activate(plan.activation, gate_.data() + first, up_.data() + first, part);
  });
  pass.matmul.multiply(gate_.data(), pass.rows(), weights.matrix(Role::kSharedDown), out);
}

}  // namespace canter
