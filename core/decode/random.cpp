#include "decode/random.h"

namespace canter {

std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                        std::array<std::uint32_t, 2> key) {
  constexpr std::uint64_t kMultiplier0 = 0xD2511F53;
  constexpr std::uint64_t kMultiplier1 = 0xCD9E8D57;
  constexpr std::uint32_t kWeyl0 = 0x9E3779B9;
  constexpr std::uint32_t kWeyl1 = 0xBB67AE85;
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t product0 = kMultiplier0 * counter[0];
    const std::uint64_t product1 = kMultiplier1 * counter[2];
    counter = {std::uint32_t(product1 >> 32) ^ counter[1] ^ key[0], std::uint32_t(product1),
               std::uint32_t(product0 >> 32) ^ counter[3] ^ key[1], std::uint32_t(product0)};
    key[0] += kWeyl0;
    key[1] += kWeyl1;
  }
  return counter;
}

double uniform_at(std::uint64_t seed, std::uint64_t position) {
  const auto bits = philox4x32({std::uint32_t(position), std::uint32_t(position >> 32), 0, 0},
                               {std::uint32_t(seed), std::uint32_t(seed >> 32)});
  const std::uint64_t wide = std::uint64_t(bits[1]) << 32 | bits[0];
  return double(wide >> 11) * 0x1p-53;
}

}  // namespace canter
