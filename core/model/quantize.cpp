#include <algorithm>

#include "model/conversion.h"
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

TensorType stored_type(const std::vector<std::uint64_t>& shape, TensorType wanted) {
  if (shape.size() < 2) return TensorType::kF32;
  return shape.back() % tensor_type_info(wanted)->block_size == 0 ? wanted : TensorType::kF16;
}

Result<void> check_decodable(const Conversion& conversion, const std::filesystem::path& input) {
  for (const ConvertedTensor& tensor : conversion.tensors)
    if (tensor.source && !can_decode(tensor.source->type))
      return fail(ErrorKind::kUnsupported,
                  "\"" + input.string() + "\": tensor \"" + tensor.name + "\" is stored as " +
                      std::string(tensor_type_name(tensor.source->type)) +
                      ", which cannot be read here; start from an F32, F16, BF16 or Q8_0 file");
  return {};
}

}  // namespace

Result<std::uint64_t> quantize_model(const std::filesystem::path& input,
                                     const std::filesystem::path& output, TensorType type,
                                     const std::function<bool(double)>& progress) {
  if (!can_encode(type))
    return fail(ErrorKind::kUsage, "weights cannot be written as " +
                                       std::string(tensor_type_name(type)) +
                                       "; choose F32, F16, BF16, Q8_0 or Q4_0");
  const auto files = open_model_files(input);
  if (!files) return propagate(files);
  const auto conversion = plan_conversion(*files);
  if (!conversion) return propagate(conversion);
  if (const auto readable = check_decodable(*conversion, input); !readable)
    return propagate(readable);

  GgufContent content;
  content.metadata = conversion->metadata;
  std::erase_if(content.metadata, [](const auto& entry) {
    return entry.first == "general.file_type" || entry.first == "general.alignment";
  });
  content.metadata.emplace_back("general.file_type",
                                GgufValue{GgufValueType::kUint32, file_type_number(type)});
  for (const ConvertedTensor& tensor : conversion->tensors) {
    content.tensors.push_back({tensor.name, stored_type(tensor.shape, type), tensor.shape, {}});
  }

  std::vector<std::byte> encoded;
  return write_gguf(output, content, [&](std::size_t i) -> Result<std::span<const std::byte>> {
    if (progress && !progress(double(i) / double(content.tensors.size())))
      return fail(ErrorKind::kInterrupted,
                  "interrupted; \"" + output.string() + "\" was not written: start again");
    encoded.clear();
    encode_numbers(content.tensors[i].type, converted_numbers(*conversion, conversion->tensors[i]),
                   encoded);
    if (auto unchanged = files->check_unchanged(); !unchanged) return propagate(unchanged);
    return std::span<const std::byte>(encoded);
  });
}

}  // namespace canter
