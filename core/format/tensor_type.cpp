#include "format/tensor_type.h"

#include <algorithm>
#include <array>

#include "format/checked_math.h"
#include "format/tensor_size.h"

namespace canter {
namespace {

constexpr std::array kTypes{
    TensorTypeInfo{TensorType::kF32, "F32", 1, 4},
    TensorTypeInfo{TensorType::kF16, "F16", 1, 2},
    TensorTypeInfo{TensorType::kQ4_0, "Q4_0", 32, 18},
    TensorTypeInfo{TensorType::kQ4_1, "Q4_1", 32, 20},
    TensorTypeInfo{TensorType::kQ5_0, "Q5_0", 32, 22},
    TensorTypeInfo{TensorType::kQ5_1, "Q5_1", 32, 24},
    TensorTypeInfo{TensorType::kQ8_0, "Q8_0", 32, 34},
    TensorTypeInfo{TensorType::kQ8_1, "Q8_1", 32, 36},
    TensorTypeInfo{TensorType::kQ2_K, "Q2_K", 256, 84},
    TensorTypeInfo{TensorType::kQ3_K, "Q3_K", 256, 110},
    TensorTypeInfo{TensorType::kQ4_K, "Q4_K", 256, 144},
    TensorTypeInfo{TensorType::kQ5_K, "Q5_K", 256, 176},
    TensorTypeInfo{TensorType::kQ6_K, "Q6_K", 256, 210},
    TensorTypeInfo{TensorType::kQ8_K, "Q8_K", 256, 292},
    TensorTypeInfo{TensorType::kIQ2_XXS, "IQ2_XXS", 256, 66},
    TensorTypeInfo{TensorType::kIQ2_XS, "IQ2_XS", 256, 74},
    TensorTypeInfo{TensorType::kIQ3_XXS, "IQ3_XXS", 256, 98},
    TensorTypeInfo{TensorType::kIQ1_S, "IQ1_S", 256, 50},
    TensorTypeInfo{TensorType::kIQ4_NL, "IQ4_NL", 32, 18},
    TensorTypeInfo{TensorType::kIQ3_S, "IQ3_S", 256, 110},
    TensorTypeInfo{TensorType::kIQ2_S, "IQ2_S", 256, 82},
    TensorTypeInfo{TensorType::kIQ4_XS, "IQ4_XS", 256, 136},
    TensorTypeInfo{TensorType::kI8, "I8", 1, 1},
    TensorTypeInfo{TensorType::kI16, "I16", 1, 2},
    TensorTypeInfo{TensorType::kI32, "I32", 1, 4},
    TensorTypeInfo{TensorType::kI64, "I64", 1, 8},
    TensorTypeInfo{TensorType::kF64, "F64", 1, 8},
    TensorTypeInfo{TensorType::kIQ1_M, "IQ1_M", 256, 56},
    TensorTypeInfo{TensorType::kBF16, "BF16", 1, 2},
    TensorTypeInfo{TensorType::kTQ1_0, "TQ1_0", 256, 54},
    TensorTypeInfo{TensorType::kTQ2_0, "TQ2_0", 256, 66},
    TensorTypeInfo{TensorType::kMXFP4, "MXFP4", 32, 17},
    TensorTypeInfo{TensorType::kU8, "U8", 1, 1},
    TensorTypeInfo{TensorType::kF8_E4M3, "F8_E4M3", 1, 1},
    TensorTypeInfo{TensorType::kF8_E5M2, "F8_E5M2", 1, 1},
};

// Locale-independent, unlike std::toupper.
char ascii_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

const TensorTypeInfo* tensor_type_info(TensorType type) {
  const auto found = std::ranges::find(kTypes, type, &TensorTypeInfo::type);
  return found == kTypes.end() ? nullptr : &*found;
}

std::string_view tensor_type_name(TensorType type) {
  const TensorTypeInfo* info = tensor_type_info(type);
  return info ? info->name : "unknown";
}

std::optional<TensorType> tensor_type_from_name(std::string_view name) {
  const auto found = std::ranges::find_if(kTypes, [&](const TensorTypeInfo& info) {
    return std::ranges::equal(name, info.name, {}, ascii_upper);
  });
  if (found == kTypes.end()) return std::nullopt;
  return found->type;
}

std::optional<std::uint64_t> tensor_bytes(const TensorTypeInfo& info,
                                          std::span<const std::uint64_t> shape) {
  if (std::ranges::find(shape, 0u) != shape.end()) return 0;
  std::optional<std::uint64_t> elements = 1;
  for (std::uint64_t dimension : shape) {
    elements = checked_multiply(*elements, dimension);
    if (!elements) return std::nullopt;
  }
  const std::uint64_t row = shape.empty() ? 1 : shape.back();
  if (row % info.block_size != 0) return std::nullopt;
  return checked_multiply(*elements / info.block_size, info.block_bytes);
}

}  // namespace canter
