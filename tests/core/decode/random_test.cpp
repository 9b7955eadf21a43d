#include "decode/random.h"

#include <gtest/gtest.h>

#include <set>

namespace canter {
namespace {

using Words4 = std::array<std::uint32_t, 4>;

TEST(Random, philox_gives_the_published_known_answers) {
  // Random123's kat_vectors, philox4x32 with 10 rounds.
  EXPECT_EQ(philox4x32({0, 0, 0, 0}, {0, 0}),
            (Words4{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(philox4x32({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
            (Words4{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (Words4{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Random, depends_on_seed_and_position_alone) {
  const double first = uniform_at(7, 100);
  uniform_at(8, 3);
  EXPECT_EQ(uniform_at(7, 100), first);
  std::set<double> seen;
  for (std::uint64_t seed = 0; seed < 100; ++seed)
    for (std::uint64_t position = 0; position < 100; ++position)
      seen.insert(uniform_at(seed, position));
  EXPECT_EQ(seen.size(), 10'000u);
  EXPECT_NE(uniform_at(1ull << 32, 0), uniform_at(0, 0)) << "all bits of the seed count";
  EXPECT_NE(uniform_at(0, 1ull << 32), uniform_at(0, 0));
}

TEST(Random, is_uniform_between_zero_and_one) {
  constexpr int kDraws = 100'000, kBins = 20;
  std::array<int, kBins> bins{};
  for (int i = 0; i < kDraws; ++i) {
    const double u = uniform_at(42, i);
    ASSERT_GE(u, 0);
    ASSERT_LT(u, 1);
    ++bins[int(u * kBins)];
  }
  double chi_square = 0;
  for (const int n : bins) {
    const double expected = double(kDraws) / kBins;
    chi_square += (n - expected) * (n - expected) / expected;
  }
  EXPECT_LT(chi_square, 43.8) << "0.1 % point for 19 degrees of freedom";
}

}  // namespace
}  // namespace canter
