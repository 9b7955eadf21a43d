#include <algorithm>
#include <cmath>

#include "base/machine.h"
#include "base/thread_pool.h"
#include "model/conversion.h"
#include "model/model.h"
#include "model/opened_files.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

Result<void> check_decodable(const Conversion& conversion, const std::filesystem::path& input) {
  for (const ConvertedTensor& tensor : conversion.tensors)
    if (tensor.source && !can_decode(tensor.source->type))
      return fail(ErrorKind::kUnsupported,
                  "\"" + input.string() + "\": tensor \"" + tensor.name + "\" is stored as " +
                      std::string(tensor_type_name(tensor.source->type)) +
                      ", which cannot be read here; start from an F32, F16, BF16 or Q8_0 file");
  return {};
}

/// Numbers that a thread encodes at a time: a multiple of every block.
constexpr std::size_t kPiece = 64 * 1024;

void encode(TensorType type, std::span<const float> numbers, ThreadPool& pool,
            std::vector<std::byte>& encoded) {
  const TensorTypeInfo& info = *tensor_type_info(type);
  encoded.resize(numbers.size() / info.block_size * info.block_bytes);
  pool.for_each((numbers.size() + kPiece - 1) / kPiece, [&](std::size_t i, int) {
    const std::size_t first = i * kPiece;
    encode_numbers(type, numbers.subspan(first, std::min(kPiece, numbers.size() - first)),
                   encoded.data() + first / info.block_size * info.block_bytes);
  });
}

}  // namespace

Result<std::uint64_t> quantize_model(const std::filesystem::path& input,
                                     const std::filesystem::path& output, FileType type,
                                     const std::function<bool(double)>& progress) {
  if (std::ranges::find(file_types(), type) == file_types().end())
    return fail(ErrorKind::kUsage, "models cannot be written as " + file_type_name(type) +
                                       "; choose " + file_type_names());
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
  for (const ConvertedTensor& tensor : conversion->tensors)
    content.tensors.push_back({tensor.name, TensorType::kF32, tensor.shape, {}});
  choose_types(type, content.tensors);

  ThreadPool pool(physical_cores());
  std::vector<std::byte> encoded;
  return write_gguf(output, content, [&](std::size_t i) -> Result<std::span<const std::byte>> {
    if (progress && !progress(double(i) / double(content.tensors.size())))
      return fail(ErrorKind::kInterrupted,
                  "interrupted; \"" + output.string() + "\" was not written: start again");
    const std::vector<float> numbers = converted_numbers(*conversion, conversion->tensors[i]);
    const TensorEntry& tensor = content.tensors[i];
    if (tensor_type_info(tensor.type)->block_size > 1 &&
        !std::ranges::all_of(numbers, [](float n) { return std::isfinite(n); }))
      return fail(ErrorKind::kBadFile, "\"" + input.string() + "\": tensor \"" + tensor.name +
                                           "\" holds infinity or what is no number; the file is "
                                           "damaged: get it again");
    encode(tensor.type, numbers, pool, encoded);
    if (auto unchanged = files->check_unchanged(); !unchanged) return propagate(unchanged);
    return std::span<const std::byte>(encoded);
  });
}

}  // namespace canter
