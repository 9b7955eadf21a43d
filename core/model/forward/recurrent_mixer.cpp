#include "model/forward/recurrent_mixer.h"

#include <cmath>
#include <utility>

#include "tensor/operations.h"
#include "tensor/recurrent/causal_convolution.h"
#include "tensor/recurrent/delta_rule.h"
#include "tensor/recurrent/selective_scan.h"

namespace canter {
namespace {

/// Keeps short keys from being stretched; that of the makers of Qwen 3.5.
constexpr float kNormEpsilon = 1e-6f;

DeltaRuleWork rule_of(const DeltaNetPlan& net, const float* convolved, const float* steps,
                      const float* betas) {
  const std::size_t channels = net.channels(), keys = net.key_numbers();
  DeltaRuleWork work;
  work.shape = {std::size_t(net.key_heads), std::size_t(net.value_heads),
                std::size_t(net.key_width), std::size_t(net.value_width),
                net.grouped ? KeyHeadOrder::kGrouped : KeyHeadOrder::kInterleaved};
  work.queries = {convolved, channels};
  work.keys = {convolved + keys, channels};
  work.values = {convolved + 2 * keys, channels};
  work.log_decays = {steps, std::size_t(net.value_heads)};
  work.betas = {betas, std::size_t(net.value_heads)};
  return work;
}

SelectiveScanWork scan_of(const StateSpacePlan& space, const LayerWeights& weights,
                          const float* convolved, const float* steps) {
  const std::size_t channels = space.channels(), inner = space.inner();
  SelectiveScanWork work;
  work.shape = {std::size_t(space.heads), std::size_t(space.groups), std::size_t(space.head_width),
                std::size_t(space.state_width)};
  work.x = {convolved, channels};
  work.b = {convolved + inner, channels};
  work.c = {convolved + inner + std::size_t(space.groups) * space.state_width, channels};
  work.time_steps = {steps, std::size_t(space.heads)};
  work.a = weights.vector(Role::kDecay).data();
  work.d = weights.vector(Role::kSkip).data();
  return work;
}

CausalConvolutionWork convolution_of(const LayerWeights& weights, std::size_t channels, int taps,
                                     bool silu, RowNumbers inputs) {
  const std::vector<float>& bias = weights.vector(Role::kConvolutionBias);
  CausalConvolutionWork work;
  work.channels = channels;
  work.taps = taps;
  work.silu = silu;
  work.weights = weights.vector(Role::kConvolution).data();
  work.bias = bias.empty() ? nullptr : bias.data();
  work.inputs = inputs;
  return work;
}

/// Runs an operation along a path for its end state alone.
template <typename Work, typename Operation>
void advance(Work work, const RowWalk& walk, std::vector<float>& state, StateWorkspace& workspace,
             Operation operation, float* Work::*end, const float* Work::*begin) {
  work.walk = &walk;
  work.*begin = state.data();
  work.*end = state.data();
  work.out = nullptr;
  operation(work, workspace);
}

void advance(const CausalConvolutionWork& work, const RowWalk& walk, RecurrentState& state,
             StateWorkspace& workspace) {
  advance(work, walk, state.window, workspace, causal_convolution,
          &CausalConvolutionWork::end_window, &CausalConvolutionWork::window);
}

}  // namespace

RecurrentMixer::RecurrentMixer(const ModelPlan& plan) : layers_(plan.layers.size()) {
  for (int i = 0; i < plan.layer_count(); ++i)
    if (auto state = empty_state(plan, i)) layers_[i].end = std::move(*state);
}

std::size_t RecurrentMixer::numbers_per_row(const ModelPlan& plan, const MixerPlan& mixer) {
  if (const auto* net = std::get_if<DeltaNetPlan>(&mixer))
    return 2 * std::size_t(net->channels()) + 2 * std::size_t(net->value_heads) +
           2 * std::size_t(net->value_numbers());
  if (const auto* space = std::get_if<StateSpacePlan>(&mixer))
    return std::size_t(space->projected()) + space->channels() + space->heads +
           2 * std::size_t(space->inner());
  if (std::holds_alternative<ShortConvolutionPlan>(mixer)) return 5 * std::size_t(plan.width);
  return 0;
}

void RecurrentMixer::run(Pass& pass, int layer, const float* x, const KvCache& cache, float* out) {
  std::visit(
      [&](const auto& mixer) {
        if constexpr (!std::is_same_v<std::decay_t<decltype(mixer)>, AttentionPlan>)
          run(pass, layer, mixer, x, cache.state(layer), out);
      },
      pass.plan().layer(layer).mixer);
}

void RecurrentMixer::run(Pass& pass, int layer, const DeltaNetPlan& net, const float* x,
                         const RecurrentState& state, float* out) {
  const LayerWeights& weights = pass.weights(layer);
  Rows& rows = rows_of(pass, layer);
  const std::size_t count = pass.rows(), channels = net.channels(), heads = net.value_heads;
  const std::size_t values = net.value_numbers();
  for (std::vector<float>* numbers : {&rows.projected, &rows.convolved})
    numbers->resize(count * channels);
  for (std::vector<float>* numbers : {&rows.steps, &rows.betas}) numbers->resize(count * heads);
  for (std::vector<float>* numbers : {&gate_, &mixed_}) numbers->resize(count * values);

  const Matmul::Part parts[] = {{&weights.matrix(Role::kRecurrentInput), rows.projected.data()},
                                {&weights.matrix(Role::kRecurrentGate), gate_.data()},
                                {&weights.matrix(Role::kStepInput), rows.steps.data()},
                                {&weights.matrix(Role::kBetaInput), rows.betas.data()}};
  pass.matmul.multiply(x, count, parts);

  float* end_window = pass.chain ? layers_[layer].end.window.data() : nullptr;
  CausalConvolutionWork convolution =
      convolution_of(weights, channels, net.taps, /*silu=*/true, {rows.projected.data(), channels});
  convolution.walk = &pass.walk;
  convolution.window = state.window.data();
  convolution.out = rows.convolved.data();
  convolution.end_window = end_window;
  causal_convolution(convolution, pass.states);

  const std::vector<float>&bias = weights.vector(Role::kStepBias),
        &decay = weights.vector(Role::kDecay);
  const float query_scale = 1 / std::sqrt(float(net.key_width));
  pass.for_each_row(count, [&](std::size_t row) {
    float* head = rows.convolved.data() + row * channels;
    for (int h = 0; h < 2 * net.key_heads; ++h, head += net.key_width)
      l2_normalise(head, kNormEpsilon, h < net.key_heads ? query_scale : 1, net.key_width, head);
    float *step = rows.steps.data() + row * heads, *beta = rows.betas.data() + row * heads;
    add_bias(step, bias.data(), 1, heads);
    softplus(step, heads);
    for (std::size_t h = 0; h < heads; ++h) step[h] *= decay[h];
    sigmoid(beta, heads);
  });

  DeltaRuleWork rule = rule_of(net, rows.convolved.data(), rows.steps.data(), rows.betas.data());
  rule.walk = &pass.walk;
  rule.state = state.memory.data();
  rule.out = mixed_.data();
  rule.end_state = pass.chain ? layers_[layer].end.memory.data() : nullptr;
  delta_rule(rule, pass.states);

  pass.for_each_row(count, [&](std::size_t row) {
    norm_then_gate(mixed_.data() + row * values, weights.vector(Role::kRecurrentNorm).data(),
                   float(pass.plan().norm_epsilon), heads, net.value_width,
                   gate_.data() + row * values);
  });
  pass.matmul.multiply(gate_.data(), count, weights.matrix(Role::kRecurrentOutput), out);
}

void RecurrentMixer::run(Pass& pass, int layer, const StateSpacePlan& space, const float* x,
                         const RecurrentState& state, float* out) {
  const LayerWeights& weights = pass.weights(layer);
  Rows& rows = rows_of(pass, layer);
  const std::size_t count = pass.rows(), channels = space.channels(), heads = space.heads;
  const std::size_t inner = space.inner(), projected = space.projected();
  rows.projected.resize(count * projected);
  rows.convolved.resize(count * channels);
  rows.steps.resize(count * heads);
  for (std::vector<float>* numbers : {&gate_, &mixed_}) numbers->resize(count * inner);

  pass.multiply(x, weights.matrix(Role::kRecurrentInput), weights.vector(Role::kRecurrentInputBias),
                rows.projected.data());
  CausalConvolutionWork convolution = convolution_of(weights, channels, space.taps, /*silu=*/true,
                                                     {rows.projected.data() + inner, projected});
  convolution.walk = &pass.walk;
  convolution.window = state.window.data();
  convolution.out = rows.convolved.data();
  convolution.end_window = pass.chain ? layers_[layer].end.window.data() : nullptr;
  causal_convolution(convolution, pass.states);

  pass.for_each_row(count, [&](std::size_t row) {
    const float* all = rows.projected.data() + row * projected;
    std::copy_n(all, inner, gate_.data() + row * inner);
    float* step = rows.steps.data() + row * heads;
    std::copy_n(all + inner + channels, heads, step);
    add_bias(step, weights.vector(Role::kStepBias).data(), 1, heads);
    softplus(step, heads);
  });
  SelectiveScanWork scan = scan_of(space, weights, rows.convolved.data(), rows.steps.data());
  scan.walk = &pass.walk;
  scan.state = state.memory.data();
  scan.out = mixed_.data();
  scan.end_state = pass.chain ? layers_[layer].end.memory.data() : nullptr;
  selective_scan(scan, pass.states);

  pass.for_each_row(count, [&](std::size_t row) {
    gate_then_norm(mixed_.data() + row * inner, weights.vector(Role::kRecurrentNorm).data(),
                   float(pass.plan().norm_epsilon), space.groups, inner / space.groups,
                   gate_.data() + row * inner);
  });
  pass.multiply(gate_.data(), weights.matrix(Role::kRecurrentOutput),
                weights.vector(Role::kRecurrentOutputBias), out);
}

void RecurrentMixer::run(Pass& pass, int layer, const ShortConvolutionPlan& convolution,
                         const float* x, const RecurrentState& state, float* out) {
  const LayerWeights& weights = pass.weights(layer);
  Rows& rows = rows_of(pass, layer);
  const std::size_t count = pass.rows(), width = pass.plan().width;
  rows.projected.resize(3 * count * width);
  for (std::vector<float>* numbers : {&rows.input, &rows.convolved}) numbers->resize(count * width);
  pass.multiply(x, weights.matrix(Role::kRecurrentInput), weights.vector(Role::kRecurrentInputBias),
                rows.projected.data());
  pass.for_each_row(count, [&](std::size_t row) {
    const float *b = rows.projected.data() + 3 * row * width, *values = b + 2 * width;
    for (std::size_t i = 0; i < width; ++i) rows.input[row * width + i] = b[i] * values[i];
  });
  CausalConvolutionWork work =
      convolution_of(weights, width, convolution.taps, /*silu=*/false, {rows.input.data(), width});
  work.walk = &pass.walk;
  work.window = state.window.data();
  work.out = rows.convolved.data();
  work.end_window = pass.chain ? layers_[layer].end.window.data() : nullptr;
  causal_convolution(work, pass.states);
  pass.for_each_row(count, [&](std::size_t row) {
    const float* c = rows.projected.data() + (3 * row + 1) * width;
    for (std::size_t i = 0; i < width; ++i) rows.convolved[row * width + i] *= c[i];
  });
  pass.multiply(rows.convolved.data(), weights.matrix(Role::kRecurrentOutput),
                weights.vector(Role::kRecurrentOutputBias), out);
}

void RecurrentMixer::keep(Pass& pass, std::span<const int> path, KvCache& cache) {
  const RowWalk walk = RowWalk::along(path);
  for (int layer = 0; layer < pass.plan().layer_count(); ++layer) {
    const MixerPlan& mixer = pass.plan().layer(layer).mixer;
    if (std::holds_alternative<AttentionPlan>(mixer)) continue;
    RecurrentState& state = cache.state(layer);
    if (pass.chain) {
      std::swap(state, layers_[layer].end);
      continue;
    }
    const LayerWeights& weights = pass.weights(layer);
    const Rows& rows = layers_[layer].rows;
    if (const auto* net = std::get_if<DeltaNetPlan>(&mixer)) {
      const std::size_t channels = net->channels();
      advance(convolution_of(weights, channels, net->taps, true, {rows.projected.data(), channels}),
              walk, state, pass.states);
      advance(rule_of(*net, rows.convolved.data(), rows.steps.data(), rows.betas.data()), walk,
              state.memory, pass.states, delta_rule, &DeltaRuleWork::end_state,
              &DeltaRuleWork::state);
    } else if (const auto* space = std::get_if<StateSpacePlan>(&mixer)) {
      advance(
          convolution_of(weights, space->channels(), space->taps, true,
                         {rows.projected.data() + space->inner(), std::size_t(space->projected())}),
          walk, state, pass.states);
      advance(scan_of(*space, weights, rows.convolved.data(), rows.steps.data()), walk,
              state.memory, pass.states, selective_scan, &SelectiveScanWork::end_state,
              &SelectiveScanWork::state);
    } else if (const auto* convolution = std::get_if<ShortConvolutionPlan>(&mixer)) {
      const std::size_t width = pass.plan().width;
      advance(convolution_of(weights, width, convolution->taps, false, {rows.input.data(), width}),
              walk, state, pass.states);
    }
  }
}

}  // namespace canter
