#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "format/tensor_entry.h"

namespace canter {

/// What quantize_model() writes: matrices in one number format, but for those that need more bits.
struct FileType {
  TensorType type = TensorType::kF32;
  bool medium = false;  ///< the `_M` of a name: some matrices of each third layer get more bits

  // A number format is a file type.
  FileType(TensorType t, bool m = false) : type(t), medium(m) {}
  bool operator==(const FileType&) const = default;
};

/// F32, F16, BF16, Q8_0, Q6_K, Q5_K_M, Q4_K_M, Q4_0, IQ4_XS, MXFP4.
std::span<const FileType> file_types();

/// As in `Q4_K_M`.
std::string file_type_name(FileType type);

/// From its name, upper or lower case.
std::optional<FileType> file_type_from_name(std::string_view name);

/// All names, as in "F32, F16 or Q8_0".
std::string file_type_names();

/// `general.file_type` as other programs read it.
std::int64_t file_type_number(FileType type);

/// Sets the number formats that a GGUF file's tensors get in such a file. Norms, biases,
/// convolutions and, beside formats of blocks, routers stay float32; rows that are no multiple of a
/// format's block get one of shorter blocks, in the end F16.
void choose_types(FileType type, std::vector<TensorEntry>& tensors);

}  // namespace canter
