// Numbers of every format beside those of its reference decoder (tests/tools/number_formats.py).

#include <gtest/gtest.h>

#include <bit>
#include <cstring>

#include "format/safetensors.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

std::string fnv1a(std::span<const float> numbers) {
  std::uint64_t value = 0xcbf29ce484222325;
  for (const std::byte byte : std::as_bytes(numbers))
    value = (value ^ std::uint64_t(byte)) * 0x100000001b3;
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(value));
  return text;
}

TEST(ReferenceDecoder, has_the_bits_of_decoded_numbers_in_every_format) {
  const auto file = SafetensorsFile::open(CANTER_TEST_DATA "/number_formats.safetensors");
  ASSERT_TRUE(file) << file.error().message;
  std::size_t compared = 0;
  for (const auto& [name, hash] : file->metadata()) {
    const TensorType type = *tensor_type_from_name(name);
    ASSERT_TRUE(can_decode(type)) << name;
    const TensorEntry& blocks = *file->tensor(name + ".blocks");
    const TensorEntry& first = *file->tensor(name + ".numbers");
    std::vector<float> numbers(blocks.shape[0] * tensor_type_info(type)->block_size);
    decode_numbers(type, blocks.bytes.data(), numbers.data(), numbers.size());
    for (std::size_t i = 0; i < first.elements(); ++i) {
      float expected;
      std::memcpy(&expected, first.bytes.data() + i * sizeof expected, sizeof expected);
      ASSERT_EQ(std::bit_cast<std::uint32_t>(numbers[i]), std::bit_cast<std::uint32_t>(expected))
          << name << " number " << i << ": " << numbers[i] << " instead of " << expected;
    }
    EXPECT_EQ(fnv1a(numbers), hash) << name;
    ++compared;
  }
  EXPECT_EQ(compared, 22u);
}

}  // namespace
}  // namespace canter
