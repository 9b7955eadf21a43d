#include <algorithm>
#include <cmath>
#include <string>

#include "model/plan/model_plan.h"

namespace canter {
namespace {

constexpr int kMostHeads = 1 << 14;
constexpr int kMostWidth = 1 << 22;
constexpr int kMostTaps = 64;
constexpr int kMostExperts = 1 << 14;

class Check {
 public:
  Check(const ModelPlan& plan, const std::filesystem::path& file) : plan_(plan), file_(file) {}

  Result<void> run() {
    range("number of layers", int(plan_.layers.size()), ModelPlan::kMostLayers);
    range("width", plan_.width, 1 << 20);
    range("vocabulary size", plan_.vocabulary, 1 << 24);
    range("context length", plan_.context, 1 << 28);
    positive("norm epsilon", plan_.norm_epsilon);
    for (const double scale : {plan_.embedding_scale, plan_.residual_scale, plan_.logit_scale})
      if (!std::isfinite(scale) || scale == 0)
        bad("a multiplier of embeddings, branches or logits makes no sense");
    if (!(plan_.logit_cap >= 0) || !std::isfinite(plan_.logit_cap))
      bad("the cap of the logits makes no sense");
    if (plan_.per_layer_input < 0 || plan_.per_layer_input > kMostWidth)
      bad("the width of embeddings for each layer makes no sense");
    for (const RotaryPlan& rotary : plan_.rotaries) check(rotary);
    for (int i = 0; i < plan_.layer_count() + int(plan_.draft_layers.size()); ++i) check_layer(i);
    return result_;
  }

 private:
  void bad(const std::string& what) {
    if (result_)
      result_ = fail(ErrorKind::kBadFile, "\"" + file_.string() + "\": " + what +
                                              "; the file is damaged or incomplete: get it again");
  }
  void range(const std::string& name, int value, int most) {
    if (value < 1 || value > most)
      bad("the " + name + " is missing or makes no sense (" + std::to_string(value) + ")");
  }
  void positive(const std::string& name, double value) {
    if (!(value > 0) || !std::isfinite(value)) bad("the " + name + " makes no sense");
  }

  void check(const RotaryPlan& rotary) {
    if (rotary.width < 2 || rotary.width % 2 != 0 || rotary.width > kMostHeads)
      return bad("a rotary width of " + std::to_string(rotary.width) + " makes no sense");
    if (!(rotary.base > 1) || !std::isfinite(rotary.base) || !(rotary.factor > 0) ||
        !std::isfinite(rotary.factor))
      return bad("the rotary base or rotary factor makes no sense");
    const bool needs_original = rotary.scaling == RotaryScaling::kYarn ||
                                rotary.scaling == RotaryScaling::kLlama3 ||
                                rotary.scaling == RotaryScaling::kLongRope;
    if (needs_original && rotary.original_context < 1)
      return bad("the rotary scaling lacks the original context length");
    if (!(rotary.attention_factor >= 0) || !std::isfinite(rotary.attention_factor))
      return bad("the factor of attention of its rotary embedding makes no sense");
    for (const double ramp : {rotary.beta_fast, rotary.beta_slow, rotary.low_frequency_factor,
                              rotary.high_frequency_factor})
      positive("ramp of its rotary scaling", ramp);
    for (const std::vector<float>* divisors : {&rotary.divisors, &rotary.long_divisors}) {
      if (!std::ranges::all_of(*divisors, [](float divisor) { return !(divisor < 0); }))
        return bad("the factors of its rotary embedding make no sense");
      if (!divisors->empty() && divisors->size() != std::size_t(rotary.width) / 2)
        return bad("the rotary embedding has " + std::to_string(divisors->size()) +
                   " factors instead of " + std::to_string(rotary.width / 2));
    }
    for (const bool beyond : {false, true}) {
      const RotaryFrequencies turns = rotary_frequencies(rotary, beyond);
      if (!std::isfinite(float(turns.magnitude)) ||
          !std::ranges::all_of(turns.per_position,
                               [&](double a) { return std::isfinite(a * plan_.context); }))
        return bad("the rotary scaling gives angles that are no numbers");
    }
  }

  void check_layer(int index) {
    const LayerPlan& layer = plan_.layer(index);
    std::visit([&](const auto& mixer) { check(mixer, index); }, layer.mixer);
    if (layer.dense) range("feed-forward width", layer.dense->width, kMostWidth);
    if (layer.mixture) check(*layer.mixture);
  }

