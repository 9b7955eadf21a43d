#include "model/families/model_keys.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "format/message.h"
#include "model/display_name.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

using nlohmann::json;

constexpr int kDeepest = 4;
constexpr std::size_t kLongestList = 1 << 16;
/// Stands for a value that is too long, too deep or mixed to be taken for anything.
constexpr std::string_view kUnreadable = "?";
constexpr std::uint64_t kMostSmallNumbers = 1 << 14;

/// What stands in values that change a graph. Of config.json, since a file has many more keys that
/// are about training; of GGUF whole groups, since it has only what an engine needs.
constexpr std::array kFolderSensitive = {
    "alibi",
    "attention_bias",
    "attention_chunk_size",
    "attention_multiplier",
    "attn_logit_softcapping",
    "attn_scale",
    "attn_temperature_tuning",
    "bias",
    "clip_qkv",
    "embedding_multiplier",
    "enable_moe_block",
    "final_logit_softcapping",
    "hidden_act",
    "hidden_activation",
    "hidden_size_per_layer_input",
    "layer_types",
    "layernorm_type",
    "lm_head_bias",
    "logit_scale",
    "logits_scaling",
    "mamba_proj_bias",
    "mlp_bias",
    "mlp_only_layers",
    "mlp_layer_types",
    "moe_layer_freq",
    "mup_width_scale",
    "n_group",
    "n_routed_experts",
    "n_shared_experts",
    "no_rope_layers",
    "num_experts",
    "num_kv_shared_layers",
    "num_local_experts",
    "parallel_attn",
    "partial_rotary_factor",
    "qk_layernorm",
    "qk_norm",
    "query_pre_attn_scalar",
    "residual_multiplier",
    "rope_parameters",
    "rope_scaling",
    "rope_interleave",
    "routed_scaling_factor",
    "scale_attn_by_inverse_layer_idx",
    "scoring_func",
    "sliding_window",
    "sliding_window_pattern",
    "swiglu_limit",
    "topk_method",
    "use_bidirectional_attention",
    "use_qk_norm",
    "use_parallel_residual",
};
constexpr std::array kGgufSensitive = {"attention.", "rope.",      "expert",
                                       "ssm.",       "shortconv.", "swiglu"};
constexpr std::array kGgufSensitiveEnds = {"_scale", "softcapping", "_multiplier"};
/// Of those groups: what only describes or has another name for what is read.
constexpr std::array kGgufHarmless = {
    "attention.value_length",  "attention.value_length_swa", "attention.causal",
    "rope.dimension_sections", "rope.scaling.type",          "rope.scaling.finetuned",
    "expert_weights_norm",     "rope.scale_linear",          "attention.layer_norm_epsilon",
    "expert_shared_count"};

bool is_harmless(std::string_view key) {
  return std::ranges::find(kGgufHarmless, key) != kGgufHarmless.end();
}

bool is_sensitive(std::string_view key, bool gguf) {
  if (!gguf) {
    const std::string_view first = key.substr(0, key.find('.'));
    return std::ranges::find(kFolderSensitive, first) != kFolderSensitive.end();
  }
  const auto begins = [&](std::string_view part) { return key.starts_with(part); };
  const auto ends = [&](std::string_view part) { return key.ends_with(part); };
  return (std::ranges::any_of(kGgufSensitive, begins) ||
          std::ranges::any_of(kGgufSensitiveEnds, ends)) &&
         !is_harmless(key);
}

/// 0 unless it is one that an int holds.
int whole_number(double number) {
  return number >= 0 && number <= 1 << 30 && number == std::floor(number) ? int(number) : 0;
}

/// 1 means something there; where something is multiplied or counted it does not.
bool is_limit(std::string_view key) {
  constexpr std::array<std::string_view, 5> kParts = {"softcapping", "window", "clamp", "clip",
                                                      "bias"};
  return std::ranges::any_of(kParts, [&](auto part) { return key.find(part) != key.npos; });
}

}  // namespace

/// Flattens nested objects into names with dots.
class KeysOfJson {
 public:
  explicit KeysOfJson(ModelKeys& keys) : keys_(keys) {}

  void add(const json& object, const std::string& prefix = "", int depth = 0) {
    for (const auto& [key, value] : object.items()) {
      const std::string name = prefix + key;
      if (value.is_object()) {
        if (depth < kDeepest)
          add(value, name + ".", depth + 1);
        else
          keys_.values_.insert_or_assign(name, std::string(kUnreadable));
      } else {
        add_value(name, value);
      }
    }
  }

