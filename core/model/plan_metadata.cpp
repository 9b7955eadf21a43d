#include "model/plan_metadata.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

namespace canter {
namespace {

class Writer {
 public:
  explicit Writer(const ModelPlan& plan) : plan_(plan) {}

  GgufEntries write() {
    entry("general.architecture", {GgufValueType::kString, plan_.architecture});
    entry("general.name", {GgufValueType::kString, plan_.name});
    write_sizes();
    write_scales();
    write_rotary();
    for (const LayerPlan& layer : plan_.layers) {
      if (layer.mixture) {
        write_mixture(*layer.mixture);
        break;
      }
    }
    for (const LayerPlan& layer : plan_.layers) {
      if (std::holds_alternative<AttentionPlan>(layer.mixer)) continue;
      std::visit([&](const auto& mixer) { write_mixer(mixer); }, layer.mixer);
      break;
    }
    return std::move(entries_);
  }

 private:
  void entry(std::string key, GgufValue value) {
    entries_.emplace_back(std::move(key), std::move(value));
  }
  std::string own(const char* key) const { return plan_.architecture + "." + key; }
  void number(const char* key, std::int64_t value) {
    entry(own(key), {GgufValueType::kUint32, value});
  }
  void real(const char* key, double value) { entry(own(key), {GgufValueType::kFloat32, value}); }
  void real_unless(const char* key, double value, double usual) {
    if (value != usual) real(key, value);
  }
  void text(const char* key, const char* value) {
    entry(own(key), {GgufValueType::kString, std::string(value)});
  }

  /// One number if all layers have the same.
  void of_layers(const char* key, const std::function<int(const LayerPlan&)>& of) {
    GgufArray values{GgufValueType::kInt32};
    for (const LayerPlan& layer : plan_.layers) values.integers.push_back(of(layer));
    if (std::ranges::adjacent_find(values.integers, std::not_equal_to()) == values.integers.end())
      return number(key, values.integers.front());
    entry(own(key), {GgufValueType::kArray, std::move(values)});
  }

  void write_sizes() {
    number("block_count", std::int64_t(plan_.layers.size() + plan_.draft_layers.size()));
    if (!plan_.draft_layers.empty())
      number("nextn_predict_layers", std::int64_t(plan_.draft_layers.size()));
    number("embedding_length", plan_.width);
    number("context_length", plan_.context);
    number("vocab_size", plan_.vocabulary);
    real(plan_.norm == NormKind::kLayer ? "attention.layer_norm_epsilon"
                                        : "attention.layer_norm_rms_epsilon",
         plan_.norm_epsilon);
    int dense = 0;
    for (const LayerPlan& layer : plan_.layers)
      if (layer.dense) dense = layer.dense->width;
    of_layers("feed_forward_length", [dense](const LayerPlan& layer) {
      if (layer.dense) return layer.dense->width;
      return dense > 0 ? dense : layer.mixture->width;
    });
    if (plan_.per_layer_input > 0)
      number("embedding_length_per_layer_input", plan_.per_layer_input);
    if (plan_.pooling) number("pooling_type", int(*plan_.pooling));
    const AttentionPlan* attention = plan_.first_attention();
    if (attention) write_attention(*attention);
  }

  const AttentionPlan* find(bool windowed) const {
    for (int i = 0; i < plan_.layer_count(); ++i)
      if (const AttentionPlan* one = plan_.attention(i); one && (one->window > 0) == windowed)
        return one;
    return nullptr;
  }

  void write_attention(const AttentionPlan& first) {
    number("attention.head_count", first.heads);
    // 0 marks layers of other kinds, but for delta nets, which have an interval.
    of_layers("attention.head_count_kv", [&](const LayerPlan& layer) {
      if (std::holds_alternative<DeltaNetPlan>(layer.mixer)) return first.kv_heads;
      const auto* attention = std::get_if<AttentionPlan>(&layer.mixer);
      return attention ? attention->kv_heads : 0;
    });
    const AttentionPlan *all = find(false), *window = find(true);
    const AttentionPlan& usual = all ? *all : first;
    number("attention.key_length", usual.head_width);
    number("attention.value_length", usual.head_width);
    real_unless("attention.max_alibi_bias", usual.alibi_bias, 0);
    if (!window) return;
    number("attention.sliding_window", window->window);
    if (window->head_width != usual.head_width) {
      number("attention.key_length_swa", window->head_width);
      number("attention.value_length_swa", window->head_width);
    }
    if (plan_.architecture == "gemma4" || plan_.architecture == "gemma3") write_pattern();
    const auto shared = std::ranges::count_if(plan_.layers, [](const LayerPlan& layer) {
      const auto* attention = std::get_if<AttentionPlan>(&layer.mixer);
      return attention && !attention->has_keys();
    });
    if (shared > 0) number("attention.shared_kv_layers", shared);
  }

  void write_pattern() {
    GgufArray flags{GgufValueType::kBool};
    int interval = 0;
    for (int i = 0; i < plan_.layer_count(); ++i) {
      const bool windowed = plan_.attention(i)->window > 0;
      flags.integers.push_back(windowed);
      if (!windowed && interval == 0) interval = i + 1;
    }
    if (plan_.architecture == "gemma4")
      entry(own("attention.sliding_window_pattern"), {GgufValueType::kArray, std::move(flags)});
    else if (interval > 0)
      number("attention.sliding_window_pattern", interval);
  }

