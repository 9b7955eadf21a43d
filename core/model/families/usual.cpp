#include "model/families/usual.h"

#include <algorithm>
#include <cmath>

#include "format/message.h"

namespace canter {
namespace {

/// A folder's values without a key, as the makers' library has them.
constexpr int kFolderContext = 2048;
/// A divisor that leaves a pair where it is; GGUF files have the same.
constexpr float kNeverTurns = 1e30f;
constexpr int kWidestHead = 1 << 14;

std::vector<float> to_floats(const std::vector<double>& numbers) {
  return {numbers.begin(), numbers.end()};
}

/// Reads what a file says of its rotary embedding.
class RotaryReader {
 public:
  RotaryReader(const ModelKeys& keys, const ModelPlan& plan, std::string_view kind)
      : keys_(keys), plan_(plan), kind_(kind) {}

  Result<void> read_gguf(RotaryPlan& rotary) {
    keys_.ignore({"rope.scaling.type", {}});
    const std::string type = keys_.text({"rope.scaling.type", {}});
    if (type == "linear")
      rotary.scaling = RotaryScaling::kLinear;
    else if (type == "yarn")
      rotary.scaling = RotaryScaling::kYarn;
    else if (type == "longrope")
      rotary.scaling = RotaryScaling::kLongRope;
    else if (!type.empty() && type != "none")
      return unknown(type);
    rotary.factor = keys_.number({"rope.scale_linear", {}}, 1);
    rotary.factor = keys_.number({"rope.scaling.factor", {}}, rotary.factor);
    if (rotary.factor == 0 || type == "none") rotary.factor = 1;
    if (type.empty() && rotary.factor != 1) rotary.scaling = RotaryScaling::kLinear;
    rotary.original_context =
        keys_.integer({"rope.scaling.original_context_length", {}}, plan_.context);
    const double extra = keys_.number({"rope.scaling.attn_factor", {}});
    rotary.beta_fast = keys_.number({"rope.scaling.yarn_beta_fast", {}}, 32);
    rotary.beta_slow = keys_.number({"rope.scaling.yarn_beta_slow", {}}, 1);
    if (rotary.scaling == RotaryScaling::kYarn && extra != 0)
      rotary.attention_factor = extra * yarn_magnitude(rotary.factor);

    auto divisors = keys_.small_tensor("rope_freqs.weight");
    if (!divisors) return propagate(divisors);
    rotary.divisors = std::move(*divisors);
    auto longer = keys_.small_tensor("rope_factors_long.weight");
    auto shorter = keys_.small_tensor("rope_factors_short.weight");
    if (!longer || !shorter) return propagate(longer ? shorter : longer);
    if (longer->empty() && shorter->empty()) {
      if (rotary.scaling == RotaryScaling::kLongRope)
        return fail(ErrorKind::kBadFile, "\"" + keys_.path().string() +
                                             "\": the factors of its rotary embedding are "
                                             "missing; the file is incomplete: get it again");
      return {};
    }
    rotary.scaling = RotaryScaling::kLongRope;
    rotary.factor = double(plan_.context) / std::max(1, rotary.original_context);
    rotary.attention_factor = extra;
    rotary.divisors = std::move(*shorter);
    rotary.long_divisors = std::move(*longer);
    return {};
  }

