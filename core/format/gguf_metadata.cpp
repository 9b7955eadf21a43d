#include "format/gguf_metadata.h"

#include <string>

#include "format/message.h"

namespace canter {
namespace {

// Numbers are widened to 8 bytes and strings cost more than they take in the file, so a file of
// many gigabytes could ask for more memory than there is. Vocabularies are far below this.
constexpr std::uint64_t kMostArrayElements = 1u << 24;

template <typename Stored, typename Wide>
bool read_as(ByteCursor& cursor, Wide& value) {
  Stored stored{};
  if (!cursor.read(stored)) return false;
  value = static_cast<Wide>(stored);
  return true;
}

bool read_integer(ByteCursor& cursor, GgufValueType type, std::int64_t& value) {
  switch (type) {
    case GgufValueType::kBool:
    case GgufValueType::kUint8:
      return read_as<std::uint8_t>(cursor, value);
    case GgufValueType::kInt8:
      return read_as<std::int8_t>(cursor, value);
    case GgufValueType::kUint16:
      return read_as<std::uint16_t>(cursor, value);
    case GgufValueType::kInt16:
      return read_as<std::int16_t>(cursor, value);
    case GgufValueType::kUint32:
      return read_as<std::uint32_t>(cursor, value);
    case GgufValueType::kInt32:
      return read_as<std::int32_t>(cursor, value);
    default:
      return read_as<std::int64_t>(cursor, value);
  }
}

bool read_float(ByteCursor& cursor, GgufValueType type, double& value) {
  return type == GgufValueType::kFloat32 ? read_as<float>(cursor, value)
                                         : read_as<double>(cursor, value);
}

class MetadataReader {
 public:
  MetadataReader(ByteCursor& cursor, const std::string& file) : cursor_(cursor), file_(file) {}

  Result<GgufMetadata> read(std::uint64_t count) {
    // A key takes its length, one character, its value's type, and one byte of value.
    constexpr std::uint64_t kSmallest = 8 + 1 + 4 + 1;
    if (count > cursor_.remaining() / kSmallest) {
      return bad("announces " + std::to_string(count) + " metadata values, more than fit into it");
    }
    GgufMetadata metadata;
    for (std::uint64_t i = 0; i < count; ++i) {
      std::string key;
      if (!cursor_.read_string(key)) {
        return bad("ends inside the key of metadata value " + std::to_string(i + 1) + " of " +
                   std::to_string(count));
      }
      if (key.empty()) return bad("has a metadata value without a key");
      key_ = key;
      auto value = read_value();
      if (!value) return propagate(value);
      if (!metadata.try_emplace(std::move(key), std::move(*value)).second) {
        return bad("has the metadata key " + in_quotes(key_) + " twice");
      }
    }
    return metadata;
  }

 private:
  tl::unexpected<Error> bad(const std::string& what) const {
    return fail(ErrorKind::kBadFile, file_ + " " + what + "; " + std::string(kDamagedFile));
  }
  tl::unexpected<Error> cut_off() const {
    return bad("ends inside the metadata value " + in_quotes(key_));
  }

  Result<GgufValueType> read_type() {
    std::uint32_t number = 0;
    if (!cursor_.read(number)) return cut_off();
    if (number > static_cast<std::uint32_t>(GgufValueType::kFloat64)) {
      return bad("gives the metadata value " + in_quotes(key_) + " the unknown type " +
                 std::to_string(number));
    }
    return static_cast<GgufValueType>(number);
  }

  Result<GgufValue> read_value() {
    const auto type = read_type();
    if (!type) return propagate(type);
    GgufValue result;
    result.type = *type;
    if (*type == GgufValueType::kArray) {
      auto array = read_array();
      if (!array) return propagate(array);
      result.value = std::move(*array);
    } else if (*type == GgufValueType::kString) {
      std::string text;
      if (!cursor_.read_string(text)) return cut_off();
      result.value = std::move(text);
    } else if (is_gguf_float(*type)) {
      double number = 0;
      if (!read_float(cursor_, *type, number)) return cut_off();
      result.value = number;
    } else {
      std::int64_t number = 0;
      if (!read_integer(cursor_, *type, number)) return cut_off();
      if (*type == GgufValueType::kBool && number > 1) return bad_bool();
      result.value = number;
    }
    return result;
  }

  Result<GgufArray> read_array() {
    const auto type = read_type();
    if (!type) return propagate(type);
    if (*type == GgufValueType::kArray) {
      return fail(ErrorKind::kUnsupported,
                  file_ + " has an array of arrays as metadata value " + in_quotes(key_) +
                      ", which this program does not read; look for another file of the model");
    }
    std::uint64_t count = 0;
    if (!cursor_.read(count)) return cut_off();
    const bool is_string = *type == GgufValueType::kString;
    const std::uint64_t smallest = is_string ? 8 : gguf_value_width(*type);
    if (count > cursor_.remaining() / smallest) {
      return bad("announces " + std::to_string(count) + " elements in the metadata value " +
                 in_quotes(key_) + ", more than fit into it");
    }
    if (count > kMostArrayElements - array_elements_) {
      return fail(ErrorKind::kTooLarge, file_ + " has too many elements in its metadata arrays (" +
                                            in_quotes(key_) + " alone has " +
                                            std::to_string(count) + "); it is probably damaged");
    }
    array_elements_ += count;
    return read_elements(*type, count);
  }

  // `count` elements are known to fit into the rest of the file.
  Result<GgufArray> read_elements(GgufValueType type, std::uint64_t count) {
    GgufArray array;
    array.type = type;
    if (type == GgufValueType::kString) {
      array.strings.resize(count);
      for (std::string& text : array.strings) {
        if (!cursor_.read_string(text)) return cut_off();
      }
    } else if (is_gguf_float(type)) {
      array.floats.resize(count);
      for (double& number : array.floats) {
        if (!read_float(cursor_, type, number)) return cut_off();
      }
    } else {
      array.integers.resize(count);
      for (std::int64_t& number : array.integers) {
        if (!read_integer(cursor_, type, number)) return cut_off();
        if (type == GgufValueType::kBool && number > 1) return bad_bool();
      }
    }
    return array;
  }

  tl::unexpected<Error> bad_bool() const {
    return bad("has neither true nor false in the yes/no metadata value " + in_quotes(key_));
  }

  ByteCursor& cursor_;
  const std::string& file_;
  std::string key_;
  std::uint64_t array_elements_ = 0;
};

}  // namespace

std::uint64_t gguf_value_width(GgufValueType type) {
  switch (type) {
    case GgufValueType::kUint8:
    case GgufValueType::kInt8:
    case GgufValueType::kBool:
      return 1;
    case GgufValueType::kUint16:
    case GgufValueType::kInt16:
      return 2;
    case GgufValueType::kUint32:
    case GgufValueType::kInt32:
    case GgufValueType::kFloat32:
      return 4;
    case GgufValueType::kUint64:
    case GgufValueType::kInt64:
    case GgufValueType::kFloat64:
      return 8;
    case GgufValueType::kString:
    case GgufValueType::kArray:
      return 0;
  }
  return 0;
}

bool is_gguf_float(GgufValueType type) {
  return type == GgufValueType::kFloat32 || type == GgufValueType::kFloat64;
}

bool is_gguf_integer(GgufValueType type) {
  return gguf_value_width(type) != 0 && !is_gguf_float(type);
}

Result<GgufMetadata> read_gguf_metadata(ByteCursor& cursor, std::uint64_t count,
                                        const std::string& file) {
  return MetadataReader(cursor, file).read(count);
}

}  // namespace canter
