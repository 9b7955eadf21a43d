#include "model/forward/dense_network.h"

#include "model/forward/activation.h"
#include "tensor/operations.h"

namespace canter {

void DenseNetwork::run(Pass& pass, int layer, const float* x, float* out) {
  const LayerPlan& plan = pass.plan().layer(layer);
  const LayerWeights& weights = pass.weights(layer);
  if (!plan.dense->gated) {
    const std::size_t count = pass.rows() * plan.dense->width;
    up_.resize(count);
    pass.multiply(x, weights.matrix(Role::kUp), weights.vector(Role::kUpBias), up_.data());
    pass.for_each_part(count, [&](std::size_t first, std::size_t part) {
      activate(plan.activation, up_.data() + first, part);
    });
    pass.multiply(up_.data(), weights.matrix(Role::kDown), weights.vector(Role::kDownBias), out);
    return;
  }
  project(pass, x, weights.matrix(Role::kGate), weights.matrix(Role::kUp));
  if (plan.dense->bias) {
    const auto &gate = weights.vector(Role::kGateBias), &up = weights.vector(Role::kUpBias);
    add_bias(gate_.data(), gate.data(), pass.rows(), gate.size());
    add_bias(up_.data(), up.data(), pass.rows(), up.size());
  }
  finish(pass, plan.activation, weights.matrix(Role::kDown), weights.vector(Role::kDownBias), out);
}

void DenseNetwork::run_shared(Pass& pass, int layer, const float* x, float* out) {
  const LayerWeights& weights = pass.weights(layer);
  project(pass, x, weights.matrix(Role::kSharedGate), weights.matrix(Role::kSharedUp));
  finish(pass, pass.plan().layer(layer).activation, weights.matrix(Role::kSharedDown), {}, out);
}

void DenseNetwork::project(Pass& pass, const float* x, const PackedMatrix& gate,
                           const PackedMatrix& up) {
  gate_.resize(pass.rows() * gate.outputs());
  up_.resize(pass.rows() * up.outputs());
  const Matmul::Part parts[] = {{&gate, gate_.data()}, {&up, up_.data()}};
  pass.matmul.multiply(x, pass.rows(), parts);
}

void DenseNetwork::finish(Pass& pass, Activation activation, const PackedMatrix& down,
                          const std::vector<float>& bias, float* out) {
  pass.for_each_part(gate_.size(), [&](std::size_t first, std::size_t count) {
    activate(activation, gate_.data() + first, up_.data() + first, count);
  });
  pass.multiply(gate_.data(), down, bias, out);
}

}  // namespace canter
