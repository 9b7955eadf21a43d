#include "model/weights.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "format/message.h"
#include "model/unused_tensors.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

struct PartName {
  std::string_view gguf;
  std::string_view huggingface;
};

constexpr PartName kLayerParts[] = {
    {"attn_norm", "input_layernorm"},    {"attn_q", "self_attn.q_proj"},
    {"attn_k", "self_attn.k_proj"},      {"attn_v", "self_attn.v_proj"},
    {"attn_output", "self_attn.o_proj"}, {"ffn_norm", "post_attention_layernorm"},
    {"ffn_gate", "mlp.gate_proj"},       {"ffn_up", "mlp.up_proj"},
    {"ffn_down", "mlp.down_proj"},
};

constexpr PartName kOuterParts[] = {
    {"token_embd", "model.embed_tokens"},
    {"output_norm", "model.norm"},
    {"output", "lm_head"},
};

std::string_view huggingface_part(std::string_view gguf, bool in_layer) {
  const std::span<const PartName> parts =
      in_layer ? std::span<const PartName>(kLayerParts) : std::span<const PartName>(kOuterParts);
  const auto found = std::ranges::find(parts, gguf, &PartName::gguf);
  return found == parts.end() ? gguf : found->huggingface;
}

/// The tensor, if it is there, has that shape, and can be decoded.
Result<const TensorEntry*> find_checked(const TensorSource& source, int layer,
                                        std::string_view part,
                                        const std::vector<std::uint64_t>& shape) {
  const std::string where =
      "\"" + source.path().string() + "\": tensor \"" + source.name(layer, part) + "\"";
  const TensorEntry* tensor = source.find(layer, part);
  const auto unreadable = source.unreadable().find(source.name(layer, part));
  const auto cannot_run = [&](const std::string& format) {
    return fail(ErrorKind::kUnsupported,
                where + " is stored as " + format +
                    ", which this program does not run; choose a file in F32, F16, BF16, Q8_0, "
                    "Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K or Q6_K");
  };
  if (unreadable != source.unreadable().end()) return cannot_run(unreadable->second);
  if (!tensor)
    return fail(ErrorKind::kBadFile,
                where + " is missing; the model is incomplete: get all of it again");
  if (tensor->shape != shape)
    return fail(ErrorKind::kBadFile, where + " has shape " + shape_text(tensor->shape) +
                                         " instead of " + shape_text(shape) +
                                         "; the file contradicts itself: get it again");
  if (!tensor_type_info(tensor->type))
    return cannot_run("number format " + std::to_string(std::uint32_t(tensor->type)));
  if (!can_decode(tensor->type)) return cannot_run(std::string(tensor_type_name(tensor->type)));
  return tensor;
}

Result<std::vector<float>> norm(const TensorSource& source, int layer, std::string_view part,
                                int width) {
  const auto tensor = find_checked(source, layer, part, {std::uint64_t(width)});
  if (!tensor) return propagate(tensor);
  std::vector<float> values(width);
  decode_numbers((*tensor)->type, (*tensor)->bytes.data(), values.data(), values.size());
  if (!std::ranges::all_of(values, [](float v) { return std::isfinite(v); }))
    return fail(ErrorKind::kBadFile, "\"" + source.path().string() + "\": tensor \"" +
                                         source.name(layer, part) +
                                         "\" holds infinity or no number; the file is damaged: "
                                         "get it again");
  return values;
}

}  // namespace

const std::vector<TensorEntry>& TensorSource::tensors() const {
  return gguf_ ? gguf_->tensors() : safetensors_->tensors();
}

const TensorNotes& TensorSource::unreadable() const {
  static const TensorNotes none;
  return gguf_ ? none : safetensors_->unsupported();
}

std::vector<std::string> TensorSource::used_names(int layers) const {
  std::vector<std::string> names;
  for (int layer = 0; layer < layers; ++layer)
    for (const PartName& part : kLayerParts) names.push_back(name(layer, part.gguf));
  for (const PartName& part : kOuterParts) names.push_back(name(-1, part.gguf));
  if (gguf_) names.emplace_back(kRopeFrequencies);
  return names;
}

std::string TensorSource::name(int layer, std::string_view part) const {
  const bool in_layer = layer >= 0;
  std::string name;
  if (in_layer) name = (gguf_ ? "blk." : "model.layers.") + std::to_string(layer) + ".";
  name += gguf_ ? part : huggingface_part(part, in_layer);
  return name + ".weight";
}

const TensorEntry* TensorSource::find(int layer, std::string_view part) const {
  const std::string wanted = name(layer, part);
  return gguf_ ? gguf_->tensor(wanted) : safetensors_->tensor(wanted);
}

Result<NormWeights> bind_norms(const TensorSource& source, const ModelConfig& config) {
  NormWeights norms;
  for (int layer = 0; layer < config.layers; ++layer) {
    auto attention = norm(source, layer, "attn_norm", config.width);
    if (!attention) return propagate(attention);
    auto feed_forward = norm(source, layer, "ffn_norm", config.width);
    if (!feed_forward) return propagate(feed_forward);
    norms.attention.push_back(std::move(*attention));
    norms.feed_forward.push_back(std::move(*feed_forward));
  }
  auto output = norm(source, -1, "output_norm", config.width);
  if (!output) return propagate(output);
  norms.output = std::move(*output);
  return norms;
}

Result<FileWeights> bind_weights(const TensorSource& source, const ModelConfig& config) {
  if (source.find(config.layers, "attn_norm"))
    return fail(ErrorKind::kBadFile,
                "\"" + source.path().string() + "\": it has more layers than the " +
                    std::to_string(config.layers) +
                    " that its configuration tells; the file contradicts itself: get it again");
  if (auto used = check_all_used(source, config); !used) return propagate(used);
  FileWeights weights;
  auto norms = bind_norms(source, config);
  if (!norms) return propagate(norms);
  weights.norms = std::move(*norms);

  Result<void> state;
  const auto bind = [&](int layer, std::string_view part, int outputs, int inputs, Matrix& matrix) {
    if (!state) return;
    const auto tensor =
        find_checked(source, layer, part, {std::uint64_t(outputs), std::uint64_t(inputs)});
    if (tensor)
      matrix = {(*tensor)->type, std::size_t(outputs), std::size_t(inputs), (*tensor)->bytes};
    else
      state = propagate(tensor);
  };

  const int heads = config.heads * config.head_width;
  const int kv_heads = config.kv_heads * config.head_width;
  bind(-1, "token_embd", config.vocabulary, config.width, weights.embedding);
  if (source.find(-1, "output"))
    bind(-1, "output", config.vocabulary, config.width, weights.output);
  else
    weights.output = weights.embedding;
  weights.layers.resize(config.layers);
  for (int i = 0; i < config.layers && state; ++i) {
    LayerMatrices<Matrix>& layer = weights.layers[i];
    bind(i, "attn_q", heads, config.width, layer.query);
    bind(i, "attn_k", kv_heads, config.width, layer.key);
    bind(i, "attn_v", kv_heads, config.width, layer.value);
    bind(i, "attn_output", config.width, heads, layer.attention_output);
    bind(i, "ffn_gate", config.feed_forward, config.width, layer.gate);
    bind(i, "ffn_up", config.feed_forward, config.width, layer.up);
    bind(i, "ffn_down", config.width, config.feed_forward, layer.down);
  }
  if (!state) return propagate(state);
  return weights;
}

}  // namespace canter
