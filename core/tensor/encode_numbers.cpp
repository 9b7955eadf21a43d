#include <algorithm>
#include <cmath>
#include <cstring>

#include "tensor/block_encoders.h"
#include "tensor/number_format.h"
#include "tensor/scale_search.h"

namespace canter {
namespace {

constexpr std::size_t kBlockNumbers = 32;
using Block = std::span<const float, kBlockNumbers>;

template <typename T>
void put(const T& value, std::byte* destination) {
  std::memcpy(destination, &value, sizeof value);
}

void encode_f32(const float* numbers, std::byte* out) {
  put(*numbers, out);
}

void encode_f16(const float* numbers, std::byte* out) {
  put(float_to_half(*numbers), out);
}

void encode_bf16(const float* numbers, std::byte* out) {
  put(float_to_bfloat16(*numbers), out);
}

void encode_q8_0(const float* numbers, std::byte* out) {
  const Block x(numbers, kBlockNumbers);
  float largest = 0;
  for (float v : x) largest = std::max(largest, std::fabs(v));
  const float d = largest / 127.0f;
  const float inverse = d > 0 ? 1.0f / d : 0.0f;
  put(float_to_half(d), out);
  for (std::size_t i = 0; i < kBlockNumbers; ++i)
    put(static_cast<std::int8_t>(std::clamp(std::round(x[i] * inverse), -127.0f, 127.0f)),
        out + 2 + i);
}

void encode_q4_0(const float* numbers, std::byte* out) {
  const Block x(numbers, kBlockNumbers);
  // The number of largest magnitude becomes -8, the end of the range that has one more step.
  const float extreme = of_largest_magnitude(x);
  const float d = extreme / -8.0f;
  const float inverse = d != 0 ? 1.0f / d : 0.0f;
  put(float_to_half(d), out);
  const auto nibble = [&](float v) {
    return static_cast<unsigned>(std::clamp(v * inverse + 8.5f, 0.0f, 15.0f));
  };
  for (std::size_t i = 0; i < 16; ++i)
    put(static_cast<std::uint8_t>(nibble(x[i]) | nibble(x[i + 16]) << 4), out + 2 + i);
}

/// 32 fifth bits, then 16 bytes of nibbles.
template <typename Code>
void put_five_bits(Block x, std::byte* out, const Code& code) {
  std::uint32_t fifth = 0;
  for (std::size_t i = 0; i < 16; ++i) {
    const auto low = unsigned(code(x[i])), high = unsigned(code(x[i + 16]));
    fifth |= low >> 4 << i | high >> 4 << (i + 16);
    out[4 + i] = std::byte((low & 15) | (high & 15) << 4);
  }
  put(fifth, out);
}

void encode_q5_0(const float* numbers, std::byte* out) {
  const Block x(numbers, kBlockNumbers);
  const std::uint16_t d = float_to_half(search_symmetric_scale(x, 16));
  const float scale = half_to_float(d);
  const float inverse = scale != 0 ? 1 / scale : 0;
  put(d, out);
  put_five_bits(x, out + 2, [&](float v) { return nearest_code(v * inverse + 16, 31); });
}

void encode_q5_1(const float* numbers, std::byte* out) {
  const Block x(numbers, kBlockNumbers);
  const AffineScale wanted = search_affine_scale(x, 31, false);
  const std::uint16_t d = float_to_half(wanted.scale), m = float_to_half(-wanted.minimum);
  const float scale = half_to_float(d), least = half_to_float(m);
  const float inverse = scale != 0 ? 1 / scale : 0;
  put(d, out);
  put(m, out + 2);
  put_five_bits(x, out + 4, [&](float v) { return nearest_code((v - least) * inverse, 31); });
}

struct Encoder {
  TensorType type;
  void (*encode)(const float* numbers, std::byte* block);
};

constexpr Encoder kEncoders[] = {
    {TensorType::kF32, encode_f32},       {TensorType::kF16, encode_f16},
    {TensorType::kBF16, encode_bf16},     {TensorType::kQ8_0, encode_q8_0},
    {TensorType::kQ4_0, encode_q4_0},     {TensorType::kQ5_0, encode_q5_0},
    {TensorType::kQ5_1, encode_q5_1},     {TensorType::kQ4_K, encode_q4_k},
    {TensorType::kQ5_K, encode_q5_k},     {TensorType::kQ6_K, encode_q6_k},
    {TensorType::kIQ4_NL, encode_iq4_nl}, {TensorType::kIQ4_XS, encode_iq4_xs},
    {TensorType::kMXFP4, encode_mxfp4},
};

const Encoder* encoder_of(TensorType type) {
  const auto* const found = std::ranges::find(kEncoders, type, &Encoder::type);
  return found == std::end(kEncoders) ? nullptr : found;
}

}  // namespace

bool can_encode(TensorType type) {
  return encoder_of(type) != nullptr;
}

void encode_numbers(TensorType type, std::span<const float> source, std::byte* destination) {
  const TensorTypeInfo& info = *tensor_type_info(type);
  const Encoder& encoder = *encoder_of(type);
  for (std::size_t i = 0; i < source.size(); i += info.block_size, destination += info.block_bytes)
    encoder.encode(source.data() + i, destination);
}

void encode_numbers(TensorType type, std::span<const float> source,
                    std::vector<std::byte>& destination) {
  const TensorTypeInfo& info = *tensor_type_info(type);
  const std::size_t before = destination.size();
  destination.resize(before + source.size() / info.block_size * info.block_bytes);
  encode_numbers(type, source, destination.data() + before);
}

}  // namespace canter
