#include "model/forward/forward.h"

#include <algorithm>
#include <new>
#include <numeric>
#include <string>

#include "tensor/number_format.h"
#include "tensor/operations.h"

namespace canter {
namespace {

Error no_memory(std::size_t rows) {
  return {ErrorKind::kTooLarge,
          "no memory for a pass of " + std::to_string(rows) + " tokens; close other programs"};
}

/// Experts that a row takes, the most of any layer.
std::size_t experts_used(const ModelPlan& plan) {
  int used = 0;
  for (const LayerPlan& layer : plan.layers)
    if (layer.mixture) used = std::max(used, layer.mixture->used);
  return std::size_t(used);
}

/// Rows of the pass that rows see, all together.
std::size_t seen_by(std::span<const RowInput> inputs) {
  std::size_t seen = 0;
  for (const RowInput& input : inputs) seen += input.ancestors.size() + 1;
  return seen;
}

}  // namespace

void embed_token(const Model& model, TokenId token, float* numbers) {
  const Matrix& embedding = model.weights().embedding;
  decode_numbers(embedding.type, embedding.row(token), numbers, embedding.inputs);
  const double factor = model.plan().embedding_scale;
  if (factor != 1) scale(numbers, float(factor), embedding.inputs);
}

std::uint64_t Forward::scratch_bytes(const ModelPlan& plan, std::span<const MatrixKind> matrices,
                                     int context, int threads) {
  const auto rows = std::size_t(std::min(kMaxRows, context));
  std::uint64_t bytes =
      rows * (sizeof(RowView) + sizeof(SequenceRows) + 4 * sizeof(int) +
              (Layers::numbers_per_row(plan) + std::size_t(plan.width)) * sizeof(float));
  std::uint64_t attending = 0;
  for (const LayerPlan& layer : plan.layers)
    if (const auto* attention = std::get_if<AttentionPlan>(&layer.mixer))
      attending = std::max<std::uint64_t>(
          attending, Attention::scratch_bytes(rows, std::size_t(context), attention->heads,
                                              attention->head_width, threads));
  bytes += attending;
  std::vector<Matmul::Shape> products;
  for (const MatrixKind& matrix : matrices)
    products.push_back({.type = matrix.type,
                        .inputs = matrix.inputs,
                        .rows = matrix.experts ? rows * experts_used(plan) : rows,
                        .group_rows = rows});
  return bytes + Matmul::scratch_bytes(products, threads);
}

Forward::Forward(const Model& model, ThreadPool& pool)
    : model_(&model), layers_(model, model.plan(), 0, pool) {}

Result<void> Forward::run(std::span<const TokenId> tokens, KvCache& cache, int logit_rows,
                          float* logits, const ShouldStop& should_stop) {
  if (auto room = cache.reserve(int(tokens.size())); !room) return room;
  if (auto ready = prepare(tokens.size()); !ready) return ready;
  sequences_.assign(1, {&cache, 0, tokens.size()});
  layers_.lay_out_chain(tokens, cache.size());
  layers_.pass().for_each_row(tokens.size(), [&](std::size_t row) { embed(tokens[row], row); });
  if (auto done = run_layers(nullptr, should_stop); !done) return done;
  std::iota(rows_.begin(), rows_.end(), 0);
  if (auto done = logits_of(std::span(rows_).last(logit_rows), logits); !done) return done;
  return keep(rows_, cache);
}

Result<void> Forward::run_rows(std::span<const RowInput> inputs, KvCache& cache,
                               const KvCache* prefix, std::span<const int> logit_rows,
                               float* logits, const ShouldStop& should_stop) {
  const SequenceTree tree{&cache, inputs};
  if (auto done = run_sequences({&tree, 1}, prefix, should_stop); !done) return done;
  return logits_of(logit_rows, logits);
}

int* Forward::lay_out(std::span<const RowInput> inputs, std::size_t first, int context,
                      int* further) {
  Pass& pass = layers_.pass();
  const std::size_t width = model_->plan().width;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const RowInput& input = inputs[i];
    const std::size_t row = first + i, count = input.ancestors.size() + 1;
    pass.positions[row] = input.position;
    pass.views[row] = {
        .context = context + input.leading, .further = {further, count}, .prefix = input.prefix};
    layers_.parents()[row] = input.ancestors.empty() ? input.leading - 1 : input.ancestors.back();
    layers_.tokens()[row] = input.embedding ? -1 : input.token;
    for (const int ancestor : input.ancestors) *further++ = context + ancestor;
    *further++ = context + int(i);
    if (input.embedding)
      std::copy_n(input.embedding, width, layers_.hidden().data() + row * width);
    else
      embed(input.token, row);
  }
  return further;
}

Result<void> Forward::run_trees(std::span<const SequenceTree> trees, float* logits,
                                const ShouldStop& should_stop) {
  if (auto done = run_sequences(trees, nullptr, should_stop); !done) return done;
  std::iota(rows_.begin(), rows_.end(), 0);
  return logits_of(rows_, logits);
}