 private:
  void add_value(const std::string& name, const json& value) {
    auto& values = keys_.values_;
    if (value.is_number()) values.insert_or_assign(name, value.get<double>());
    if (value.is_boolean()) values.insert_or_assign(name, value.get<bool>());
    if (value.is_string()) values.insert_or_assign(name, value.get<std::string>());
    if (value.is_null()) values.erase(name);
    if (!value.is_array()) return;
    const auto all = [&](auto is) { return std::ranges::all_of(value, is); };
    if (value.size() > kLongestList) {
      values.insert_or_assign(name, std::string(kUnreadable));
    } else if (all([](const json& v) { return v.is_number() || v.is_boolean(); })) {
      std::vector<double> numbers;
      for (const json& v : value)
        numbers.push_back(v.is_boolean() ? double(v.get<bool>()) : v.get<double>());
      values.insert_or_assign(name, std::move(numbers));
    } else if (all([](const json& v) { return v.is_string(); })) {
      values.insert_or_assign(name, value.get<std::vector<std::string>>());
    } else {
      values.insert_or_assign(name, std::string(kUnreadable));
    }
  }

  ModelKeys& keys_;
};

namespace {

/// What sentence-transformers' files say of the steps behind the model, as `pooling.`.
void add_pooling(const std::filesystem::path& folder, KeysOfJson& flatten) {
  const auto read = [&](const char* name) {
    const auto content = read_text_file(folder / name);
    return content ? json::parse(*content, nullptr, /*allow_exceptions=*/false) : json();
  };
  if (const json pooling = read("1_Pooling/config.json"); pooling.is_object())
    flatten.add(pooling, "pooling.");
  for (const json& step : read("modules.json"))
    if (step.is_object() && step.contains("type") && step["type"].is_string() &&
        step["type"].get_ref<const std::string&>().ends_with(".Dense"))
      flatten.add({{"dense", true}}, "pooling.");
}

}  // namespace

ModelKeys ModelKeys::from_gguf(const GgufFile& file) {
  ModelKeys keys;
  keys.gguf_ = &file;
  keys.path_ = file.path();
  keys.architecture_ = file.get_string("general.architecture").value_or("");
  keys.name_ = own_name(file);
  const std::string prefix = keys.architecture_ + ".";
  for (const auto& [key, value] : file.metadata()) {
    if (!key.starts_with(prefix)) continue;
    const std::string name = key.substr(prefix.size());
    if (const auto flag = file.get_bool(key)) {
      keys.values_.emplace(name, *flag);
    } else if (const auto number = file.get_float(key)) {
      keys.values_.emplace(name, *number);
    } else if (const auto text = file.get_string(key)) {
      keys.values_.emplace(name, std::string(*text));
    } else if (const GgufArray* array = file.get_array(key);
               array && array->size() <= kLongestList) {
      std::vector<double> numbers(array->integers.begin(), array->integers.end());
      numbers.insert(numbers.end(), array->floats.begin(), array->floats.end());
      if (array->strings.empty())
        keys.values_.emplace(name, std::move(numbers));
      else
        keys.values_.emplace(name, array->strings);
    } else {
      keys.values_.emplace(name, 0.0);  // beyond 63 bits
    }
  }
  return keys;
}

Result<ModelKeys> ModelKeys::from_folder(const std::filesystem::path& folder) {
  ModelKeys keys;
  keys.path_ = folder / "config.json";
  const auto content = read_text_file(keys.path_);
  if (!content) return propagate(content);
  const json root = json::parse(*content, nullptr, /*allow_exceptions=*/false);
  if (!root.is_object())
    return fail(ErrorKind::kBadFile,
                "\"" + keys.path_.string() + "\" is not valid JSON; it is damaged: get it again");
  keys.name_ = folder.filename().string();
  KeysOfJson flatten(keys);
  flatten.add(root);
  if (const auto text = root.find("text_config"); text != root.end() && text->is_object())
    flatten.add(*text);
  keys.architecture_ = keys.text({{}, "model_type"});
  add_pooling(folder, flatten);
  return keys;
}

const ModelKeys::Value* ModelKeys::find(Key key) const {
  const std::string_view name = is_gguf() ? key.gguf : key.folder;
  if (name.empty()) return nullptr;
  asked_.emplace(name);
  const auto found = values_.find(name);
  return found == values_.end() ? nullptr : &found->second;
}

bool ModelKeys::has(Key key) const {
  return find(key) != nullptr;
}

bool ModelKeys::has_object(std::string_view name) const {
  if (is_gguf()) return false;
  const std::string prefix = std::string(name) + ".";
  const auto found = values_.lower_bound(prefix);
  return found != values_.end() && found->first.starts_with(prefix);
}

void ModelKeys::ignore_object(std::string_view name) const {
  const std::string prefix = std::string(name) + ".";
  for (auto value = values_.lower_bound(prefix);
       value != values_.end() && value->first.starts_with(prefix); ++value)
    asked_.insert(value->first);
}

