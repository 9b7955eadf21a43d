#include "tune/mask_batch.h"

#include <algorithm>
#include <new>

#include "model/forward/kv_cache.h"
#include "model/plan/uniform_shape.h"

namespace canter::tuning {

namespace {

/// Logits that are looked at together.
constexpr std::size_t kMostLogits = 8u << 20;

/// What the last pass left in the slots [first, first + count): layers with a window drop old ones
/// in later passes.
template <typename Real>
void copy_slots(const UniformShape& shape, const KvCache& cache, std::size_t first,
                std::size_t count, Context<Real>& context) {
  const std::size_t width = shape.head_width;
  std::vector<float> key(width), value(width);
  for (int layer = 0; layer < shape.layers; ++layer) {
    for (int head = 0; head < shape.kv_heads; ++head) {
      const std::size_t row = std::size_t(layer) * shape.kv_heads + head;
      auto at = std::ptrdiff_t((row * context.tokens + first) * width);
      for (std::size_t slot = first; slot < first + count; ++slot, at += std::ptrdiff_t(width)) {
        cache.layer(layer).read(head, slot - cache.offset(layer), key.data(), value.data());
        std::ranges::copy(key, context.keys.begin() + at);
        std::ranges::copy(value, context.values.begin() + at);
      }
    }
  }
}

}  // namespace

template <typename Real>
Result<Context<Real>> read_context(const ModelPlan& plan, Forward& forward,
                                   std::span<const TokenId> tokens,
                                   const Forward::ShouldStop& should_stop) try {
  const UniformShape config = uniform_shape(plan).value();
  auto cache = KvCache::create(plan, int(tokens.size()));
  if (!cache) return propagate(cache);
  Context<Real> context;
  context.tokens = int(tokens.size());
  const std::size_t size =
      std::size_t(config.layers) * config.kv_heads * tokens.size() * config.head_width;
  context.keys.resize(size);
  context.values.resize(size);
  const std::size_t vocabulary = config.vocabulary;
  const auto rows =
      std::clamp<std::size_t>(kMostLogits / vocabulary, 1, std::size_t(Forward::kMaxRows));
  std::vector<float> logits(std::min(rows, tokens.size()) * vocabulary);
  for (std::size_t first = 0; first < tokens.size(); first += rows) {
    const auto part = tokens.subspan(first, std::min(rows, tokens.size() - first));
    if (auto done = forward.run(part, *cache, int(part.size()), logits.data(), should_stop); !done)
      return propagate(done);
    for (std::size_t row = 0; row < part.size(); ++row)
      append_likely_tokens(logits.data() + row * vocabulary, vocabulary, context.likely);
    copy_slots(config, *cache, first, part.size(), context);
  }
  return context;
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge, "no memory for keys and values of " +
                                        std::to_string(tokens.size()) +
                                        " tokens; close other programs");
}

template <typename Real>
void MaskBatch<Real>::add(const Context<Real>& context, std::span<const int> anchors, int masks,
                          int length) {
  MaskSample<Real> sample{&context, rows.size(), 0};
  for (const int anchor : anchors)
    for (int mask = 0; mask < masks && anchor + 2 + mask < length; ++mask)
      rows.push_back({anchor, mask});
  sample.rows = rows.size() - sample.first;
  if (sample.rows > 0) samples.push_back(sample);
}

template Result<Context<float>> read_context(const ModelPlan&, Forward&, std::span<const TokenId>,
                                             const Forward::ShouldStop&);
template Result<Context<double>> read_context(const ModelPlan&, Forward&, std::span<const TokenId>,
                                              const Forward::ShouldStop&);
template struct MaskBatch<float>;
template struct MaskBatch<double>;

}  // namespace canter::tuning
