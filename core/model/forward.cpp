#include "model/forward.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <string>

#include "model/rotary.h"
#include "tensor/attention.h"
#include "tensor/number_format.h"
#include "tensor/operations.h"

namespace canter {

Forward::Forward(const Model& model, ThreadPool& pool)
    : model_(&model), pool_(&pool), matmul_(pool), scores_(pool.threads()) {
  const RotaryFrequencies frequencies = rotary_frequencies(model.config().rotary);
  rotary_frequencies_ = frequencies.per_position;
  rotary_magnitude_ = frequencies.magnitude;
}

Result<void> Forward::run(std::span<const TokenId> tokens, KvCache& cache, int logit_rows,
                          float* logits, const std::function<bool()>& should_stop) {
  const ModelConfig& config = model_->config();
  const ModelWeights& weights = model_->weights();
  const int rows = int(tokens.size());
  if (auto room = cache.reserve(rows); !room) return propagate(room);
  try {
    resize_scratch(rows, cache.size() + rows);
  } catch (const std::bad_alloc&) {
    return fail(ErrorKind::kTooLarge, "no memory for a pass of " + std::to_string(rows) +
                                          " tokens; close other programs");
  }
  prepare_rotary(cache.size(), rows);
  embed(tokens);

  for (int layer = 0; layer < config.layers; ++layer) {
    if (should_stop && should_stop()) return fail(ErrorKind::kInterrupted, "stopped");
    normalise(weights.norms.attention[layer], residual_.data(), rows);
    attend(layer, rows, cache);
    normalise(weights.norms.feed_forward[layer], residual_.data(), rows);
    feed_forward(layer, rows);
  }
  cache.advance(rows);

  if (logit_rows > 0) {
    normalise(weights.norms.output,
              residual_.data() + std::size_t(rows - logit_rows) * config.width, logit_rows);
    matmul_.multiply(normed_.data(), logit_rows, weights.output, logits);
  }
  return {};
}

void Forward::resize_scratch(int rows, int positions) {
  const ModelConfig& config = model_->config();
  const auto size = [rows](std::vector<float>& numbers, int width) {
    numbers.resize(std::size_t(rows) * width);
  };
  size(residual_, config.width);
  size(normed_, config.width);
  size(product_, config.width);
  size(query_, config.heads * config.head_width);
  size(key_, config.kv_heads * config.head_width);
  size(value_, config.kv_heads * config.head_width);
  size(mixed_, config.heads * config.head_width);
  size(gate_, config.feed_forward);
  size(up_, config.feed_forward);
  size(cosine_, config.rotary.width / 2);
  size(sine_, config.rotary.width / 2);
  for (auto& scores : scores_) scores.resize(positions);
}

void Forward::prepare_rotary(int first_position, int rows) {
  const std::size_t pairs = rotary_frequencies_.size();
  for (int row = 0; row < rows; ++row) {
    for (std::size_t i = 0; i < pairs; ++i) {
      const double angle = (first_position + row) * rotary_frequencies_[i];
      cosine_[row * pairs + i] = float(std::cos(angle) * rotary_magnitude_);
      sine_[row * pairs + i] = float(std::sin(angle) * rotary_magnitude_);
    }
  }
}

void Forward::embed(std::span<const TokenId> tokens) {
  const Matrix& embedding = model_->weights().embedding;
  for (std::size_t row = 0; row < tokens.size(); ++row)
    decode_numbers(embedding.type, embedding.row(tokens[row]),
                   residual_.data() + row * embedding.inputs, embedding.inputs);
}

void Forward::normalise(const std::vector<float>& weight, const float* x, int rows) {
  const std::size_t width = weight.size();
  for (int row = 0; row < rows; ++row)
    rms_norm(x + row * width, weight.data(), float(model_->config().norm_epsilon), width,
             normed_.data() + row * width);
}

void Forward::turn(std::vector<float>& heads, int head_count, int rows) {
  const ModelConfig& config = model_->config();
  const std::size_t pairs = rotary_frequencies_.size();
  for (int row = 0; row < rows; ++row)
    for (int head = 0; head < head_count; ++head)
      turn_head(config.rotary.layout, cosine_.data() + row * pairs, sine_.data() + row * pairs,
                config.rotary.width,
                heads.data() + (std::size_t(row) * head_count + head) * config.head_width);
}

void Forward::attend(int layer, int rows, KvCache& cache) {
  const ModelConfig& config = model_->config();
  const LayerWeights& weights = model_->weights().layers[layer];
  const std::size_t width = config.head_width;
  const Matmul::Part projections[] = {
      {&weights.query, query_.data()}, {&weights.key, key_.data()}, {&weights.value, value_.data()}};
  matmul_.multiply(normed_.data(), rows, projections);
  turn(query_, config.heads, rows);
  turn(key_, config.kv_heads, rows);

  const int first = cache.size();
  for (int row = 0; row < rows; ++row) {
    for (int head = 0; head < config.kv_heads; ++head) {
      const std::size_t from = (std::size_t(row) * config.kv_heads + head) * width;
      const std::size_t to = std::size_t(first + row) * width;
      std::copy_n(key_.data() + from, width, cache.key(layer, head) + to);
      std::copy_n(value_.data() + from, width, cache.value(layer, head) + to);
    }
  }

  const int group = config.heads / config.kv_heads;
  pool_->for_each(std::size_t(rows) * config.heads, [&](std::size_t task, int thread) {
    const int row = int(task) / config.heads;
    const int head = int(task) % config.heads;
    const std::size_t positions = first + row + 1;
    attend_head(query_.data() + task * width, cache.key(layer, head / group),
                cache.value(layer, head / group), positions, width, scores_[thread].data(),
                mixed_.data() + task * width);
  });
  matmul_.multiply(mixed_.data(), rows, weights.attention_output, product_.data());
  add(residual_.data(), product_.data(), product_.size());
}

void Forward::feed_forward(int layer, int rows) {
  const LayerWeights& weights = model_->weights().layers[layer];
  const Matmul::Part projections[] = {{&weights.gate, gate_.data()}, {&weights.up, up_.data()}};
  matmul_.multiply(normed_.data(), rows, projections);
  const std::size_t width = model_->config().feed_forward;
  pool_->for_each(rows, [&](std::size_t row, int) {
    silu_multiply(gate_.data() + row * width, up_.data() + row * width, width);
  });
  matmul_.multiply(gate_.data(), rows, weights.down, product_.data());
  add(residual_.data(), product_.data(), product_.size());
}

}  // namespace canter
