#include <limits>

#include "format/message.h"
#include "model/config.h"
#include "model/display_name.h"
#include "model/rotary.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

/// Numbers that fit no int become 0, which check_config() refuses by name.
int to_int(std::uint64_t number) {
  return number <= std::numeric_limits<int>::max() ? int(number) : 0;
}

/// Reads `<architecture>.<key>` values; what is missing keeps its default.
class Keys {
 public:
  Keys(const GgufFile& file, std::string architecture)
      : file_(&file), architecture_(std::move(architecture)) {}

  void read(std::string_view key, int& value) const {
    if (const auto v = file_->get_int(full(key))) value = to_int(std::uint64_t(*v));
  }
  void read(std::string_view key, double& value) const {
    if (const auto v = file_->get_float(full(key))) value = *v;
  }
  std::string_view text(std::string_view key) const {
    return file_->get_string(full(key)).value_or(std::string_view());
  }
  const GgufArray* array(std::string_view key) const { return file_->get_array(full(key)); }

 private:
  std::string full(std::string_view key) const { return architecture_ + "." + std::string(key); }

  const GgufFile* file_;
  std::string architecture_;
};

Result<void> read_scaling(const Keys& keys, const GgufFile& file, ModelConfig& config) {
  RotaryConfig& rotary = config.rotary;
  const std::string_view type = keys.text("rope.scaling.type");
  if (type == "linear") {
    rotary.scaling = RotaryScaling::kLinear;
  } else if (type == "yarn") {
    rotary.scaling = RotaryScaling::kYarn;
  } else if (!type.empty() && type != "none") {
    return fail(ErrorKind::kUnsupported, "\"" + file.path().string() + "\": rotary scaling " +
                                             in_quotes(type) +
                                             " is not supported; none, linear, yarn and Llama "
                                             "3's are: choose another model");
  }
  keys.read("rope.scale_linear", rotary.factor);
  keys.read("rope.scaling.factor", rotary.factor);
  if (rotary.factor == 0 || type == "none") rotary.factor = 1;
  if (type.empty() && rotary.factor != 1) rotary.scaling = RotaryScaling::kLinear;
  keys.read("rope.scaling.original_context_length", rotary.original_context);
  if (rotary.original_context == 0) rotary.original_context = config.context;
  if (double extra = 0; keys.read("rope.scaling.attn_factor", extra), extra > 0)
    rotary.attention_factor = extra * yarn_magnitude(rotary.factor);
  keys.read("rope.scaling.yarn_beta_fast", rotary.beta_fast);
  keys.read("rope.scaling.yarn_beta_slow", rotary.beta_slow);

  if (const TensorEntry* divisors = file.tensor(kRopeFrequencies)) {
    if (divisors->type != TensorType::kF32 || divisors->elements() > 1 << 14)
      return fail(ErrorKind::kBadFile, "\"" + file.path().string() +
                                           "\": rope_freqs.weight is not a short float32 vector; "
                                           "the file is damaged: get it again");
    rotary.divisors.resize(divisors->elements());
    decode_numbers(divisors->type, divisors->bytes.data(), rotary.divisors.data(),
                   rotary.divisors.size());
  }
  return {};
}

}  // namespace

ModelConfig describe_config(const GgufFile& file) {
  ModelConfig config;
  config.architecture = file.get_string("general.architecture").value_or("");
  config.name = own_name(file);

  const Keys keys(file, config.architecture);
  keys.read("block_count", config.layers);
  keys.read("embedding_length", config.width);
  keys.read("attention.head_count", config.heads);
  config.kv_heads = config.heads;
  keys.read("attention.head_count_kv", config.kv_heads);
  keys.read("feed_forward_length", config.feed_forward);
  keys.read("context_length", config.context);
  keys.read("attention.layer_norm_rms_epsilon", config.norm_epsilon);
  if (config.heads > 0) config.head_width = config.width / config.heads;
  keys.read("attention.key_length", config.head_width);

  config.rotary.layout = RotaryLayout::kInterleaved;
  config.rotary.width = config.head_width;
  keys.read("rope.dimension_count", config.rotary.width);
  keys.read("rope.freq_base", config.rotary.base);

  if (const TensorEntry* embedding = file.tensor("token_embd.weight");
      embedding && embedding->shape.size() == 2)
    config.vocabulary = to_int(embedding->shape[0]);
  else if (const GgufArray* tokens = file.get_array("tokenizer.ggml.tokens"))
    config.vocabulary = to_int(tokens->size());
  return config;
}

Result<ModelConfig> read_config(const GgufFile& file) {
  ModelConfig config = describe_config(file);
  const std::string where = "\"" + file.path().string() + "\"";
  if (config.architecture.empty())
    return fail(ErrorKind::kBadFile, where +
                                         " names no architecture; it is no model file or damaged: "
                                         "choose another one");
  if (config.architecture != "llama")
    return fail(ErrorKind::kUnsupported,
                where + ": models of architecture " + in_quotes(config.architecture) +
                    " cannot be run; these can: " + std::string(supported_architectures()));
  const Keys keys(file, config.architecture);
  if (keys.array("attention.head_count_kv") || keys.array("attention.head_count") ||
      keys.array("feed_forward_length"))
    return fail(ErrorKind::kUnsupported,
                where + ": layers of different shapes are not supported; choose another model");
  if (auto done = read_scaling(keys, file, config); !done) return propagate(done);
  if (auto sound = check_config(config, file.path()); !sound) return propagate(sound);
  return config;
}

GgufEntries config_metadata(const ModelConfig& config) {
  GgufEntries metadata;
  const auto text = [&](const std::string& key, const std::string& value) {
    metadata.emplace_back(key, GgufValue{GgufValueType::kString, value});
  };
  const auto number = [&](const std::string& key, int value) {
    metadata.emplace_back(config.architecture + "." + key,
                          GgufValue{GgufValueType::kUint32, std::int64_t{value}});
  };
  const auto real = [&](const std::string& key, double value) {
    metadata.emplace_back(config.architecture + "." + key,
                          GgufValue{GgufValueType::kFloat32, value});
  };
  text("general.architecture", config.architecture);
  text("general.name", config.name);
  number("block_count", config.layers);
  number("embedding_length", config.width);
  number("attention.head_count", config.heads);
  number("attention.head_count_kv", config.kv_heads);
  number("attention.key_length", config.head_width);
  number("attention.value_length", config.head_width);
  number("feed_forward_length", config.feed_forward);
  number("context_length", config.context);
  number("vocab_size", config.vocabulary);
  real("attention.layer_norm_rms_epsilon", config.norm_epsilon);
  const RotaryConfig& rotary = config.rotary;
  number("rope.dimension_count", rotary.width);
  real("rope.freq_base", rotary.base);
  if (rotary.scaling == RotaryScaling::kLinear || rotary.scaling == RotaryScaling::kYarn) {
    text(config.architecture + ".rope.scaling.type",
         rotary.scaling == RotaryScaling::kLinear ? "linear" : "yarn");
    real("rope.scaling.factor", rotary.factor);
  }
  if (rotary.scaling == RotaryScaling::kYarn) {
    number("rope.scaling.original_context_length", rotary.original_context);
    real("rope.scaling.yarn_beta_fast", rotary.beta_fast);
    real("rope.scaling.yarn_beta_slow", rotary.beta_slow);
    if (rotary.attention_factor > 0)
      real("rope.scaling.attn_factor", rotary.attention_factor / yarn_magnitude(rotary.factor));
  }
  return metadata;
}

}  // namespace canter
