#include "format/safetensors_header.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "format/byte_cursor.h"
#include "format/message.h"
#include "format/strict_json.h"
#include "format/tensor_size.h"

namespace canter {
namespace {

using nlohmann::json;

/// nullopt unless `list` is an array of numbers that are neither negative nor fractions.
std::optional<std::vector<std::uint64_t>> unsigned_list(const json& list) {
  if (!list.is_array()) return std::nullopt;
  std::vector<std::uint64_t> numbers;
  for (const json& number : list) {
    if (!number.is_number_unsigned()) return std::nullopt;
    numbers.push_back(number.get<std::uint64_t>());
  }
  return numbers;
}

class SafetensorsHeaderReader {
 public:
  SafetensorsHeaderReader(std::span<const std::byte> bytes, const std::string& file)
      : bytes_(bytes), file_(file) {}

  Result<SafetensorsHeader> read() {
    ByteCursor cursor(bytes_);
    std::uint64_t length = 0;
    if (!cursor.read(length) || length > kSafetensorsLargestHeader) {
      return fail(ErrorKind::kBadFile, file_ +
                                           " is no safetensors file (it does not begin with a "
                                           "header); choose one that ends in .safetensors");
    }
    if (length > cursor.remaining()) {
      return bad(" announces a header of " + std::to_string(length) + " bytes but has only " +
                 std::to_string(bytes_.size()));
    }
    const std::string_view text(reinterpret_cast<const char*>(bytes_.data()) + cursor.position(),
                                length);
    data_ = bytes_.subspan(cursor.position() + length);

    const auto document = parse_strict_json(text, file_ + ": the header");
    if (!document) return propagate(document);
    if (!document->is_object()) return bad(": the header is no JSON object");
    for (const auto& [name, value] : document->items()) {
      auto added = name == kSafetensorsMetadataKey ? add_metadata(value) : add_tensor(name, value);
      if (!added) return propagate(added);
    }
    std::ranges::sort(header_.tensors, {}, [](const TensorEntry& tensor) {
      return std::tuple(tensor.bytes.data(), tensor.bytes.size(), std::string_view(tensor.name));
    });
    return std::move(header_);
  }

 private:
  tl::unexpected<Error> bad(const std::string& what) const {
    return fail(ErrorKind::kBadFile, file_ + what + "; " + std::string(kDamagedFile));
  }

  Result<void> add_metadata(const json& values) {
    if (!values.is_object()) return bad(": \"__metadata__\" is no JSON object");
    for (const auto& [key, value] : values.items()) {
      if (!value.is_string()) {
        return bad(": the metadata value " + in_quotes(key) + " is no text");
      }
      header_.metadata.emplace(key, value.get<std::string>());
    }
    return {};
  }

  Result<void> add_tensor(const std::string& name, const json& value) {
    const std::string tensor = ": tensor " + in_quotes(name);
    if (!value.is_object()) return bad(tensor + " is not described by a JSON object");
    const auto dtype = value.find("dtype");
    if (dtype == value.end() || !dtype->is_string()) return bad(tensor + " has no \"dtype\"");
    const auto shape_field = value.find("shape");
    auto shape = shape_field == value.end() ? std::nullopt : unsigned_list(*shape_field);
    if (!shape) return bad(tensor + " has no \"shape\" of whole numbers");
    const auto offsets_field = value.find("data_offsets");
    const auto offsets =
        offsets_field == value.end() ? std::nullopt : unsigned_list(*offsets_field);
    if (!offsets || offsets->size() != 2) {
      return bad(tensor + " has no \"data_offsets\" of two whole numbers");
    }
    const std::uint64_t begin = (*offsets)[0];
    const std::uint64_t end = (*offsets)[1];
    if (begin > end) {
      return bad(tensor + " ends at " + std::to_string(end) + ", before its begin at " +
                 std::to_string(begin));
    }
    if (end > data_.size()) {
      return bad(tensor + " needs data bytes " + std::to_string(begin) + "…" + std::to_string(end) +
                 " but the file has " + std::to_string(data_.size()));
    }

    const auto type = tensor_type_from_safetensors(dtype->get_ref<const std::string&>());
    if (!type) {
      header_.unsupported.emplace(name, dtype->get<std::string>());
      return {};
    }
    const auto size = tensor_bytes(*tensor_type_info(*type), *shape);
    if (!size) return bad(tensor + " has impossibly large dimensions");
    if (*size != end - begin) {
      return bad(tensor + " has " + std::to_string(end - begin) +
                 " bytes where its shape asks for " + std::to_string(*size));
    }
    header_.tensors.push_back({name, *type, std::move(*shape), data_.subspan(begin, end - begin)});
    return {};
  }

  std::span<const std::byte> bytes_;
  std::span<const std::byte> data_;
  const std::string& file_;
  SafetensorsHeader header_;
};

}  // namespace

std::optional<TensorType> tensor_type_from_safetensors(std::string_view dtype) {
  constexpr std::string_view kKnown[] = {"F64", "F32", "F16", "BF16", "F8_E4M3", "F8_E5M2",
                                         "I64", "I32", "I16", "I8",   "U8"};
  if (std::ranges::find(kKnown, dtype) == std::end(kKnown)) return std::nullopt;
  return tensor_type_from_name(dtype);
}

Result<SafetensorsHeader> read_safetensors_header(std::span<const std::byte> bytes,
                                                  const std::string& file) {
  return SafetensorsHeaderReader(bytes, file).read();
}

}  // namespace canter
