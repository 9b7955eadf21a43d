#include "decode/draft/sources/head_source.h"

#include <algorithm>
#include <cmath>
#include <new>

#include "model/forward/forward.h"
#include "tensor/number_format.h"
#include "tensor/operations.h"

namespace canter {
namespace {

/// A guess may be off by what eight bits lose.
TensorType stored_type(std::size_t inputs) {
  return inputs % kernels::kBlock == 0 ? TensorType::kQ8_0 : TensorType::kF32;
}

std::size_t packed_bytes(std::size_t outputs, std::size_t inputs) {
  return PackedMatrix::bytes_for(stored_type(inputs), outputs, inputs);
}

Result<PackedMatrix> pack_rows(std::span<const float> numbers, std::size_t inputs, ThreadPool& pool,
                               std::byte*& memory) {
  const std::size_t outputs = numbers.size() / inputs;
  const TensorType type = stored_type(inputs);
  std::vector<std::byte> encoded;
  encode_numbers(type, numbers, encoded);
  const std::size_t bytes = packed_bytes(outputs, inputs);
  auto packed = PackedMatrix::pack({type, outputs, inputs, encoded}, pool, {memory, bytes});
  memory += bytes;
  return packed;
}

}  // namespace

Result<std::unique_ptr<HeadSource>> HeadSource::create(const RecurrentHead& head,
                                                       const Model& model, ThreadPool& pool) try {
  std::unique_ptr<HeadSource> source(new HeadSource(head, model, pool));
  if (auto packed = source->pack(pool); !packed) return propagate(packed);
  const std::size_t width = model.plan().width;
  source->state_.resize(width);
  source->both_.resize(2 * width);
  source->inner_.resize(head.hidden);
  source->mixed_.resize(width);
  source->scores_.resize(head.tokens.size());
  return source;
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge, "no memory for the adapter; close other programs");
}

std::size_t HeadSource::bytes(std::size_t width, std::size_t hidden, std::size_t tokens) {
  return packed_bytes(hidden, 2 * width) + packed_bytes(width, hidden) +
         packed_bytes(width, width) + packed_bytes(tokens, width);
}

Result<void> HeadSource::pack(ThreadPool& pool) {
  const std::size_t width = model_->plan().width, hidden = head_->hidden;
  memory_.reserve(bytes(width, hidden, head_->tokens.size()));
  std::byte* memory = memory_.data();
  const PackedMatrix& output = model_->weights().model.matrix(Role::kOutput);
  std::vector<float> rows(head_->tokens.size() * width);
  std::vector<std::byte> scratch;
  for (std::size_t i = 0; i < head_->tokens.size(); ++i)
    output.decode(head_->tokens[i], rows.data() + i * width, scratch);
  const auto take = [&](std::span<const float> numbers, std::size_t inputs,
                        PackedMatrix& matrix) -> Result<void> {
    auto packed = pack_rows(numbers, inputs, pool, memory);
    if (!packed) return propagate(packed);
    matrix = *packed;
    return {};
  };
  if (auto done = take(head_->in, 2 * width, in_); !done) return done;
  if (auto done = take(head_->out, hidden, out_); !done) return done;
  if (auto done = take(head_->carry, width, carry_); !done) return done;
  return take(rows, width, output_);
}

void HeadSource::begin_step(std::span<const TokenId> text) {
  ready_ = known_ > 0 && known_ + 1 == text.size();
  states_.clear();
}

bool HeadSource::advance(const DraftTree& tree, int node) {
  const int parent = tree.nodes()[node].parent;
  const std::vector<float>& before = node == 0 ? state_ : states_[parent];
  if (before.empty()) return false;
  const std::size_t width = state_.size();
  std::ranges::copy(before, both_.begin());
  embed_token(*model_, tree.nodes()[node].token, both_.data() + width);
  scale(both_.data() + width, head_->embedding_scale, width);
  matmul_.multiply(both_.data(), 1, in_, inner_.data());
  sigmoid_multiply(inner_.data(), inner_.data(), inner_.size());
  states_[node].resize(width);
  const Matmul::Part out{&out_, mixed_.data()}, carry{&carry_, states_[node].data()};
  const Matmul::Group groups[] = {{inner_.data(), 1, {&out, 1}}, {both_.data(), 1, {&carry, 1}}};
  matmul_.multiply(groups);
  add(states_[node].data(), mixed_.data(), width);
  rms_norm(states_[node].data(), head_->norm.data(), float(model_->plan().norm_epsilon), width,
           states_[node].data());
  return true;
}

void HeadSource::propose(const DraftTree& tree, int node, std::vector<Candidate>& candidates) {
  const int depth = tree.nodes()[node].depth + 1;
  states_.resize(tree.size());
  if (!ready_ || depth > kMostDepth || !advance(tree, node)) return;
  matmul_.multiply(states_[node].data(), 1, output_, scores_.data());
  const ModelPlan& plan = model_->plan();
  if (plan.logit_scale != 1) scale(scores_.data(), float(plan.logit_scale), scores_.size());
  if (plan.logit_cap != 0) softcap(scores_.data(), float(plan.logit_cap), scores_.size());
  find_best(scores_, kMostChildren, best_);
  if (best_.empty()) return;
  const float largest = best_.front().score;
  const double total = softmax_total(scores_, largest);
  for (const ScoredToken& scored : best_)
    candidates.push_back(
        {head_->tokens[scored.token],
         {EvidenceKind::kHead, depth, double(std::exp(scored.score - largest)) / total}});
}

void HeadSource::read(int first, std::span<const TokenId> tokens, std::span<const float> states) {
  std::ranges::copy(states.last(state_.size()), state_.begin());
  known_ = std::size_t(first) + tokens.size();
}

}  // namespace canter
