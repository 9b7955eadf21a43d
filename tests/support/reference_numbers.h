#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "format/tensor_type.h"

namespace canter::test {

/// Decodes numbers one by one, in double, straight from the format's description; written apart
/// from the kernels, to compare them with. Formats of unpacked_formats.h are decoded by
/// decode_numbers(), which is compared with their makers' decoder.
std::vector<double> reference_decode(TensorType type, std::span<const std::byte> bytes);

double reference_half(unsigned bits);

}  // namespace canter::test
