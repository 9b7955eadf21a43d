#include "model/forward/attention_mixer.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "model/plan/alibi.h"
#include "tensor/operations.h"

namespace canter {
namespace {

void add_if(const std::vector<float>& bias, float* numbers) {
  if (!bias.empty()) add_bias(numbers, bias.data(), 1, bias.size());
}

}  // namespace

AttentionMixer::AttentionMixer(const ModelPlan& plan) {
  for (const RotaryPlan& rotary : plan.rotaries) rotaries_.emplace_back(rotary);
  for (int layer = 0; layer < plan.layer_count(); ++layer) {
    const AttentionPlan* attention = plan.attention(layer);
    slopes_.emplace_back();
    if (!attention || attention->alibi_bias == 0) continue;
    slopes_.back() = alibi_slopes(attention->heads, attention->alibi_bias);
    scale(slopes_.back().data(), float(attention->alibi_scale), slopes_.back().size());
  }
}

std::size_t AttentionMixer::numbers_per_row(const AttentionPlan& a) {
  const std::size_t queries = std::size_t(a.heads) * a.head_width;
  const std::size_t keys = std::size_t(a.kv_heads) * a.head_width;
  return 2 * queries + (a.output_gate ? 3 * queries : 0) + (a.has_keys() ? 2 * keys : 0);
}

void AttentionMixer::prepare(Pass& pass, bool beyond) {
  const auto for_each_row = [&](std::size_t rows, const auto& use) {
    pass.for_each_row(rows, use);
  };
  for (RotaryTurns<float>& rotary : rotaries_) rotary.prepare(pass.positions, beyond, for_each_row);
}

void AttentionMixer::project(Pass& pass, const AttentionPlan& a, const LayerWeights& weights,
                             const float* x) {
  const std::size_t queries = pass.rows() * a.heads * a.head_width;
  const std::size_t keys = pass.rows() * a.kv_heads * a.head_width;
  query_.resize(queries);
  mixed_.resize(queries);
  if (a.output_gate) {
    projected_.resize(2 * queries);
    gate_.resize(queries);
  }
  Matmul::Part parts[3];
  std::size_t count = 0;
  parts[count++] = {&weights.matrix(Role::kQuery),
                    a.output_gate ? projected_.data() : query_.data()};
  if (a.has_keys()) {
    key_.resize(keys);
    value_.resize(keys);
    parts[count++] = {&weights.matrix(Role::kKey), key_.data()};
    if (!a.value_is_key) parts[count++] = {&weights.matrix(Role::kValue), value_.data()};
  }
  pass.matmul.multiply(x, pass.rows(), std::span(parts).first(count));
}

void AttentionMixer::normalise(const Pass& pass, const AttentionPlan& a,
                               const std::vector<float>& weight, int heads, float* numbers) const {
  if (a.head_norm == HeadNorm::kNone) return;
  const auto epsilon = float(pass.plan().norm_epsilon);
  const bool whole = a.head_norm == HeadNorm::kWholeWidth;
  const std::size_t width = whole ? std::size_t(heads) * a.head_width : a.head_width;
  for (int head = 0; head < (whole ? 1 : heads); ++head)
    rms_norm(numbers + head * width, weight.data(), epsilon, width, numbers + head * width);
}

void AttentionMixer::finish_query(const Pass& pass, const AttentionPlan& a,
                                  const LayerWeights& weights, std::size_t row) {
  const std::size_t width = std::size_t(a.heads) * a.head_width;
  float* query = query_.data() + row * width;
  if (a.output_gate) {
    float* both = projected_.data() + row * 2 * width;
    add_if(weights.vector(Role::kQueryBias), both);
    for (int head = 0; head < a.heads; ++head, both += 2 * a.head_width) {
      std::copy_n(both, a.head_width, query + std::size_t(head) * a.head_width);
      std::copy_n(both + a.head_width, a.head_width,
                  gate_.data() + row * width + std::size_t(head) * a.head_width);
    }
  } else {
    add_if(weights.vector(Role::kQueryBias), query);
  }
  normalise(pass, a, weights.vector(Role::kQueryNorm), a.heads, query);
  if (a.rotary >= 0) rotaries_[a.rotary].turn(row, a.heads, a.head_width, query);
  if (a.position_scale != 0) {
    const double steps = std::floor(double(pass.positions[row]) / a.position_scale_context);
    scale(query, float(1 + a.position_scale * std::log(1 + steps)), width);
  }
}

void AttentionMixer::finish_key(const Pass& pass, const AttentionPlan& a,
                                const LayerWeights& weights, std::size_t row) {
  const std::size_t width = std::size_t(a.kv_heads) * a.head_width;
  float *key = key_.data() + row * width, *value = value_.data() + row * width;
  add_if(weights.vector(Role::kKeyBias), key);
  if (a.value_is_key)
    std::copy_n(key, width, value);
  else
    add_if(weights.vector(Role::kValueBias), value);
  normalise(pass, a, weights.vector(Role::kKeyNorm), a.kv_heads, key);
  if (a.rotary >= 0) rotaries_[a.rotary].turn(row, a.kv_heads, a.head_width, key);
  if (!a.value_norm) return;
  for (int head = 0; head < a.kv_heads; ++head) {
    float* numbers = value + std::size_t(head) * a.head_width;
    rms_norm(numbers, nullptr, float(pass.plan().norm_epsilon), a.head_width, numbers);
  }
}

std::span<const RowView> AttentionMixer::views_of(const Pass& pass, int window) {
  if (window == 0) return pass.views;
  views_.assign(pass.views.begin(), pass.views.end());
  for (RowView& view : views_)
    view.first = std::max(0, view.context + int(view.further.size()) - window);
  return views_;
}

Result<void> AttentionMixer::attend(Pass& pass, int layer, int source, const SequenceRows& rows,
                                    std::span<const RowView> views, const KvCache* prefix) {
  const AttentionPlan& a = *pass.plan().attention(layer);
  const std::vector<float>&sinks = pass.weights(layer).vector(Role::kSinks),
        &slopes = slopes_[layer];
  const std::size_t from = rows.first * a.heads * a.head_width;
  return pass.attention.run({.cache = &rows.cache->layer(source),
                             .prefix = prefix ? &prefix->layer(source) : nullptr,
                             .prefix_slots = prefix ? prefix->size() : 0,
                             .slot_offset = rows.cache->offset(source),
                             .rows = views.subspan(rows.first, rows.count),
                             .heads = std::size_t(a.heads),
                             .scale = float(a.scale),
                             .score_cap = float(a.score_cap),
                             .sinks = sinks.empty() ? nullptr : sinks.data(),
                             .slopes = slopes.empty() ? nullptr : slopes.data(),
                             .queries = query_.data() + from,
                             .out = mixed_.data() + from});
}

Result<void> AttentionMixer::run(Pass& pass, int layer, const float* x,
                                 std::span<const SequenceRows> sequences, const KvCache* prefix,
                                 float* out) {
  const AttentionPlan& a = *pass.plan().attention(layer);
  const LayerWeights& weights = pass.weights(layer);
  project(pass, a, weights, x);
  const int source = a.has_keys() ? layer : a.shares;
  const std::size_t kv_width = std::size_t(a.kv_heads) * a.head_width;
  pass.for_each_row(pass.rows(), [&](std::size_t row) {
    finish_query(pass, a, weights, row);
    if (!a.has_keys()) return;
    finish_key(pass, a, weights, row);
    const SequenceRows& of =
        *std::prev(std::ranges::upper_bound(sequences, row, {}, &SequenceRows::first));
    const std::size_t slot =
        std::size_t(of.cache->size() - of.cache->offset(source)) + (row - of.first);
    for (int head = 0; head < a.kv_heads; ++head) {
      const std::size_t from = row * kv_width + std::size_t(head) * a.head_width;
      of.cache->layer(source).write(head, slot, key_.data() + from, value_.data() + from);
    }
  });
  const auto views = views_of(pass, a.window);
  for (const SequenceRows& rows : sequences)
    if (auto done = attend(pass, layer, source, rows, views, prefix); !done) return done;
  if (a.output_gate)
    pass.for_each_part(mixed_.size(), [&](std::size_t first, std::size_t count) {
      sigmoid_multiply(mixed_.data() + first, gate_.data() + first, count);
    });
  pass.multiply(mixed_.data(), weights.matrix(Role::kAttentionOutput),
                weights.vector(Role::kAttentionOutputBias), out);
  return {};
}

}  // namespace canter
