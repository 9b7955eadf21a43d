#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "format/message.h"
#include "model/config.h"
#include "model/rotary.h"

namespace canter {
namespace {

using nlohmann::json;

/// Missing, null and out of range values keep or become what check_config() judges.
void read(const json& object, const char* key, int& value) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) return;
  const double number = found->get<double>();
  value = number >= 1 && number <= 1 << 30 ? int(number) : 0;
}

void read(const json& object, const char* key, double& value) {
  const auto found = object.find(key);
  if (found != object.end() && found->is_number()) value = found->get<double>();
}

std::string text(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_true(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}

/// Where the rotary embedding is described: `rope_parameters` since Transformers 5, which prefers
/// the older `rope_scaling` in a file that has both. nullptr: nowhere.
const json* rotary_object(const json& root) {
  for (const char* key : {"rope_scaling", "rope_parameters"})
    if (const auto found = root.find(key);
        found != root.end() && found->is_object() && !found->empty())
      return &*found;
  return nullptr;
}

void read_yarn(const json& object, const ModelConfig& config, RotaryConfig& rotary) {
  rotary.scaling = RotaryScaling::kYarn;
  if (!object.contains("factor") && rotary.original_context > 0)
    rotary.factor = double(config.context) / rotary.original_context;
  double scale = 0, scale_everywhere = 0;
  read(object, "mscale", scale);
  read(object, "mscale_all_dim", scale_everywhere);
  if (scale != 0 && scale_everywhere != 0)
    rotary.attention_factor =
        yarn_magnitude(rotary.factor, scale) / yarn_magnitude(rotary.factor, scale_everywhere);
  read(object, "attention_factor", rotary.attention_factor);
  read(object, "beta_fast", rotary.beta_fast);
  read(object, "beta_slow", rotary.beta_slow);
}

Result<void> read_rotary(const json& root, const std::filesystem::path& file, ModelConfig& config) {
  RotaryConfig& rotary = config.rotary;
  read(root, "rope_theta", rotary.base);
  const json* object = rotary_object(root);
  double turned = 1;
  read(object && object->contains("partial_rotary_factor") ? *object : root,
       "partial_rotary_factor", turned);
  const auto unsupported = [&](const std::string& what) {
    return fail(ErrorKind::kUnsupported, "\"" + file.string() + "\": " + what);
  };
  if (turned != 1)
    return unsupported(
        "heads that are turned in part (partial_rotary_factor) are not supported; choose another "
        "model");
  if (!object) return {};
  for (const auto& [key, value] : object->items())
    if (value.is_object())
      return unsupported("rotary embeddings that differ between layers (rope_parameters of " +
                         in_quotes(key) + ") are not supported; choose another model");
  read(*object, "rope_theta", rotary.base);
  read(*object, "factor", rotary.factor);
  rotary.original_context = config.context;
  read(*object, "original_max_position_embeddings", rotary.original_context);
  std::string type = text(*object, "rope_type");
  if (type.empty()) type = text(*object, "type");
  if (type.empty() || type == "default") {
    rotary.factor = 1;
  } else if (type == "dynamic") {
    // Its frequencies change only beyond the context the model was made for.
    rotary.factor = 1;
  } else if (type == "linear") {
    rotary.scaling = RotaryScaling::kLinear;
  } else if (type == "yarn") {
    if (const auto whole = object->find("truncate"); whole != object->end() && *whole == false)
      return unsupported(
          "yarn whose limits are not rounded (truncate) is not supported; choose "
          "another model");
    read_yarn(*object, config, rotary);
  } else if (type == "llama3") {
    rotary.scaling = RotaryScaling::kLlama3;
    read(*object, "low_freq_factor", rotary.low_frequency_factor);
    read(*object, "high_freq_factor", rotary.high_frequency_factor);
  } else {
    return unsupported("rotary scaling " + in_quotes(type) +
                       " is not supported; linear, dynamic, yarn and llama3 are: choose another "
                       "model");
  }
  return {};
}

}  // namespace

Result<ModelConfig> read_config(const std::filesystem::path& folder) {
  const auto file = folder / "config.json";
  auto content = read_text_file(file);
  if (!content) return propagate(content);
  const json root = json::parse(*content, nullptr, /*allow_exceptions=*/false);
  if (!root.is_object())
    return fail(ErrorKind::kBadFile,
                "\"" + file.string() + "\" is not valid JSON; it is damaged: get it again");

  ModelConfig config;
  const std::string type = text(root, "model_type");
  if (type != "llama" && type != "mistral")
    return fail(ErrorKind::kUnsupported,
                "\"" + file.string() + "\": models of type " + in_quotes(type) +
                    " cannot be run; these can: " + std::string(supported_architectures()));
  const std::string activation = text(root, "hidden_act");
  if ((!activation.empty() && activation != "silu") || is_true(root, "attention_bias") ||
      is_true(root, "mlp_bias"))
    return fail(ErrorKind::kUnsupported,
                "\"" + file.string() +
                    "\" asks for biases or an activation other than silu, which this program "
                    "does not run: choose another model");
  config.architecture = "llama";
  config.name = folder.filename().string();
  read(root, "num_hidden_layers", config.layers);
  read(root, "hidden_size", config.width);
  read(root, "num_attention_heads", config.heads);
  config.kv_heads = config.heads;
  read(root, "num_key_value_heads", config.kv_heads);
  if (config.heads > 0) config.head_width = config.width / config.heads;
  read(root, "head_dim", config.head_width);
  read(root, "intermediate_size", config.feed_forward);
  read(root, "vocab_size", config.vocabulary);
  config.context = 2048;  // the library's default for a file that does not say
  read(root, "max_position_embeddings", config.context);
  read(root, "rms_norm_eps", config.norm_epsilon);

  config.rotary.layout = RotaryLayout::kHalves;
  config.rotary.width = config.head_width;
  if (auto done = read_rotary(root, file, config); !done) return propagate(done);

  // Inside its window a sliding-window model attends to everything.
  int window = 0;
  read(root, "sliding_window", window);
  const auto switched = root.find("use_sliding_window");
  if (window > 0 && (switched == root.end() || *switched != false))
    config.context = std::min(config.context, window);

  if (auto sound = check_config(config, file); !sound) return propagate(sound);
  return config;
}

}  // namespace canter
