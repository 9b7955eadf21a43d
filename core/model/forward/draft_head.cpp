#include "model/forward/draft_head.h"

#include <algorithm>
#include <new>

#include "model/forward/forward.h"
#include "tensor/operations.h"

namespace canter {
namespace {

ModelPlan plan_of_head(const ModelPlan& plan) {
  ModelPlan head = plan;
  head.layers = {plan.draft_layers.front()};
  head.draft_layers.clear();
  return head;
}

}  // namespace

DraftHead::DraftHead(const Model& model, ThreadPool& pool)
    : model_(&model),
      plan_(plan_of_head(model.plan())),
      layers_(model, plan_, model.plan().layer_count(), pool) {}

Result<KvCache> DraftHead::cache(int capacity) const {
  return KvCache::create(plan_, capacity);
}

std::uint64_t DraftHead::cache_bytes(const ModelPlan& plan, int tokens) {
  return plan.draft_layers.empty()
             ? 0
             : KvCache::bytes_for(plan_of_head(plan), tokens, TensorType::kF32);
}

void DraftHead::combine(std::span<const float> hidden, std::span<const TokenId> next) {
  const LayerWeights& weights = layers_.pass().weights(0);
  const std::size_t width = plan_.width;
  const auto epsilon = float(plan_.norm_epsilon);
  both_.resize(next.size() * 2 * width);
  for (std::size_t row = 0; row < next.size(); ++row) {
    float* both = both_.data() + row * 2 * width;
    embed_token(*model_, next[row], both);
    rms_norm(both, weights.vector(Role::kDraftEmbeddingNorm).data(), epsilon, width, both);
    rms_norm(hidden.data() + row * width, weights.vector(Role::kDraftHiddenNorm).data(), epsilon,
             width, both + width);
  }
  layers_.pass().matmul.multiply(both_.data(), next.size(), weights.matrix(Role::kDraftInput),
                                 layers_.hidden().data());
}

Result<void> DraftHead::run(std::span<const float> hidden, std::span<const TokenId> next,
                            KvCache& cache, int logit_rows, float* logits) try {
  if (auto room = cache.reserve(int(next.size())); !room) return room;
  layers_.lay_out_chain(next, cache.size());
  Pass& pass = layers_.pass();
  combine(hidden, next);
  layers_.prepare(cache.beyond());
  const SequenceRows rows{&cache, 0, next.size()};
  if (auto done = layers_.run(0, {&rows, 1}, nullptr); !done) return done;
  cache.advance(int(next.size()));

  const std::size_t width = plan_.width, skipped = next.size() - logit_rows;
  normed_.resize(logit_rows * width);
  layers_.normalise(pass.weights(0), Role::kDraftOutputNorm, Role::kCount, logit_rows,
                    layers_.hidden().data() + skipped * width, normed_.data());
  pass.matmul.multiply(normed_.data(), logit_rows, model_->weights().model.matrix(Role::kOutput),
                       logits);
  return {};
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge, "no memory for the draft head; close other programs");
}

}  // namespace canter