  void write_scales() {
    real_unless("attn_logit_softcapping", score_cap(), 0);
    real_unless("final_logit_softcapping", plan_.logit_cap, 0);
    if (!plan_.architecture.starts_with("granite")) return;
    real("embedding_scale", plan_.embedding_scale);
    real("residual_scale", plan_.residual_scale);
    real("logit_scale", 1 / plan_.logit_scale);
    if (const AttentionPlan* attention = plan_.first_attention())
      real("attention.scale", attention->scale);
  }

  double score_cap() const {
    const AttentionPlan* attention = plan_.first_attention();
    return attention ? attention->score_cap : 0;
  }

  void write_rotary() {
    const AttentionPlan* attention = plan_.first_attention();
    if (plan_.architecture == "granitehybrid")
      entry(own("rope.scaling.finetuned"),
            {GgufValueType::kBool, std::int64_t{!plan_.rotaries.empty()}});
    if (plan_.rotaries.empty()) return;
    const RotaryPlan& rotary = plan_.rotaries.front();
    number("rope.dimension_count", rotary.width);
    real("rope.freq_base", rotary.base);
    if (plan_.rotaries.size() > 1) {
      if (plan_.rotaries[1].width != rotary.width)
        number("rope.dimension_count_swa", plan_.rotaries[1].width);
      real("rope.freq_base_swa", plan_.rotaries[1].base);
    }
    if (rotary.scaling == RotaryScaling::kLinear || rotary.scaling == RotaryScaling::kYarn) {
      text("rope.scaling.type", rotary.scaling == RotaryScaling::kLinear ? "linear" : "yarn");
      real("rope.scaling.factor", rotary.factor);
    }
    if (rotary.scaling == RotaryScaling::kYarn) write_yarn(rotary);
    if (rotary.scaling == RotaryScaling::kLongRope) {
      number("rope.scaling.original_context_length", rotary.original_context);
      real("rope.scaling.attn_factor", rotary_frequencies(rotary).magnitude);
    }
    if (attention && attention->position_scale != 0)
      real("attention.temperature_scale", attention->position_scale);
  }

  void write_yarn(const RotaryPlan& rotary) {
    number("rope.scaling.original_context_length", rotary.original_context);
    real("rope.scaling.yarn_beta_fast", rotary.beta_fast);
    real("rope.scaling.yarn_beta_slow", rotary.beta_slow);
    if (plan_.architecture == "mistral3" && rotary.attention_factor == 1)
      real("rope.scaling.yarn_log_multiplier", 1);
    else if (rotary.attention_factor > 0)
      real("rope.scaling.attn_factor", rotary.attention_factor / yarn_magnitude(rotary.factor));
  }

  void write_mixture(const MixturePlan& mixture) {
    number("expert_count", mixture.experts);
    number("expert_used_count", mixture.used);
    number("expert_feed_forward_length", mixture.width);
    if (mixture.shared_width > 0) number("expert_shared_feed_forward_length", mixture.shared_width);
    if (!mixture.renormalise)
      entry(own("expert_weights_norm"), {GgufValueType::kBool, std::int64_t{0}});
    real_unless("expert_weights_scale", mixture.scale, 1);
    constexpr int kSigmoid = 2;
    if (mixture.gating == Gating::kSigmoid) number("expert_gating_func", kSigmoid);
    const auto dense = std::ranges::count_if(
        plan_.layers, [](const LayerPlan& layer) { return !layer.mixture.has_value(); });
    if (dense > 0) number("leading_dense_block_count", dense);
  }

  void write_mixer(const AttentionPlan&) {}
  void write_mixer(const DeltaNetPlan& net) {
    number("ssm.conv_kernel", net.taps);
    number("ssm.state_size", net.key_width);
    number("ssm.group_count", net.key_heads);
    number("ssm.time_step_rank", net.value_heads);
    number("ssm.inner_size", net.value_numbers());
    int interval = 0;
    for (int i = 0; i < plan_.layer_count() && interval == 0; ++i)
      if (plan_.attention(i)) interval = i + 1;
    if (interval > 0) number("full_attention_interval", interval);
    // Three kinds of position in turn, which are the same in texts.
    const int pairs = plan_.rotaries.empty() ? 0 : plan_.rotaries.front().width / 2;
    entry(own("rope.dimension_sections"),
          {GgufValueType::kArray,
           GgufArray{GgufValueType::kInt32, {(pairs + 2) / 3, (pairs + 1) / 3, pairs / 3, 0}}});
  }
  void write_mixer(const StateSpacePlan& space) {
    number("ssm.conv_kernel", space.taps);
    number("ssm.state_size", space.state_width);
    number("ssm.group_count", space.groups);
    number("ssm.inner_size", space.inner());
    number("ssm.time_step_rank", space.heads);
  }
  void write_mixer(const ShortConvolutionPlan& convolution) {
    number("shortconv.l_cache", convolution.taps);
  }

  const ModelPlan& plan_;
  GgufEntries entries_;
};

}  // namespace

GgufEntries plan_metadata(const ModelPlan& plan) {
  return Writer(plan).write();
}

}  // namespace canter