Result<void> Forward::run_sequences(std::span<const SequenceTree> trees, const KvCache* prefix,
                                    const ShouldStop& should_stop) {
  std::size_t rows = 0, seen = 0;
  for (const SequenceTree& each : trees) {
    if (auto room = each.cache->reserve(int(each.rows.size())); !room) return room;
    rows += each.rows.size();
    seen += seen_by(each.rows);
  }
  if (auto ready = prepare(rows); !ready) return ready;
  try {
    further_.resize(seen);
  } catch (const std::bad_alloc&) {
    return tl::unexpected(no_memory(rows));
  }
  sequences_.clear();
  std::size_t row = 0;
  int* further = further_.data();
  for (const SequenceTree& each : trees) {
    sequences_.push_back({each.cache, row, each.rows.size()});
    further = lay_out(each.rows, row, each.cache->size(), further);
    row += each.rows.size();
  }
  // A root is kept in any case.
  layers_.pass().chain = rows == 1;
  return run_layers(prefix, should_stop);
}

Result<void> Forward::run_together(std::span<const SequencePiece> pieces, float* logits,
                                   const ShouldStop& should_stop) {
  std::size_t rows = 0;
  for (const SequencePiece& each : pieces) {
    if (auto room = each.cache->reserve(int(each.tokens.size())); !room) return room;
    rows += each.tokens.size();
  }
  if (auto ready = prepare(rows); !ready) return ready;
  Pass& pass = layers_.pass();
  sequences_.clear();
  std::size_t row = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto& [cache, tokens] = pieces[i];
    sequences_.push_back({cache, row, tokens.size()});
    for (std::size_t k = 0; k < tokens.size(); ++k, ++row) {
      const int position = cache->size() + int(k);
      pass.positions[row] = position;
      pass.views[row] = {.context = position + 1};
      layers_.tokens()[row] = tokens[k];
    }
    rows_[i] = int(row) - 1;
  }
  pass.for_each_row(rows, [&](std::size_t each) { embed(layers_.tokens()[each], each); });
  pass.chain = false;
  if (auto done = run_layers(nullptr, should_stop); !done) return done;
  if (logits)
    if (auto done = logits_of(std::span(rows_).first(pieces.size()), logits); !done) return done;
  for (const SequencePiece& each : pieces) each.cache->advance(int(each.tokens.size()));
  return {};
}

Result<void> Forward::prepare(std::size_t rows) {
  try {
    layers_.resize(rows);
    normed_.resize(rows * model_->plan().width);
    rows_.resize(rows);
    sequences_.reserve(rows);
  } catch (const std::bad_alloc&) {
    return tl::unexpected(no_memory(rows));
  }
  return {};
}

Result<void> Forward::run_layers(const KvCache* prefix, const ShouldStop& should_stop) try {
  // The rows of the embedding have just been read from the file.
  if (auto unchanged = model_->check_unchanged(); !unchanged) return unchanged;
  layers_.prepare(sequences_.front().cache->beyond());
  for (int layer = 0; layer < model_->plan().layer_count(); ++layer) {
    if (should_stop && should_stop()) return fail(ErrorKind::kInterrupted, "stopped");
    if (auto done = layers_.run(layer, sequences_, prefix); !done) return done;
  }
  return {};
} catch (const std::bad_alloc&) {
  return tl::unexpected(no_memory(layers_.pass().rows()));
}

void Forward::embed(TokenId token, std::size_t row) {
  embed_token(*model_, token, layers_.hidden().data() + row * model_->plan().width);
}

Result<void> Forward::keep(std::span<const int> path, KvCache& cache) try {
  layers_.keep(path, cache);
  const int first = cache.size();
  std::vector<int> slots(path.begin(), path.end());
  for (int& slot : slots) slot += first;
  cache.compact(first, slots);
  return {};
} catch (const std::bad_alloc&) {
  return tl::unexpected(no_memory(path.size()));
}

void Forward::time_with(StageClock* clock) {
  clock_ = clock;
  Pass& pass = layers_.pass();
  pass.matmul.time_with(clock);
  pass.attention.time_with(clock);
  pass.states.time_with(clock);
}

void Forward::hidden_of(std::span<const int> rows, float* hidden) {
  const std::size_t width = model_->plan().width;
  for (std::size_t i = 0; i < rows.size(); ++i)
    std::copy_n(layers_.hidden().data() + rows[i] * width, width, hidden + i * width);
  layers_.normalise(model_->weights().model, Role::kOutputNorm, Role::kOutputNormBias, rows.size(),
                    hidden, hidden);
}

Result<void> Forward::logits_of(std::span<const int> rows, float* logits) try {
  if (rows.empty()) return {};
  const ModelPlan& plan = model_->plan();
  Pass& pass = layers_.pass();
  hidden_of(rows, normed_.data());
  const StageClock::Scope scope(clock_, Stage::kOutput);
  pass.matmul.multiply(normed_.data(), rows.size(), model_->weights().model.matrix(Role::kOutput),
                       logits);
  if (plan.logit_scale == 1 && plan.logit_cap == 0) return {};
  pass.for_each_part(rows.size() * plan.vocabulary, [&](std::size_t first, std::size_t count) {
    if (plan.logit_scale != 1) scale(logits + first, float(plan.logit_scale), count);
    if (plan.logit_cap != 0) softcap(logits + first, float(plan.logit_cap), count);
  });
  return {};
} catch (const std::bad_alloc&) {
  return tl::unexpected(no_memory(layers_.pass().rows()));
}

}  // namespace canter