  Result<void> read_folder(RotaryPlan& rotary, int head_width) {
    // Since Transformers 5 it is `rope_parameters`; a file that has both means the older one.
    object_ = keys_.has_object("rope_scaling") ? "rope_scaling" : "rope_parameters";
    if (object_ == "rope_scaling") keys_.ignore_object("rope_parameters");
    if (const std::string own = "rope_parameters." + std::string(kind_); keys_.has_object(own))
      object_ = own;
    if (object_ != "rope_scaling" || !keys_.has({{}, "rope_theta"}))
      rotary.base = number("rope_theta", rotary.base);
    double part = keys_.number({{}, "partial_rotary_factor"}, 1);
    part = number("partial_rotary_factor", part);
    rotary.width = part > 0 && part <= 1 ? int(part * head_width) : 0;
    if (!keys_.has_object(object_)) return {};
    rotary.factor = number("factor", 1);
    rotary.original_context =
        keys_.integer({{}, "original_max_position_embeddings"}, plan_.context);
    rotary.original_context =
        int(number("original_max_position_embeddings", rotary.original_context));
    const std::string older = text("type");
    std::string type = text("rope_type");
    if (type.empty()) type = older;
    for (const char* sections : {"mrope_section", "mrope_interleaved"}) ask(sections);
    if (type.empty() || type == "default" || type == "mrope" || type == "dynamic") {
      // The frequencies of `dynamic` change only beyond the context the model was made for, and
      // all sections of `mrope` have a text's positions.
      ask("factor");
      rotary.factor = 1;
    } else if (type == "linear") {
      rotary.scaling = RotaryScaling::kLinear;
    } else if (type == "yarn") {
      read_yarn(rotary);
    } else if (type == "llama3") {
      rotary.scaling = RotaryScaling::kLlama3;
      rotary.low_frequency_factor = number("low_freq_factor", 1);
      rotary.high_frequency_factor = number("high_freq_factor", 4);
    } else if (type == "longrope" || type == "su") {
      rotary.scaling = RotaryScaling::kLongRope;
      if (!keys_.has({{}, name("factor")}))
        rotary.factor = double(plan_.context) / std::max(1, rotary.original_context);
      rotary.attention_factor = number("attention_factor", 0);
      rotary.divisors = to_floats(keys_.numbers({{}, name("short_factor")}));
      rotary.long_divisors = to_floats(keys_.numbers({{}, name("long_factor")}));
      if (rotary.divisors.empty() || rotary.long_divisors.empty())
        return fail(ErrorKind::kBadFile, "\"" + keys_.path().string() +
                                             "\": longrope lacks its factors; the file is "
                                             "incomplete: get it again");
    } else if (type == "proportional") {
      // The pairs of the whole head, of which only the first turn.
      rotary.scaling = rotary.factor == 1 ? RotaryScaling::kNone : RotaryScaling::kLinear;
      if (head_width < 2 || head_width > kWidestHead) return {};  // check_plan() refuses it
      const int turned = rotary.width / 2;
      rotary.width = head_width;
      rotary.divisors.assign(head_width / 2, kNeverTurns);
      std::fill_n(rotary.divisors.begin(), turned, 1.0f);
    } else {
      return unknown(type);
    }
    return {};
  }

 private:
  tl::unexpected<Error> unknown(const std::string& type) const {
    return not_run(keys_, "rotary scaling " + in_quotes(type) +
                              " is not supported; linear, dynamic, yarn, llama3 and longrope are");
  }

  void read_yarn(RotaryPlan& rotary) {
    rotary.scaling = RotaryScaling::kYarn;
    if (!keys_.has({{}, name("factor")}))
      rotary.factor = double(plan_.context) / std::max(1, rotary.original_context);
    const double scale = number("mscale", 0), everywhere = number("mscale_all_dim", 0);
    if (scale != 0 && everywhere != 0)
      rotary.attention_factor =
          yarn_magnitude(rotary.factor, scale) / yarn_magnitude(rotary.factor, everywhere);
    rotary.attention_factor = number("attention_factor", rotary.attention_factor);
    rotary.beta_fast = number("beta_fast", 32);
    rotary.beta_slow = number("beta_slow", 1);
    rotary.round_limits = keys_.flag({{}, name("truncate")}, true);
  }

  std::string_view name(const std::string& key) {
    name_ = object_ + "." + key;
    return name_;
  }
  double number(const std::string& key, double fallback) {
    return keys_.number({{}, name(key)}, fallback);
  }
  std::string text(const std::string& key) { return keys_.text({{}, name(key)}); }
  void ask(const std::string& key) { keys_.ignore({{}, name(key)}); }

