#pragma once

#include <initializer_list>

#include "byte_builder.h"
#include "format/gguf.h"

namespace canter::test {

/// Parts of a GGUF file, as they stand in it.
class GgufBuilder : public ByteBuilder {
 public:
  GgufBuilder(std::uint64_t tensors, std::uint64_t metadata, std::uint32_t version = 3) {
    raw("GGUF").u32(version).u64(tensors).u64(metadata);
  }
  GgufBuilder& key(std::string_view name, GgufValueType type) {
    string(name).number(type);
    return *this;
  }
  GgufBuilder& array(std::string_view name, GgufValueType type, std::uint64_t count) {
    key(name, GgufValueType::kArray).number(type).u64(count);
    return *this;
  }
  /// `dimensions` in the file's order, the row's width first.
  GgufBuilder& tensor(std::string_view name, std::initializer_list<std::uint64_t> dimensions,
                      std::uint32_t type, std::uint64_t offset) {
    string(name).u32(static_cast<std::uint32_t>(dimensions.size()));
    for (std::uint64_t dimension : dimensions) u64(dimension);
    u32(type).u64(offset);
    return *this;
  }
};

/// A sound file with one value of each kind and two tensors.
inline std::string small_gguf(std::uint32_t version = 3) {
  GgufBuilder file(2, 4, version);
  file.key("answer", GgufValueType::kUint32).u32(42);
  file.key("name", GgufValueType::kString).string("small");
  file.key("yes", GgufValueType::kBool).u8(1);
  file.array("tokens", GgufValueType::kString, 2).string("a").string("bc");
  file.tensor("matrix", {4, 2}, 0, 0).tensor("quant", {32}, 8, 32);
  file.pad(32);
  for (float f = 0; f < 8; ++f) file.number(f);
  file.zeros(34);
  return file.bytes();
}

}  // namespace canter::test
