#include <algorithm>

#include "model/model.h"
#include "model/opened_files.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

/// `general.file_type` as other programs read it.
std::int64_t file_type_number(TensorType type) {
  switch (type) {
    case TensorType::kF16:
      return 1;
    case TensorType::kQ4_0:
      return 2;
    case TensorType::kQ8_0:
      return 7;
    case TensorType::kBF16:
      return 32;
    default:
      return 0;
  }
}

TensorType stored_type(const TensorEntry& tensor, TensorType wanted) {
  if (tensor.shape.size() < 2) return TensorType::kF32;
  return tensor.shape.back() % tensor_type_info(wanted)->block_size == 0 ? wanted
                                                                         : TensorType::kF16;
}

std::vector<float> decode_tensor(const TensorEntry& tensor) {
  std::vector<float> numbers(tensor.elements());
  decode_numbers(tensor.type, tensor.bytes.data(), numbers.data(), numbers.size());
  return numbers;
}

}  // namespace

Result<std::uint64_t> quantize_model(const std::filesystem::path& input,
                                     const std::filesystem::path& output, TensorType type,
                                     const std::function<void(double)>& progress) {
  if (!can_encode(type))
    return fail(ErrorKind::kUsage, "weights cannot be written as " +
                                       std::string(tensor_type_name(type)) +
                                       "; choose F32, F16, BF16, Q8_0 or Q4_0");
  const auto file = GgufFile::open(input);
  if (!file) return propagate(file);
  for (const TensorEntry& tensor : file->tensors())
    if (!can_decode(tensor.type))
      return fail(ErrorKind::kUnsupported,
                  "\"" + input.string() + "\": tensor \"" + tensor.name + "\" is stored as " +
                      std::string(tensor_type_name(tensor.type)) +
                      ", which cannot be read here; start from an F32, F16, BF16 or Q8_0 file");

  GgufContent content;
  content.metadata.assign(file->metadata().begin(), file->metadata().end());
  std::erase_if(content.metadata, [](const auto& entry) {
    return entry.first == "general.file_type" || entry.first == "general.alignment";
  });
  content.metadata.emplace_back("general.file_type",
                                GgufValue{GgufValueType::kUint32, file_type_number(type)});
  for (const TensorEntry& tensor : file->tensors()) {
    content.tensors.push_back(tensor);
    content.tensors.back().type = stored_type(tensor, type);
    content.tensors.back().bytes = {};
  }

  std::vector<std::byte> encoded;
  return write_gguf(output, content, [&](std::size_t i) -> Result<std::span<const std::byte>> {
    if (progress) progress(double(i) / double(content.tensors.size()));
    encoded.clear();
    encode_numbers(content.tensors[i].type, decode_tensor(file->tensors()[i]), encoded);
    return std::span<const std::byte>(encoded);
  });
}

}  // namespace canter
