#include "tokenizer/sentencepiece/normalization_map.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace canter {
namespace {

constexpr std::uint32_t kLeaf = 0x100;

std::uint32_t unit(std::uint32_t label, std::uint32_t offset, bool leaf = false) {
  return label | offset << 10 | (leaf ? kLeaf : 0);
}

std::string map_of(const std::vector<std::uint32_t>& units, const std::string& replacements) {
  std::string map;
  const auto add = [&](std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) map.push_back(static_cast<char>(value >> shift));
  };
  add(static_cast<std::uint32_t>(units.size() * 4));
  for (const auto value : units) add(value);
  return map + replacements;
}

/// One rule: `A` (0x41) becomes the replacement at `value`. The root's base is 256, the child's
/// 512.
std::vector<std::uint32_t> one_rule(std::uint32_t value) {
  // No unused unit may look like a child, so each gets a label that its place contradicts.
  std::vector<std::uint32_t> units(768);
  for (std::uint32_t i = 0; i < units.size(); ++i) units[i] = (i ^ 0x55) & 0xFF;
  units[0] = unit(0, 256);
  units[256 + 0x41] = unit(0x41, (256 + 0x41) ^ 512, true);
  units[512] = value | 0x80000000;
  return units;
}

const std::string kReplacement("a\0", 2);

TEST(NormalizationMap, accepts_none_and_a_sound_one) {
  EXPECT_TRUE(is_sound_normalization_map(""));
  EXPECT_TRUE(is_sound_normalization_map(map_of(one_rule(0), kReplacement)));
}

TEST(NormalizationMap, refuses_one_that_is_cut_off) {
  const auto map = map_of(one_rule(0), kReplacement);
  for (const std::size_t size : {1, 4, 5, 1000, 768 * 4 + 4}) {
    EXPECT_FALSE(is_sound_normalization_map(map.substr(0, size))) << size;
  }
}

TEST(NormalizationMap, refuses_a_replacement_past_the_end) {
  EXPECT_FALSE(is_sound_normalization_map(map_of(one_rule(2), kReplacement)));
}

TEST(NormalizationMap, refuses_a_path_that_leaves_the_trie) {
  auto units = one_rule(0);
  units[256 + 0x41] = unit(0x41, 1u << 20, true);
  EXPECT_FALSE(is_sound_normalization_map(map_of(units, kReplacement)));
}

TEST(NormalizationMap, refuses_a_loop) {
  auto units = one_rule(0);
  units[256 + 0x41] = unit(0x41, 0x41);  // its base is the root's: `AA`, `AAA`, ... without end
  EXPECT_FALSE(is_sound_normalization_map(map_of(units, kReplacement)));
}

TEST(NormalizationMap, refuses_an_empty_trie) {
  EXPECT_FALSE(is_sound_normalization_map(map_of({}, kReplacement)));
}

}  // namespace
}  // namespace canter