int ModelKeys::integer(Key key, int fallback) const {
  const Value* value = find(key);
  if (!value) return fallback;
  double number = 0;
  if (const auto* one = std::get_if<double>(value)) number = *one;
  if (const auto* list = std::get_if<std::vector<double>>(value); list && !list->empty()) {
    number = list->front();
    if (std::ranges::adjacent_find(*list, std::not_equal_to()) != list->end())
      uneven_.emplace(is_gguf() ? key.gguf : key.folder);
  }
  return whole_number(number);
}

double ModelKeys::number(Key key, double fallback) const {
  const Value* value = find(key);
  if (!value) return fallback;
  const auto* number = std::get_if<double>(value);
  return number ? *number : 0;
}

bool ModelKeys::flag(Key key, bool fallback) const {
  const Value* value = find(key);
  if (!value) return fallback;
  if (const auto* flag = std::get_if<bool>(value)) return *flag;
  const auto* number = std::get_if<double>(value);
  return number ? *number != 0 : fallback;
}

std::string ModelKeys::text(Key key, std::string fallback) const {
  const Value* value = find(key);
  const auto* text = value ? std::get_if<std::string>(value) : nullptr;
  return text ? *text : fallback;
}

std::vector<double> ModelKeys::numbers(Key key) const {
  const Value* value = find(key);
  const auto* list = value ? std::get_if<std::vector<double>>(value) : nullptr;
  return list ? *list : std::vector<double>();
}

std::vector<std::string> ModelKeys::texts(Key key) const {
  const Value* value = find(key);
  const auto* list = value ? std::get_if<std::vector<std::string>>(value) : nullptr;
  return list ? *list : std::vector<std::string>();
}

int ModelKeys::of_layer(Key key, int layer, int fallback) const {
  const std::vector<double> list = numbers(key);
  if (list.empty()) return integer(key, fallback);
  by_layer_.emplace(is_gguf() ? key.gguf : key.folder);
  // A list that is too short leaves 0, which check_plan() refuses by name.
  const double number = std::size_t(layer) < list.size() ? list[layer] : 0;
  return whole_number(number);
}

Result<std::vector<float>> ModelKeys::small_tensor(std::string_view name) const {
  const TensorEntry* tensor = gguf_ ? gguf_->tensor(name) : nullptr;
  if (!tensor) return std::vector<float>();
  if (tensor->type != TensorType::kF32 || tensor->elements() > kMostSmallNumbers)
    return fail(ErrorKind::kBadFile, "\"" + path_.string() + "\": " + std::string(name) +
                                         " is not a short float32 vector; the file is damaged: "
                                         "get it again");
  std::vector<float> numbers(tensor->elements());
  decode_numbers(tensor->type, tensor->bytes.data(), numbers.data(), numbers.size());
  return numbers;
}

int ModelKeys::gguf_vocabulary() const {
  std::uint64_t rows = 0;
  if (const TensorEntry* embedding = gguf_->tensor("token_embd.weight");
      embedding && embedding->shape.size() == 2)
    rows = embedding->shape[0];
  else if (const GgufArray* tokens = gguf_->get_array("tokenizer.ggml.tokens"))
    rows = tokens->size();
  return rows <= 1 << 30 ? int(rows) : 0;
}

Result<void> ModelKeys::check_understood() const {
  const auto neutral = [](const std::string& key, const Value& value) {
    if (const auto* number = std::get_if<double>(&value))
      return *number == 0 || (*number == 1 && !is_limit(key));
    if (const auto* flag = std::get_if<bool>(&value)) return !*flag;
    if (const auto* list = std::get_if<std::vector<double>>(&value)) return list->empty();
    if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return list->empty();
    const auto* text = std::get_if<std::string>(&value);
    return text && (text->empty() || *text == "none" || *text == "default");
  };
  for (const std::string& key : uneven_) {
    if (by_layer_.contains(key)) continue;
    return fail(ErrorKind::kUnsupported, "\"" + path_.string() +
                                             "\": layers of different shapes (" + in_quotes(key) +
                                             ") are not supported for models of type " +
                                             in_quotes(architecture_) + "; choose another model");
  }
  for (const auto& [key, value] : values_) {
    if (asked_.contains(key) || !is_sensitive(key, is_gguf()) || neutral(key, value)) continue;
    return fail(ErrorKind::kUnsupported,
                "\"" + path_.string() + "\": " + in_quotes(key) + " of a model of type " +
                    in_quotes(architecture_) +
                    " changes what it computes, and this program does not know how; without it "
                    "the answers would be wrong: choose another model");
  }
  return {};
}

}  // namespace canter