  void check(const AttentionPlan& attention, int index) {
    range("number of attention heads", attention.heads, kMostHeads);
    range("number of key/value heads", attention.kv_heads, kMostHeads);
    range("head width", attention.head_width, kMostHeads);
    if (!result_) return;
    if (attention.heads % attention.kv_heads != 0)
      bad(std::to_string(attention.heads) + " attention heads cannot share " +
          std::to_string(attention.kv_heads) + " key/value heads");
    positive("scale of attention", attention.scale);
    if (!(attention.score_cap >= 0) || !std::isfinite(attention.score_cap))
      bad("the cap of attention scores makes no sense");
    if (!(attention.alibi_bias >= 0) || !std::isfinite(attention.alibi_bias))
      bad("the largest bias of ALiBi makes no sense");
    if (attention.window < 0) bad("a window of attention makes no sense");
    if (!std::isfinite(attention.position_scale) ||
        (attention.position_scale != 0 && attention.position_scale_context < 1))
      bad("the scale of queries by position makes no sense");
    if (attention.rotary >= int(plan_.rotaries.size()))
      return bad("a layer has a rotary embedding that is not described");
    if (attention.rotary >= 0 && plan_.rotaries[attention.rotary].width > attention.head_width)
      bad("a rotary width of " + std::to_string(plan_.rotaries[attention.rotary].width) +
          " does not fit heads of " + std::to_string(attention.head_width));
    if (attention.shares >= 0) {
      const AttentionPlan* other = attention.shares < std::min(index, plan_.layer_count())
                                       ? plan_.attention(attention.shares)
                                       : nullptr;
      if (!other || !other->has_keys() || other->kv_heads != attention.kv_heads ||
          other->head_width != attention.head_width || other->window != attention.window)
        bad("layer " + std::to_string(index) + " shares keys with a layer of another shape");
    }
  }

  void check(const DeltaNetPlan& net, int) {
    range("number of key heads of a delta net", net.key_heads, kMostHeads);
    range("number of value heads of a delta net", net.value_heads, kMostHeads);
    range("key width of a delta net", net.key_width, kMostHeads);
    range("value width of a delta net", net.value_width, kMostHeads);
    range("number of taps of a convolution", net.taps, kMostTaps);
    if (!result_) return;
    if (net.value_heads % net.key_heads != 0)
      bad("the value heads of a delta net cannot share its key heads");
    if (std::int64_t(net.key_heads) * net.key_width > kMostWidth ||
        std::int64_t(net.value_heads) * net.value_width > kMostWidth)
      bad("a delta net is too wide");
  }

  void check(const StateSpacePlan& space, int) {
    range("number of heads of a state space", space.heads, kMostHeads);
    range("head width of a state space", space.head_width, kMostHeads);
    range("number of groups of a state space", space.groups, kMostHeads);
    range("state width of a state space", space.state_width, kMostHeads);
    range("number of taps of a convolution", space.taps, kMostTaps);
    if (!result_) return;
    if (space.heads % space.groups != 0) bad("the heads of a state space cannot share its groups");
    if (std::int64_t(space.heads) * space.head_width > kMostWidth ||
        std::int64_t(space.groups) * space.state_width > kMostWidth)
      bad("a state space is too wide");
  }

  void check(const ShortConvolutionPlan& convolution, int) {
    range("number of taps of a convolution", convolution.taps, kMostTaps);
  }

  void check(const MixturePlan& mixture) {
    range("number of experts", mixture.experts, kMostExperts);
    range("width of an expert", mixture.width, kMostWidth);
    if (mixture.used < 1 || mixture.used > mixture.experts)
      bad("a token cannot use " + std::to_string(mixture.used) + " of " +
          std::to_string(mixture.experts) + " experts");
    if (mixture.shared_width < 0 || mixture.shared_width > kMostWidth)
      bad("the width of the shared expert makes no sense");
    if (!std::isfinite(mixture.scale) || mixture.scale == 0)
      bad("the scale of the experts makes no sense");
  }

  const ModelPlan& plan_;
  const std::filesystem::path& file_;
  Result<void> result_;
};

}  // namespace

const AttentionPlan* ModelPlan::first_attention() const {
  for (const LayerPlan& layer : layers)
    if (const auto* attention = std::get_if<AttentionPlan>(&layer.mixer)) return attention;
  return nullptr;
}

bool ModelPlan::has_states() const {
  return !std::ranges::all_of(layers, [](const LayerPlan& layer) {
    return std::holds_alternative<AttentionPlan>(layer.mixer);
  });
}

int ModelPlan::short_context() const {
  for (const RotaryPlan& rotary : rotaries)
    if (!rotary.long_divisors.empty()) return rotary.original_context;
  return 0;
}

Result<void> check_plan(const ModelPlan& plan, const std::filesystem::path& file) {
  return Check(plan, file).run();
}

Result<void> check_writes(const ModelPlan& plan) {
  if (!plan.pooling) return {};
  return fail(ErrorKind::kUnsupported,
              "this model is made to compare texts (embeddings) and writes none; open another "
              "one to write");
}

}  // namespace canter
