#include "model/fingerprint.h"

#include <xxhash.h>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <memory>

namespace canter {
namespace {

class Hash {
 public:
  Hash() { XXH3_128bits_reset(state_.get()); }

  void add(const void* data, std::size_t size) { XXH3_128bits_update(state_.get(), data, size); }
  void add(std::int64_t value) {
    std::uint8_t bytes[8];
    for (int i = 0; i < 8; ++i) bytes[i] = std::uint8_t(std::uint64_t(value) >> 8 * i);
    add(bytes, sizeof bytes);
  }
  void add(float value) { add(std::int64_t(std::bit_cast<std::uint32_t>(value))); }
  void add(const std::string& text) {
    add(std::int64_t(text.size()));
    add(text.data(), text.size());
  }
  void add(const std::vector<float>& values) {
    add(std::int64_t(values.size()));
    for (float value : values) add(value);
  }

  std::string hex() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
    char text[33];
    std::snprintf(text, sizeof text, "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                  static_cast<unsigned long long>(hash.low64));
    return text;
  }

 private:
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> state_{XXH3_createState()};
};

/// Width of the feed-forward network or of an expert.
int feed_forward_width(const LayerPlan& layer) {
  return layer.dense ? layer.dense->width : layer.mixture ? layer.mixture->width : 0;
}

/// The order in which norms are hashed: all layers' of one role, then the next role's.
constexpr Role kNorms[] = {
    Role::kMixerNorm,   Role::kFeedForwardNorm, Role::kMixerPostNorm,  Role::kFeedForwardPostNorm,
    Role::kQueryNorm,   Role::kKeyNorm,         Role::kRecurrentNorm,  Role::kLayerInputPostNorm,
    Role::kMixtureNorm, Role::kDensePostNorm,   Role::kMixturePostNorm};

}  // namespace

std::string model_fingerprint(const ModelPlan& plan, const Tokenizer& tokenizer,
                              const FileWeights& weights) {
  const AttentionPlan* found = plan.first_attention();
  const AttentionPlan attention = found ? *found : AttentionPlan();
  const RotaryPlan rotary = plan.rotaries.empty() ? RotaryPlan() : plan.rotaries.front();
  Hash hash;
  hash.add(plan.architecture);
  for (int value :
       {plan.layer_count(), plan.width, attention.heads, attention.kv_heads, attention.head_width,
        feed_forward_width(plan.layers.front()), plan.vocabulary, rotary.width})
    hash.add(std::int64_t(value));
  // Files keep these in different precisions.
  hash.add(float(plan.norm_epsilon));
  hash.add(float(rotary.base));

  hash.add(std::int64_t(tokenizer.vocabulary_size()));
  for (TokenId token = 0; token < tokenizer.vocabulary_size(); ++token)
    hash.add(tokenizer.stored_piece(token));

  for (const Role role : kNorms)
    for (const BoundTensor& bound : weights.tensors)
      if (bound.spec.role == role && bound.spec.layer < plan.layer_count()) hash.add(bound.numbers);
  hash.add(weights.find(Role::kOutputNorm)->numbers);
  return hash.hex();
}

}  // namespace canter
