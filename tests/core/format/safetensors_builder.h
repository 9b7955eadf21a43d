#pragma once

#include "byte_builder.h"

namespace canter::test {

/// A file with this header, as it stands, and `data` bytes of zeros.
inline std::string safetensors(std::string_view header, std::size_t data = 0) {
  return ByteBuilder().string(header).zeros(data).bytes();
}

/// A sound file: two matrices, an empty tensor, one of a type without counterpart, and metadata.
inline std::string small_safetensors() {
  ByteBuilder file;
  file.string(R"({"__metadata__":{"format":"pt"},)"
              R"("b":{"dtype":"F32","shape":[2,2],"data_offsets":[4,20]},)"
              R"("a":{"dtype":"BF16","shape":[1,2],"data_offsets":[0,4]},)"
              R"("flags":{"dtype":"BOOL","shape":[3],"data_offsets":[20,23]},)"
              R"("none":{"dtype":"I64","shape":[0,5],"data_offsets":[23,23]}}   )");
  file.u32(0x3f803f80);
  for (float f = 0; f < 4; ++f) file.number(f);
  return file.u8(1).u8(0).u8(1).bytes();
}

}  // namespace canter::test
