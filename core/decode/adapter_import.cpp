#include "decode/adapter_import.h"

#include <algorithm>
#include <array>
#include <new>
#include <span>
#include <string>
#include <utility>

#include "format/message.h"
#include "format/safetensors.h"
#include "format/torch_checkpoint.h"
#include "model/plan/uniform_shape.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

constexpr std::string_view kMasks = "mask_tokens.weight";
constexpr std::string_view kPrompt = "prefix_encoder.embedding.weight";
/// What programs that train put in front of a model's own names.
constexpr std::array<std::string_view, 4> kPrefixes = {"model.", "", "module.", "module.model."};

std::vector<float> decoded(TensorType type, std::span<const std::byte> bytes, std::uint64_t count) {
  std::vector<float> numbers(count);
  decode_numbers(type, bytes.data(), numbers.data(), count);
  return numbers;
}

Result<std::vector<float>> numbers_of(const SafetensorsFile&, const TensorEntry& tensor) {
  return decoded(tensor.type, tensor.bytes, tensor.elements());
}

Result<std::vector<float>> numbers_of(const TorchCheckpoint& file, const TorchTensor& tensor) {
  const auto bytes = file.read(tensor);
  if (!bytes) return propagate(bytes);
  return decoded(tensor.type, *bytes, bytes->size() / tensor_type_info(tensor.type)->block_bytes);
}

/// Takes the adapter out of a checkpoint of either kind; every error names the file.
template <typename File>
class Import {
 public:
  Import(const File& file, std::string name, const UniformShape& config)
      : file_(file), name_(std::move(name)), config_(config) {}

  Result<Adapter> read() const {
    const auto masks = matrix(kMasks, "mask tokens", Adapter::kMostMaskTokens, config_.width);
    if (!masks) return propagate(masks);
    const auto row = std::uint64_t(config_.layers) * 2 * config_.kv_heads * config_.head_width;
    const auto prompt = matrix(kPrompt, "prompt tokens", Adapter::kMostPromptTokens, row);
    if (!prompt) return propagate(prompt);
    auto mask_embedding = numbers_of(file_, **masks);
    if (!mask_embedding) return propagate(mask_embedding);
    const auto prefix = numbers_of(file_, **prompt);
    if (!prefix) return propagate(prefix);

    Adapter adapter;
    adapter.mask_tokens = int((*masks)->shape[0]);
    adapter.mask_embedding = std::move(*mask_embedding);
    adapter.prompt_tokens = int((*prompt)->shape[0]);
    split(*prefix, adapter);
    return adapter;
  }

 private:
  tl::unexpected<Error> bad(const std::string& what) const {
    return fail(ErrorKind::kBadFile, name_ + " " + what);
  }

  /// The tensor of that name with `columns` columns and 1 to `most` rows.
  auto matrix(std::string_view name, const char* rows, int most, std::uint64_t columns) const
      -> Result<decltype(std::declval<File>().tensor({}))> {
    auto found = find(name);
    if (!found) return found;
    const auto& tensor = **found;
    if (tensor.type != TensorType::kF32 && tensor.type != TensorType::kF16 &&
        tensor.type != TensorType::kBF16)
      return unsupported(tensor.name, tensor_type_name(tensor.type));
    if (tensor.shape.size() != 2 || tensor.shape[1] != columns)
      return bad("has " + in_quotes(tensor.name) + " of shape " + shape_text(tensor.shape) +
                 " where this model needs rows of " + std::to_string(columns) +
                 " numbers; it belongs to another model: choose one for this model");
    if (tensor.shape[0] < 1 || tensor.shape[0] > std::uint64_t(most))
      return bad("has " + std::to_string(tensor.shape[0]) + " " + rows + " where 1 to " +
                 std::to_string(most) + " make sense; choose another checkpoint");
    return found;
  }

