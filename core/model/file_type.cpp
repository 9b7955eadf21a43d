#include "model/file_type.h"

#include <algorithm>
#include <charconv>

namespace canter {
namespace {

struct Known {
  FileType type;
  std::int64_t number;
};

const Known kKnown[] = {
    {TensorType::kF32, 0},           {TensorType::kF16, 1},   {TensorType::kBF16, 32},
    {TensorType::kQ8_0, 7},          {TensorType::kQ6_K, 18}, {{TensorType::kQ5_K, true}, 17},
    {{TensorType::kQ4_K, true}, 15}, {TensorType::kQ4_0, 2},  {TensorType::kIQ4_XS, 30},
    {TensorType::kMXFP4, 38},
};

/// Names of tensors with several dimensions that are no matrices that a pass multiplies by.
constexpr std::string_view kNoMatrices[] = {"_norm.", "ssm_conv1d", "shortconv.conv"};
constexpr std::string_view kRouter = "ffn_gate_inp";

/// Mixtures of so many experts get more bits in the attention between them, which is small there.
constexpr std::uint64_t kMixtralExperts = 8;

/// `N` of `blk.N.…`; -1 outside of layers.
int layer_of(std::string_view name) {
  constexpr std::string_view kPrefix = "blk.";
  int layer = -1;
  if (name.starts_with(kPrefix))
    std::from_chars(name.data() + kPrefix.size(), name.data() + name.size(), layer);
  return layer;
}

/// The first and the last eighth of the layers, and every third between them.
bool gets_more_bits(int layer, int layers) {
  const int eighth = layers / 8;
  return layer < eighth || layer >= 7 * layers / 8 || (layer - eighth) % 3 == 2;
}

/// What a tensor's number format depends on besides itself.
struct Surroundings {
  int layers = 0;
  std::string_view output;     ///< the name of the matrix that gives the logits
  std::uint64_t experts = 0;   ///< of a mixture
  bool shared_values = false;  ///< at least four heads use the same values
};

bool has(const TensorEntry& tensor, std::string_view part) {
  return tensor.name.find(part) != tensor.name.npos;
}

Surroundings surroundings_of(const std::vector<TensorEntry>& tensors) {
  Surroundings found{.output = "token_embd.weight"};
  std::uint64_t queries = 0, values = 0;
  for (const TensorEntry& tensor : tensors) {
    found.layers = std::max(found.layers, layer_of(tensor.name) + 1);
    if (tensor.name == "output.weight") found.output = tensor.name;
    if (tensor.shape.size() == 3 && has(tensor, "_exps")) found.experts = tensor.shape.front();
    if (has(tensor, "attn_output.weight")) queries = tensor.shape.back();
    if (has(tensor, "attn_v.weight")) values = tensor.shape.front();
  }
  found.shared_values = values > 0 && queries >= 4 * values;
  return found;
}

/// As llama.cpp chooses, so that files of a name are as large and as good everywhere
/// (llama_tensor_get_type in
/// https://github.com/ggml-org/llama.cpp/blob/master/src/llama-quant.cpp).
TensorType wanted_type(FileType type, const TensorEntry& tensor, const Surroundings& model) {
  const int layer = layer_of(tensor.name);
  if (type.type == TensorType::kMXFP4) return layer < 0 ? TensorType::kQ8_0 : type.type;
  const bool iq4 = type.type == TensorType::kIQ4_XS, mixed = type.medium || iq4;
  if (!mixed) return type.type;
  if (tensor.name == model.output) return TensorType::kQ6_K;
  if (has(tensor, "attn_qkv"))
    return iq4 ? type.type
               : (type.type == TensorType::kQ4_K ? TensorType::kQ5_K : TensorType::kQ6_K);
  const bool values = has(tensor, "attn_v."), down = has(tensor, "ffn_down");
  if (model.experts == kMixtralExperts) {
    if (values || has(tensor, "attn_k.")) return TensorType::kQ8_0;
    if (has(tensor, "attn_output") && type.type != TensorType::kQ5_K) return TensorType::kQ5_K;
  }
  if (iq4)
    return (values && model.shared_values) || (down && layer < model.layers / 8) ? TensorType::kQ5_K
                                                                                 : type.type;
  return (values || down) && gets_more_bits(layer, model.layers) ? TensorType::kQ6_K : type.type;
}

/// With shorter blocks.
TensorType fallback(TensorType type) {
  switch (type) {
    case TensorType::kQ4_K:
      return TensorType::kQ5_0;
    case TensorType::kQ5_K:
      return TensorType::kQ5_1;
    case TensorType::kQ6_K:
      return TensorType::kQ8_0;
    case TensorType::kIQ4_XS:
      return TensorType::kIQ4_NL;
    default:
      return TensorType::kF16;
  }
}

bool is_matrix(const TensorEntry& tensor) {
  return tensor.shape.size() >= 2 && tensor.name.ends_with(".weight") &&
         std::ranges::none_of(kNoMatrices,
                              [&](std::string_view part) { return has(tensor, part); });
}

TensorType stored_type(FileType type, const TensorEntry& tensor, const Surroundings& model) {
  if (!is_matrix(tensor) || (has(tensor, kRouter) && tensor_type_info(type.type)->block_size > 1))
    return TensorType::kF32;
  TensorType stored = wanted_type(type, tensor, model);
  while (tensor.shape.back() % tensor_type_info(stored)->block_size != 0) stored = fallback(stored);
  return stored;
}

}  // namespace

std::span<const FileType> file_types() {
  static const std::vector<FileType> types = [] {
    std::vector<FileType> list;
    for (const Known& known : kKnown) list.push_back(known.type);
    return list;
  }();
  return types;
}

std::string file_type_name(FileType type) {
  return std::string(tensor_type_name(type.type)) + (type.medium ? "_M" : "");
}

std::optional<FileType> file_type_from_name(std::string_view name) {
  const bool medium = name.ends_with("_M") || name.ends_with("_m");
  const auto type = tensor_type_from_name(name.substr(0, name.size() - (medium ? 2 : 0)));
  if (!type) return std::nullopt;
  const FileType wanted(*type, medium);
  if (std::ranges::find(file_types(), wanted) == file_types().end()) return std::nullopt;
  return wanted;
}

std::string file_type_names() {
  std::string names;
  const auto types = file_types();
  for (std::size_t i = 0; i < types.size(); ++i)
    names += (i == 0 ? "" : i + 1 < types.size() ? ", " : " or ") + file_type_name(types[i]);
  return names;
}

std::int64_t file_type_number(FileType type) {
  return std::ranges::find(kKnown, type, &Known::type)->number;
}

void choose_types(FileType type, std::vector<TensorEntry>& tensors) {
  const Surroundings model = surroundings_of(tensors);
  for (TensorEntry& tensor : tensors) tensor.type = stored_type(type, tensor, model);
}

}  // namespace canter