  const ModelKeys& keys_;
  const ModelPlan& plan_;
  std::string_view kind_;
  std::string object_;
  std::string name_;
};

}  // namespace

ModelPlan usual_plan(const ModelKeys& keys) {
  ModelPlan plan;
  plan.architecture = keys.architecture();
  plan.name = keys.name();
  plan.width = keys.integer(kWidth);
  plan.vocabulary = keys.is_gguf() ? keys.gguf_vocabulary() : keys.integer({{}, "vocab_size"});
  plan.context = keys.integer(kContext, keys.is_gguf() ? 0 : kFolderContext);
  plan.norm_epsilon = keys.number({"attention.layer_norm_rms_epsilon", "rms_norm_eps"},
                                  keys.is_gguf() ? 1e-5 : 1e-6);
  const int layers = keys.integer(kLayerCount);
  if (layers <= ModelPlan::kMostLayers) plan.layers.resize(layers);
  return plan;
}

AttentionPlan usual_attention(const ModelKeys& keys, const ModelPlan& plan) {
  AttentionPlan attention;
  attention.heads = keys.integer(kHeads);
  attention.kv_heads = keys.integer(kKvHeads, attention.heads);
  if (attention.heads > 0) attention.head_width = plan.width / attention.heads;
  attention.head_width = keys.integer(kHeadWidth, attention.head_width);
  if (attention.head_width > 0) attention.scale = 1 / std::sqrt(double(attention.head_width));
  return attention;
}

int usual_window(const ModelKeys& keys, int usual) {
  if (!keys.has(kWindow)) return usual;
  const int window = keys.integer(kWindow);
  const bool none = usual == 0 && keys.number(kWindow) == 0 && keys.text(kWindow).empty();
  return window > 0 || none ? window : -1;
}

Result<RotaryPlan> usual_rotary(const ModelKeys& keys, const ModelPlan& plan, int head_width,
                                RotaryLayout layout, std::string_view kind) {
  RotaryPlan rotary;
  rotary.layout = layout;
  rotary.width = keys.integer(kRotaryWidth, head_width);
  rotary.base = keys.number(kRotaryBase, 10000);
  RotaryReader reader(keys, plan, kind);
  const auto read =
      keys.is_gguf() ? reader.read_gguf(rotary) : reader.read_folder(rotary, head_width);
  if (!read) return propagate(read);
  return rotary;
}

Result<void> add_rotary(const ModelKeys& keys, ModelPlan& plan, AttentionPlan& attention,
                        RotaryLayout layout) {
  auto rotary = usual_rotary(keys, plan, attention.head_width, layout);
  if (!rotary) return propagate(rotary);
  plan.rotaries = {std::move(*rotary)};
  attention.rotary = 0;
  return {};
}

void ignore_rotary(const ModelKeys& keys) {
  keys.ignore(kRotaryBase);
  keys.ignore(kRotaryWidth);
  keys.ignore_object("rope_parameters");
}

void read_biases(const ModelKeys& keys, AttentionPlan& attention) {
  const bool both = keys.flag(kAttentionBias);
  attention.input_bias =
      both || keys.has_tensor("blk.0.attn_q.bias") || keys.has_tensor("blk.0.attn_qkv.bias");
  attention.output_bias = both || keys.has_tensor("blk.0.attn_output.bias");
}

MixturePlan usual_mixture(const ModelKeys& keys) {
  MixturePlan mixture;
  mixture.experts = keys.integer(kExperts, keys.integer(kLocalExperts));
  mixture.used = keys.integer(kExpertsUsed);
  mixture.width = keys.integer(kExpertWidth, keys.integer(kFeedForward));
  mixture.shared_width =
      keys.integer({"expert_shared_feed_forward_length", "shared_expert_intermediate_size"});
  mixture.renormalise = keys.flag(kExpertsNormalised, true);
  mixture.scale = keys.number({"expert_weights_scale", "routed_scaling_factor"}, 1);
  if (mixture.scale == 0) mixture.scale = 1;
  return mixture;
}

void add_feed_forward(const ModelKeys& keys, LayerPlan& layer) {
  const MixturePlan mixture = usual_mixture(keys);
  if (mixture.experts > 0) {
    layer.mixture = mixture;
    return;
  }
  layer.dense = DensePlan{.width = keys.integer(kFeedForward)};
  layer.dense->bias = keys.flag({{}, "mlp_bias"}) || keys.has_tensor("blk.0.ffn_down.bias");
}

void fill_layers(ModelPlan& plan, const LayerPlan& layer) {
  std::ranges::fill(plan.layers, layer);
}

Result<void> check_activation(const ModelKeys& keys, Key key, std::string_view wanted) {
  const std::string named = keys.text(key);
  if (named.empty() || named == wanted || (wanted == "silu" && named == "swish")) return {};
  return not_run(keys,
                 "the activation " + in_quotes(named) + " is not supported for models of type " +
                     in_quotes(keys.architecture()) + ", only " + std::string(wanted) + " is");
}

bool layer_is(const ModelKeys& keys, int layer, std::string_view kind, bool otherwise) {
  const auto kinds = keys.texts({{}, "layer_types"});
  return std::size_t(layer) < kinds.size() ? kinds[layer] == kind : otherwise;
}

tl::unexpected<Error> not_run(const ModelKeys& keys, const std::string& what) {
  return fail(ErrorKind::kUnsupported,
              "\"" + keys.path().string() + "\": " + what + "; choose another model");
}

}  // namespace canter
