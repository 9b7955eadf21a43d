#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace canter {

/// How the numbers of a tensor are stored. Values are those of GGUF files (ggml's `ggml_type`), but
/// for element types that only safetensors files have.
enum class TensorType : std::uint32_t {
  kF32 = 0,
  kF16 = 1,
  kQ4_0 = 2,
  kQ4_1 = 3,
  kQ5_0 = 6,
  kQ5_1 = 7,
  kQ8_0 = 8,
  kQ8_1 = 9,
  kQ2_K = 10,
  kQ3_K = 11,
  kQ4_K = 12,
  kQ5_K = 13,
  kQ6_K = 14,
  kQ8_K = 15,
  kIQ2_XXS = 16,
  kIQ2_XS = 17,
  kIQ3_XXS = 18,
  kIQ1_S = 19,
  kIQ4_NL = 20,
  kIQ3_S = 21,
  kIQ2_S = 22,
  kIQ4_XS = 23,
  kI8 = 24,
  kI16 = 25,
  kI32 = 26,
  kI64 = 27,
  kF64 = 28,
  kIQ1_M = 29,
  kBF16 = 30,
  kTQ1_0 = 34,
  kTQ2_0 = 35,
  kMXFP4 = 39,
  kU8 = 0xffffff00,
  kF8_E4M3,  ///< four bits of exponent, no infinity
  kF8_E5M2,  ///< the high byte of a float16
};

constexpr bool is_gguf_type(TensorType type) {
  return type < TensorType::kU8;
}

/// Numbers come in blocks: `block_bytes` bytes hold `block_size` consecutive numbers of a row.
struct TensorTypeInfo {
  TensorType type;
  std::string_view name;  ///< as in `Q4_K`
  std::uint32_t block_size;
  std::uint32_t block_bytes;
};

/// nullptr for a number that is none of these.
const TensorTypeInfo* tensor_type_info(TensorType type);

/// The name, or "unknown".
std::string_view tensor_type_name(TensorType type);

/// From its name, upper or lower case.
std::optional<TensorType> tensor_type_from_name(std::string_view name);

}  // namespace canter