  auto find(std::string_view name) const -> Result<decltype(std::declval<File>().tensor({}))> {
    decltype(file_.tensor({})) found = nullptr;
    for (const std::string_view prefix : kPrefixes) {
      const std::string full = std::string(prefix) + std::string(name);
      if (const auto other = file_.unsupported().find(full); other != file_.unsupported().end())
        return unsupported(full, other->second);
      const auto* tensor = file_.tensor(full);
      if (!tensor) continue;
      if (found)
        return bad("has both " + in_quotes(found->name) + " and " + in_quotes(full) +
                   ", and either may be meant; save the one that counts in a file of its own");
      found = tensor;
    }
    if (!found)
      return bad("has no " + in_quotes(name) +
                 ", so it is no checkpoint of BiTA's reference program; choose another file");
    return found;
  }

  tl::unexpected<Error> unsupported(const std::string& tensor, std::string_view form) const {
    return fail(ErrorKind::kUnsupported,
                name_ + " has " + in_quotes(tensor) + " in a form that cannot be imported (" +
                    std::string(form) + "); save it as contiguous float32, float16 or bfloat16");
  }

  /// `prefix`: [prompt tokens, layers, key or value, kv_heads, head_width].
  void split(const std::vector<float>& prefix, Adapter& adapter) const {
    const auto layer_numbers = std::size_t(config_.kv_heads) * config_.head_width;
    const auto at = [&](int slot, int layer, int part) {
      const auto place = (std::size_t(slot) * config_.layers + layer) * 2 + part;
      return prefix.begin() + std::ptrdiff_t(place * layer_numbers);
    };
    for (auto [part, numbers] :
         {std::pair(0, &adapter.prompt_key), std::pair(1, &adapter.prompt_value)}) {
      numbers->reserve(prefix.size() / 2);
      for (int layer = 0; layer < config_.layers; ++layer)
        for (int slot = 0; slot < adapter.prompt_tokens; ++slot) {
          const auto from = at(slot, layer, part);
          numbers->insert(numbers->end(), from, from + std::ptrdiff_t(layer_numbers));
        }
    }
  }

  const File& file_;
  std::string name_;
  UniformShape config_;
};

template <typename File>
Result<Adapter> import_from(const Result<File>& file, const std::filesystem::path& path,
                            const Model& model) try {
  if (!file) return propagate(file);
  const std::string name = "checkpoint " + file_name_in_quotes(path);
  const auto shape = shape_for_masks(model.plan(), name);
  if (!shape) return propagate(shape);
  auto adapter = Import<File>(*file, name, *shape).read();
  if (!adapter) return propagate(adapter);
  if (auto sound = check_adapter(*adapter, model.plan(), {}, name); !sound) return propagate(sound);
  return adapter;
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge,
              "checkpoint " + file_name_in_quotes(path) + " needs more memory than there is");
}

bool is_checkpoint(const SafetensorsFile& file) {
  return std::ranges::any_of(kPrefixes, [&](std::string_view prefix) {
    const std::string name = std::string(prefix) + std::string(kPrompt);
    return file.tensor(name) || file.unsupported().contains(name);
  });
}

}  // namespace

Result<Adapter> import_adapter(const std::filesystem::path& path, const Model& model) {
  // A folder holds safetensors, whose reader knows how they are named.
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    return import_from(SafetensorsFile::open(path), path, model);
  const auto form = torch_form(path);
  if (!form) return propagate(form);
  return *form == TorchForm::kNone ? import_from(SafetensorsFile::open(path), path, model)
                                   : import_from(TorchCheckpoint::open(path), path, model);
}

Result<Adapter> open_adapter(const std::filesystem::path& path, const Model& model) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(path, ignored)) {
    const auto form = torch_form(path);
    if (!form) return propagate(form);
    if (*form != TorchForm::kNone) return import_adapter(path, model);
  }
  const auto file = SafetensorsFile::open(path);
  if (!file) return propagate(file);
  return is_checkpoint(*file) ? import_from(file, path, model) : read_adapter(path, model);
}

}  // namespace canter
