#include "model/forward.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <numeric>
#include <string>

#include "model/rotary.h"
#include "tensor/number_format.h"
#include "tensor/operations.h"

namespace canter {
namespace {

/// What a thread takes at a time: enough to be worth waking it up.
constexpr std::size_t kRowsTogether = 8;
constexpr std::size_t kNumbersTogether = 4096;

std::size_t divide_up(std::size_t a, std::size_t b) {
  return (a + b - 1) / b;
}

Error no_memory(int rows) {
  return {ErrorKind::kTooLarge,
          "no memory for a pass of " + std::to_string(rows) + " tokens; close other programs"};
}

}  // namespace

Forward::Forward(const Model& model, ThreadPool& pool)
    : model_(&model), pool_(&pool), matmul_(pool), attention_(pool) {
  const RotaryFrequencies frequencies = rotary_frequencies(model.config().rotary);
  rotary_frequencies_ = frequencies.per_position;
  rotary_magnitude_ = frequencies.magnitude;
}

template <typename Use>
void Forward::for_each_row(std::size_t rows, const Use& use) {
  pool_->for_each(divide_up(rows, kRowsTogether), [&](std::size_t part, int) {
    const std::size_t first = part * kRowsTogether;
    for (std::size_t row = first; row < std::min(first + kRowsTogether, rows); ++row) use(row);
  });
}

template <typename Use>
void Forward::for_each_part(std::size_t count, const Use& use) {
  pool_->for_each(divide_up(count, kNumbersTogether), [&](std::size_t part, int) {
    const std::size_t first = part * kNumbersTogether;
    use(first, std::min(kNumbersTogether, count - first));
  });
}

Result<void> Forward::run(std::span<const TokenId> tokens, KvCache& cache, int logit_rows,
                          float* logits, const ShouldStop& should_stop) {
  if (auto ready = prepare(int(tokens.size()), cache); !ready) return ready;
  const int first = cache.size();
  for (int row = 0; row < rows(); ++row) {
    positions_[row] = first + row;
    views_[row] = {.context = first + row + 1};
  }
  for_each_row(rows(), [&](std::size_t row) { embed(tokens[row], int(row)); });
  if (auto done = run_layers(cache, nullptr, should_stop); !done) return done;
  logit_rows_.resize(logit_rows);
  std::iota(logit_rows_.begin(), logit_rows_.end(), rows() - logit_rows);
  if (auto done = logits_of(logit_rows_, logits); !done) return done;
  cache.advance(rows());
  return {};
}

Result<void> Forward::run_rows(std::span<const RowInput> inputs, KvCache& cache,
                               const KvCache* prefix, std::span<const int> logit_rows,
                               float* logits, const ShouldStop& should_stop) {
  if (auto ready = prepare(int(inputs.size()), cache); !ready) return ready;
  std::size_t seen = 0;
  for (const RowInput& input : inputs) seen += input.ancestors.size() + 1;
  try {
    further_.resize(seen);
  } catch (const std::bad_alloc&) {
    return tl::unexpected(no_memory(rows()));
  }
  const int first = cache.size();
  int* further = further_.data();
  for (int row = 0; row < rows(); ++row) {
    const RowInput& input = inputs[row];
    const std::size_t count = input.ancestors.size() + 1;
    positions_[row] = input.position;
    views_[row] = {
        .context = first + input.leading, .further = {further, count}, .prefix = input.prefix};
    for (const int ancestor : input.ancestors) *further++ = first + ancestor;
    *further++ = first + row;
    if (input.embedding)
      std::copy_n(input.embedding, model_->config().width,
                  residual_.data() + std::size_t(row) * model_->config().width);
    else
      embed(input.token, row);
  }
  if (auto done = run_layers(cache, prefix, should_stop); !done) return done;
  return logits_of(logit_rows, logits);
}

std::array<Forward::Buffer, 11> Forward::buffers(const ModelConfig& config) {
  const int queries = config.heads * config.head_width, keys = config.kv_heads * config.head_width;
  return {{{&Forward::residual_, config.width},
           {&Forward::normed_, config.width},
           {&Forward::product_, config.width},
           {&Forward::query_, queries},
           {&Forward::key_, keys},
           {&Forward::value_, keys},
           {&Forward::mixed_, queries},
           {&Forward::gate_, config.feed_forward},
           {&Forward::up_, config.feed_forward},
           {&Forward::cosine_, config.rotary.width / 2},
           {&Forward::sine_, config.rotary.width / 2}}};
}

std::uint64_t Forward::scratch_bytes(const ModelConfig& config, std::span<const TensorType> types,
                                     int context, int threads) {
  const auto rows = std::size_t(std::min(kMaxRows, context));
  std::uint64_t bytes = rows * (sizeof(RowView) + 2 * sizeof(int));
  for (const Buffer& buffer : buffers(config)) bytes += rows * buffer.width * sizeof(float);
  bytes += Attention::scratch_bytes(rows, context, config.heads, config.head_width, threads);
  const int inputs =
      std::max({config.width, config.heads * config.head_width, config.feed_forward});
  std::uint64_t products = 0;
  for (const TensorType type : types)
    products =
        std::max<std::uint64_t>(products, Matmul::scratch_bytes(type, rows, inputs, threads));
  return bytes + products;
}

Result<void> Forward::prepare(int rows, KvCache& cache) {
  if (auto room = cache.reserve(rows); !room) return room;
  try {
    positions_.resize(rows);
    views_.resize(rows);
    for (const Buffer& buffer : buffers(model_->config()))
      (this->*buffer.numbers).resize(std::size_t(rows) * buffer.width);
    logit_rows_.reserve(rows);
  } catch (const std::bad_alloc&) {
    return tl::unexpected(no_memory(rows));
  }
  return {};
}

Result<void> Forward::run_layers(KvCache& cache, const KvCache* prefix,
                                 const ShouldStop& should_stop) try {
  // The rows of the embedding have just been read from the file.
  if (auto unchanged = model_->check_unchanged(); !unchanged) return unchanged;
  const ModelWeights& weights = model_->weights();
  prepare_rotary();
  for (int layer = 0; layer < model_->config().layers; ++layer) {
    if (should_stop && should_stop()) return fail(ErrorKind::kInterrupted, "stopped");
    normalise(weights.norms.attention[layer]);
    if (auto attended = attend(layer, cache, prefix); !attended) return attended;
    normalise(weights.norms.feed_forward[layer]);
    feed_forward(layer);
  }
  return {};
} catch (const std::bad_alloc&) {
  return tl::unexpected(no_memory(rows()));
}

void Forward::prepare_rotary() {
  const std::size_t pairs = rotary_frequencies_.size();
  for_each_row(rows(), [&](std::size_t row) {
    for (std::size_t i = 0; i < pairs; ++i) {
      const double angle = positions_[row] * rotary_frequencies_[i];
      cosine_[row * pairs + i] = float(std::cos(angle) * rotary_magnitude_);
      sine_[row * pairs + i] = float(std::sin(angle) * rotary_magnitude_);
    }
  });
}

void Forward::embed(TokenId token, int row) {
  const Matrix& embedding = model_->weights().embedding;
  decode_numbers(embedding.type, embedding.row(token),
                 residual_.data() + std::size_t(row) * embedding.inputs, embedding.inputs);
}

void Forward::normalise(const std::vector<float>& weight) {
  const std::size_t width = weight.size();
  for_each_row(rows(), [&](std::size_t row) {
    rms_norm(residual_.data() + row * width, weight.data(), float(model_->config().norm_epsilon),
             width, normed_.data() + row * width);
  });
}

Result<void> Forward::logits_of(std::span<const int> logit_rows, float* logits) try {
  if (logit_rows.empty()) return {};
  const ModelWeights& weights = model_->weights();
  const std::size_t width = model_->config().width;
  for_each_row(logit_rows.size(), [&](std::size_t i) {
    rms_norm(residual_.data() + logit_rows[i] * width, weights.norms.output.data(),
             float(model_->config().norm_epsilon), width, normed_.data() + i * width);
  });
  matmul_.multiply(normed_.data(), logit_rows.size(), weights.output, logits);
  return {};
} catch (const std::bad_alloc&) {
  return tl::unexpected(no_memory(rows()));
}

void Forward::turn(std::vector<float>& heads, int head_count, int row) {
  const ModelConfig& config = model_->config();
  const std::size_t pairs = rotary_frequencies_.size();
  for (int head = 0; head < head_count; ++head)
    turn_head(config.rotary.layout, cosine_.data() + row * pairs, sine_.data() + row * pairs,
              config.rotary.width,
              heads.data() + (std::size_t(row) * head_count + head) * config.head_width);
}

Result<void> Forward::attend(int layer, KvCache& cache, const KvCache* prefix) {
  const ModelConfig& config = model_->config();
  const LayerWeights& weights = model_->weights().layers[layer];
  const Matmul::Part projections[] = {{&weights.query, query_.data()},
                                      {&weights.key, key_.data()},
                                      {&weights.value, value_.data()}};
  matmul_.multiply(normed_.data(), rows(), projections);

  KeyValues& slots = cache.layer(layer);
  for_each_row(rows(), [&](std::size_t row) {
    turn(query_, config.heads, int(row));
    turn(key_, config.kv_heads, int(row));
    for (int head = 0; head < config.kv_heads; ++head) {
      const std::size_t from = (row * config.kv_heads + head) * config.head_width;
      slots.write(head, cache.size() + row, key_.data() + from, value_.data() + from);
    }
  });
  if (auto attended = attention_.run({.cache = &slots,
                                      .prefix = prefix ? &prefix->layer(layer) : nullptr,
                                      .prefix_slots = prefix ? prefix->size() : 0,
                                      .rows = views_,
                                      .heads = std::size_t(config.heads),
                                      .scale = 1.0f / std::sqrt(float(config.head_width)),
                                      .queries = query_.data(),
                                      .out = mixed_.data()});
      !attended)
    return attended;
  matmul_.multiply(mixed_.data(), rows(), weights.attention_output, product_.data());
  add_product();
  return {};
}

void Forward::feed_forward(int layer) {
  const LayerWeights& weights = model_->weights().layers[layer];
  const Matmul::Part projections[] = {{&weights.gate, gate_.data()}, {&weights.up, up_.data()}};
  matmul_.multiply(normed_.data(), rows(), projections);
  for_each_part(gate_.size(), [&](std::size_t first, std::size_t count) {
    silu_multiply(gate_.data() + first, up_.data() + first, count);
  });
  matmul_.multiply(gate_.data(), rows(), weights.down, product_.data());
  add_product();
}

void Forward::add_product() {
  for_each_part(product_.size(), [&](std::size_t first, std::size_t count) {
    add(residual_.data() + first, product_.data() + first, count);
  });
}

}  // namespace canter
