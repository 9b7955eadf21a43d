#include "support/random_weights.h"

#include <algorithm>
#include <cstring>
#include <random>

#include "support/random_numbers.h"
#include "tensor/number_format.h"

namespace canter::test {
namespace {

constexpr float kDeviation = 0.02f;
/// Numbers in the table: as many as 16 random bits can choose from.
constexpr std::size_t kTableSize = 1 << 16;

/// How a block becomes numbers around 0 with a deviation of kDeviation when all its other bits are
/// random: a weight is scale * quant (minus offset), and `scale` stands first, `offset` second
/// among half_offsets(). Deviations are those of evenly spread quants.
struct BlockScale {
  float scale = 0;
  float offset = 0;
  bool random_sign = false;  ///< the quants' mean is not 0 and no offset makes up for it
};

BlockScale block_scale(TensorType type) {
  switch (type) {
    case TensorType::kQ8_0:  // -127 to 127
      return {kDeviation / 73.6f, 0, false};
    case TensorType::kQ4_0:  // -8 to 7
      return {kDeviation / 4.64f, 0, true};
    case TensorType::kQ4_1:  // 0 to 15, plus the offset
      return {kDeviation / 4.61f, -7.5f * kDeviation / 4.61f, false};
    case TensorType::kQ5_0:  // -16 to 15
      return {kDeviation / 9.25f, 0, true};
    case TensorType::kQ5_1:  // 0 to 31, plus the offset
      return {kDeviation / 9.23f, -15.5f * kDeviation / 9.23f, false};
    case TensorType::kQ4_K:  // (0 to 15) * (0 to 63), minus the offset * (0 to 63)
      return {kDeviation / 258, 7.5f * kDeviation / 258, false};
    case TensorType::kQ5_K:  // (0 to 31) * (0 to 63), minus the offset * (0 to 63)
      return {kDeviation / 527, 15.5f * kDeviation / 527, false};
    case TensorType::kQ6_K:  // (-32 to 31) * (-128 to 127)
      return {kDeviation / 1366, 0, false};
    case TensorType::kQ2_K:  // (0 to 3) * (0 to 15), minus the offset * (0 to 15)
      return {kDeviation / 13.9f, 1.5f * kDeviation / 13.9f, false};
    case TensorType::kQ3_K:  // (-4 to 3) * (-32 to 31)
      return {kDeviation / 43.5f, 0, false};
    case TensorType::kIQ4_NL:  // -127 to 113
      return {kDeviation / 71, 0, true};
    case TensorType::kIQ4_XS:  // (-127 to 113) * (-32 to 31)
      return {kDeviation / 1237, 0, false};
    default:
      return {};
  }
}

/// MXFP4: numbers of 2^(exponent - 127) times up to 6, with a deviation of about 2.9.
constexpr std::byte kExponent{120};

}  // namespace

bool has_random_weights(TensorType type) {
  if (!is_gguf_type(type) || !can_decode(type)) return false;
  return tensor_type_info(type)->block_size == 1 || type == TensorType::kMXFP4 ||
         block_scale(type).scale != 0;
}

RandomWeights::RandomWeights(TensorType type, std::uint64_t seed) : type_(type), state_(seed) {
  if (tensor_type_info(type)->block_size > 1) return;
  std::mt19937 random(static_cast<std::mt19937::result_type>(seed));
  encode_numbers(type, normal_numbers(random, kTableSize, kDeviation), table_);
}

/// SplitMix64 (https://prng.di.unimi.it/splitmix64.c describes it).
std::uint64_t RandomWeights::next_bits() {
  std::uint64_t bits = state_ += 0x9e3779b97f4a7c15;
  bits = (bits ^ bits >> 30) * 0xbf58476d1ce4e5b9;
  bits = (bits ^ bits >> 27) * 0x94d049bb133111eb;
  return bits ^ bits >> 31;
}

std::span<const std::byte> RandomWeights::next(std::size_t count) {
  const TensorTypeInfo& info = *tensor_type_info(type_);
  bytes_.resize(count / info.block_size * info.block_bytes);
  if (info.block_size > 1) {
    fill_blocks();
  } else if (info.block_bytes == sizeof(std::uint16_t)) {
    fill_numbers<std::uint16_t>();
  } else {
    fill_numbers<std::uint32_t>();
  }
  return bytes_;
}

void RandomWeights::fill_blocks() {
  for (std::size_t at = 0; at < bytes_.size(); at += sizeof(std::uint64_t)) {
    const std::uint64_t bits = next_bits();
    std::memcpy(bytes_.data() + at, &bits, std::min(sizeof bits, bytes_.size() - at));
  }
  if (type_ == TensorType::kQ8_0) {
    // Encoders use the symmetric range, and some programs' products rely on that.
    for (std::byte& byte : bytes_) byte = byte == std::byte{128} ? std::byte{129} : byte;
  }

  const auto [scale, offset, random_sign] = block_scale(type_);
  const std::uint16_t halves[] = {float_to_half(scale), float_to_half(offset)};
  const std::vector<std::size_t> places = half_offsets(type_);
  const std::size_t block = tensor_type_info(type_)->block_bytes;
  for (std::size_t at = 0; at < bytes_.size(); at += block) {
    if (type_ == TensorType::kMXFP4) bytes_[at] = kExponent;
    const auto sign =
        static_cast<std::uint16_t>(random_sign ? std::to_integer<unsigned>(bytes_[at]) << 15 : 0);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const auto half = static_cast<std::uint16_t>(halves[i] | (sign & 0x8000));
      std::memcpy(bytes_.data() + at + places[i], &half, sizeof half);
    }
  }
}

template <typename Number>
void RandomWeights::fill_numbers() {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < bytes_.size() / sizeof(Number); ++i) {
    bits = i % 4 == 0 ? next_bits() : bits >> 16;
    std::memcpy(bytes_.data() + i * sizeof(Number),
                table_.data() + bits % kTableSize * sizeof(Number), sizeof(Number));
  }
}

}  // namespace canter::test
