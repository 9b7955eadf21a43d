#pragma once

#include "format/tensor_entry.h"
#include "format/tensor_size.h"
#include "input.h"

namespace canter::fuzz {

/// Reads all of every tensor: it lies inside the file and is as long as its shape says, where its
/// number format is known.
template <typename File>
void require_sound_tensors(const File& file) {
  unsigned sum = 0;
  for (const TensorEntry& tensor : file.tensors()) {
    const TensorTypeInfo* info = tensor_type_info(tensor.type);
    require(!info || tensor_bytes(*info, tensor.shape) == tensor.bytes.size(),
            "bytes fit a tensor's shape");
    require(tensor.bytes.size() <= file.file_bytes(), "a tensor is no longer than its file");
    require(file.tensor(tensor.name) != nullptr, "a tensor is found by its name");
    for (const std::byte byte : tensor.bytes) sum += std::to_integer<unsigned>(byte);
  }
  [[maybe_unused]] volatile unsigned use = sum;
}

}  // namespace canter::fuzz
