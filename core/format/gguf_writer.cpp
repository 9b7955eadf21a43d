#include <cmath>
#include <limits>
#include <set>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "format/byte_cursor.h"
#include "format/checked_math.h"
#include "format/gguf.h"
#include "format/gguf_metadata.h"
#include "format/message.h"
#include "format/tensor_size.h"

namespace canter {
namespace {

template <typename Number>
void append(std::string& out, Number number) {
  out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void append_string(std::string& out, std::string_view text) {
  append<std::uint64_t>(out, text.size());
  out += text;
}

template <typename Stored>
bool append_integer_as(std::string& out, std::int64_t value) {
  if (!std::in_range<Stored>(value)) return false;
  append(out, static_cast<Stored>(value));
  return true;
}

bool append_integer(std::string& out, GgufValueType type, std::int64_t value) {
  switch (type) {
    case GgufValueType::kBool:
      append<std::uint8_t>(out, value != 0);
      return value == 0 || value == 1;
    case GgufValueType::kUint8:
      return append_integer_as<std::uint8_t>(out, value);
    case GgufValueType::kInt8:
      return append_integer_as<std::int8_t>(out, value);
    case GgufValueType::kUint16:
      return append_integer_as<std::uint16_t>(out, value);
    case GgufValueType::kInt16:
      return append_integer_as<std::int16_t>(out, value);
    case GgufValueType::kUint32:
      return append_integer_as<std::uint32_t>(out, value);
    case GgufValueType::kInt32:
      return append_integer_as<std::int32_t>(out, value);
    default:
      append(out, value);
      return true;
  }
}

bool append_float(std::string& out, GgufValueType type, double value) {
  if (type == GgufValueType::kFloat64) {
    append(out, value);
    return true;
  }
  if (std::isfinite(value) && std::abs(value) > std::numeric_limits<float>::max()) return false;
  append(out, static_cast<float>(value));
  return true;
}

bool append_array(std::string& out, const GgufArray& array) {
  append(out, array.type);
  append<std::uint64_t>(out, array.size());
  if (array.type == GgufValueType::kString) {
    for (const std::string& text : array.strings) append_string(out, text);
    return array.size() == array.strings.size();
  }
  if (is_gguf_float(array.type)) {
    for (double number : array.floats) {
      if (!append_float(out, array.type, number)) return false;
    }
    return array.size() == array.floats.size();
  }
  if (!is_gguf_integer(array.type)) return false;
  for (std::int64_t number : array.integers) {
    if (!append_integer(out, array.type, number)) return false;
  }
  return array.size() == array.integers.size();
}

/// False when the value's type and its content do not belong together.
bool append_value(std::string& out, const GgufValue& value) {
  append(out, value.type);
  if (const auto* text = std::get_if<std::string>(&value.value)) {
    append_string(out, *text);
    return value.type == GgufValueType::kString;
  }
  if (const auto* array = std::get_if<GgufArray>(&value.value)) {
    return value.type == GgufValueType::kArray && append_array(out, *array);
  }
  if (const auto* number = std::get_if<double>(&value.value)) {
    return is_gguf_float(value.type) && append_float(out, value.type, *number);
  }
  return is_gguf_integer(value.type) &&
         append_integer(out, value.type, std::get<std::int64_t>(value.value));
}

struct Layout {
  std::string header;  ///< all before the first tensor, padding included
  std::vector<std::uint64_t> sizes;
  std::uint64_t alignment = kGgufDefaultAlignment;
};

class LayoutBuilder {
 public:
  explicit LayoutBuilder(const std::filesystem::path& path) : file_(file_name_in_quotes(path)) {}

  Result<Layout> build(const GgufContent& content) {
    std::string& header = layout_.header;
    header = "GGUF";
    append<std::uint32_t>(header, 3);
    append<std::uint64_t>(header, content.tensors.size());
    append<std::uint64_t>(header, content.metadata.size());
    for (const auto& [key, value] : content.metadata) {
      if (auto added = add_metadata(key, value); !added) return propagate(added);
    }
    for (const TensorEntry& tensor : content.tensors) {
      if (auto added = add_tensor(tensor); !added) return propagate(added);
    }
    header.resize(*checked_round_up(header.size(), layout_.alignment));
    return std::move(layout_);
  }

 private:
  tl::unexpected<Error> refuse(const std::string& what) const {
    return fail(ErrorKind::kUsage, file_ + " cannot be written: " + what);
  }

  Result<void> add_metadata(const std::string& key, const GgufValue& value) {
    if (key.empty()) return refuse("a metadata value has no key");
    if (!keys_.insert(key).second) return refuse("the key " + in_quotes(key) + " comes twice");
    append_string(layout_.header, key);
    if (!append_value(layout_.header, value)) {
      return refuse("the value of " + in_quotes(key) + " does not fit its type");
    }
    if (key == kGgufAlignmentKey) {
      const auto* number = std::get_if<std::int64_t>(&value.value);
      if (!number || !is_gguf_alignment(*number)) {
        return refuse(in_quotes(key) + " has to be a multiple of 8 up to " +
                      std::to_string(kGgufLargestAlignment));
      }
      layout_.alignment = static_cast<std::uint64_t>(*number);
    }
    return {};
  }

  Result<void> add_tensor(const TensorEntry& tensor) {
    const std::string name = "tensor " + in_quotes(tensor.name);
    if (tensor.name.empty()) return refuse("a tensor has no name");
    if (!names_.insert(tensor.name).second) return refuse(name + " comes twice");
    if (tensor.shape.empty() || tensor.shape.size() > 4) {
      return refuse(name + " needs 1 to 4 dimensions");
    }
    const TensorTypeInfo* info =
        is_gguf_type(tensor.type) ? tensor_type_info(tensor.type) : nullptr;
    if (!info) return refuse(name + " has an unknown number format");
    const auto size = tensor_bytes(*info, tensor.shape);
    if (!size || *size == 0) {
      return refuse(name + " has dimensions that " + std::string(info->name) + " cannot store");
    }

    std::string& header = layout_.header;
    append_string(header, tensor.name);
    append(header, static_cast<std::uint32_t>(tensor.shape.size()));
    for (auto dimension = tensor.shape.rbegin(); dimension != tensor.shape.rend(); ++dimension) {
      append(header, *dimension);
    }
    append(header, tensor.type);
    append(header, offset_);
    layout_.sizes.push_back(*size);
    const auto padded = checked_round_up(*size, layout_.alignment);
    const auto next = padded ? checked_add(offset_, *padded) : std::nullopt;
    if (!next) return refuse("its tensors are impossibly large");
    offset_ = *next;
    return {};
  }

  std::string file_;  // quoted
  Layout layout_;
  std::uint64_t offset_ = 0;
  std::set<std::string_view> keys_;
  std::set<std::string_view> names_;
};

}  // namespace

Result<std::uint64_t> write_gguf(const std::filesystem::path& path, const GgufContent& content) {
  return write_gguf(path, content, [&](std::size_t i) -> Result<std::span<const std::byte>> {
    return content.tensors[i].bytes;
  });
}

Result<std::uint64_t> write_gguf(
    const std::filesystem::path& path, const GgufContent& content,
    const std::function<Result<std::span<const std::byte>>(std::size_t i)>& produce) {
  const auto layout = LayoutBuilder(path).build(content);
  if (!layout) return propagate(layout);
  auto file = AtomicFile::create(path);
  if (!file) return propagate(file);
  if (auto written = file->write(layout->header.data(), layout->header.size()); !written) {
    return propagate(written);
  }
  const std::string padding(layout->alignment, '\0');
  for (std::size_t i = 0; i < content.tensors.size(); ++i) {
    const auto bytes = produce(i);
    if (!bytes) return propagate(bytes);
    const std::uint64_t size = layout->sizes[i];
    if (bytes->size() != size) {
      return fail(ErrorKind::kUsage, file_name_in_quotes(path) + " cannot be written: tensor " +
                                         in_quotes(content.tensors[i].name) + " has " +
                                         std::to_string(bytes->size()) + " bytes, not " +
                                         std::to_string(size));
    }
    if (auto written = file->write(bytes->data(), size); !written) return propagate(written);
    const std::uint64_t rest = *checked_round_up(size, layout->alignment) - size;
    if (auto written = file->write(padding.data(), rest); !written) return propagate(written);
  }
  const std::uint64_t total = file->written();
  if (auto committed = file->commit(); !committed) return propagate(committed);
  return total;
}

}  // namespace canter
