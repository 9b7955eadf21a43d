#include "base/utf8.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace canter {
namespace {

constexpr char kReplacement[] = "\xEF\xBF\xBD";

/// UTF-8 of any number below 2^21, well-formed or not: surrogates and overlong forms included.
std::string encode(std::uint32_t value, int length) {
  if (length == 1) return std::string(1, static_cast<char>(value));
  std::string bytes;
  for (int i = length; i-- > 1; value >>= 6) {
    bytes.insert(bytes.begin(), static_cast<char>(0x80 | (value & 0x3F)));
  }
  const std::uint32_t lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
  bytes.insert(bytes.begin(), static_cast<char>(lead[length] | value));
  return bytes;
}

/// The decoder's reference: every well-formed character, by its definition, as sorted strings.
const std::vector<std::string>& all_characters() {
  static const std::vector<std::string> characters = [] {
    std::vector<std::string> all;
    for (std::uint32_t value = 0; value <= 0x10FFFF; ++value) {
      if (value >= 0xD800 && value <= 0xDFFF) continue;
      const int length = value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
      all.push_back(encode(value, length));
    }
    std::sort(all.begin(), all.end());
    return all;
  }();
  return characters;
}

bool is_character(const std::string& bytes) {
  return std::binary_search(all_characters().begin(), all_characters().end(), bytes);
}

bool begins_a_character(const std::string& bytes) {
  const auto found = std::lower_bound(all_characters().begin(), all_characters().end(), bytes);
  return found != all_characters().end() && found->starts_with(bytes);
}

struct Decoded {
  std::string text;
  bool valid = true;
  std::size_t complete = 0;
};

/// At each place the longest part that begins a character (Unicode 3.9, "maximal subpart").
Decoded decode_slowly(const std::string& bytes) {
  Decoded decoded;
  decoded.complete = bytes.size();
  for (std::size_t i = 0; i < bytes.size();) {
    std::size_t length = 1;
    while (i + length < bytes.size() && length < 4 && !is_character(bytes.substr(i, length)) &&
           begins_a_character(bytes.substr(i, length + 1))) {
      ++length;
    }
    const std::string part = bytes.substr(i, length);
    const bool whole = is_character(part);
    if (!whole && i + length == bytes.size() && begins_a_character(part)) decoded.complete = i;
    decoded.valid = decoded.valid && whole;
    decoded.text += whole ? part : kReplacement;
    i += length;
  }
  return decoded;
}

void expect_same_as_slow_decoder(const std::string& bytes) {
  const Decoded slow = decode_slowly(bytes);
  EXPECT_EQ(is_valid_utf8(bytes), slow.valid) << testing::PrintToString(bytes);
  EXPECT_EQ(to_valid_utf8(bytes), slow.text) << testing::PrintToString(bytes);
  EXPECT_EQ(complete_utf8_prefix(bytes), slow.complete) << testing::PrintToString(bytes);
}

TEST(Utf8, accepts_the_first_and_last_character_of_every_length) {
  for (const std::uint32_t value : {0x0u, 0x7Fu}) EXPECT_TRUE(is_valid_utf8(encode(value, 1)));
  for (const std::uint32_t value : {0x80u, 0x7FFu}) EXPECT_TRUE(is_valid_utf8(encode(value, 2)));
  for (const std::uint32_t value : {0x800u, 0xD7FFu, 0xE000u, 0xFFFFu}) {
    EXPECT_TRUE(is_valid_utf8(encode(value, 3)));
  }
  for (const std::uint32_t value : {0x10000u, 0x10FFFFu}) {
    EXPECT_TRUE(is_valid_utf8(encode(value, 4)));
  }
  EXPECT_TRUE(is_valid_utf8(""));
}

TEST(Utf8, refuses_overlong_forms_surrogates_and_values_above_the_last) {
  EXPECT_FALSE(is_valid_utf8(encode(0x7F, 2)));
  EXPECT_FALSE(is_valid_utf8(encode(0x7FF, 3)));
  EXPECT_FALSE(is_valid_utf8(encode(0xFFFF, 4)));
  EXPECT_FALSE(is_valid_utf8(encode(0xD800, 3)));
  EXPECT_FALSE(is_valid_utf8(encode(0xDFFF, 3)));
  EXPECT_FALSE(is_valid_utf8(encode(0x110000, 4)));
  EXPECT_FALSE(is_valid_utf8("\xFF"));
  EXPECT_FALSE(is_valid_utf8("\x80"));
}

TEST(Utf8, replaces_maximal_parts_as_the_unicode_standard_shows) {
  // The rows of tables 3-8 to 3-11 of the standard.
  const std::string r = kReplacement;
  EXPECT_EQ(to_valid_utf8("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"),
            r + r + r + r + r + r + r + r + "A");
  EXPECT_EQ(to_valid_utf8("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41"),
            r + r + r + r + r + r + r + r + "A");
  EXPECT_EQ(to_valid_utf8("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42"),
            r + r + r + r + r + "A" + r + r + "B");
  EXPECT_EQ(to_valid_utf8("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"), r + r + r + r + "A");
}

TEST(Utf8, holds_back_only_what_can_still_become_a_character) {
  const std::string smile = "\xF0\x9F\x98\x80";
  for (std::size_t length = 1; length < smile.size(); ++length) {
    EXPECT_EQ(complete_utf8_prefix("ab" + smile.substr(0, length)), 2u);
  }
  EXPECT_EQ(complete_utf8_prefix("ab" + smile), 6u);
  EXPECT_EQ(complete_utf8_prefix("ab\x80"), 3u);
  EXPECT_EQ(complete_utf8_prefix("ab\xED\xA0"), 4u);
  EXPECT_EQ(complete_utf8_prefix(""), 0u);
}

TEST(Utf8, agrees_with_a_slow_decoder_on_all_pairs_of_bytes) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      expect_same_as_slow_decoder({static_cast<char>(first), static_cast<char>(second)});
    }
  }
}

TEST(Utf8, agrees_with_a_slow_decoder_on_random_bytes) {
  const std::string likely = "a\x7F\x80\x8F\x90\x9F\xA0\xBF\xC1\xC2\xE0\xED\xEF\xF0\xF1\xF4\xF5";
  std::mt19937 random(1);
  for (int round = 0; round < 20000; ++round) {
    std::string bytes(random() % 9, '\0');
    for (char& byte : bytes) {
      byte = random() % 4 == 0 ? static_cast<char>(random()) : likely[random() % likely.size()];
    }
    expect_same_as_slow_decoder(bytes);
  }
}

TEST(PathFromUtf8, names_the_file_that_is_meant) {
  EXPECT_EQ(path_from_utf8("folder/Ä 中.gguf"), std::filesystem::path(u8"folder/Ä 中.gguf"));
  EXPECT_TRUE(path_from_utf8("").empty());
}

TEST(Utf8, finds_control_characters_of_both_ranges) {
  const auto shown = [](std::string_view text) {
    return replace_controls(text,
                            [](unsigned control) { return "<" + std::to_string(control) + ">"; });
  };
  EXPECT_EQ(shown("a\x1b[2J\x7f\n"), "a<27>[2J<127><10>");
  EXPECT_EQ(shown("\u0080\u009b31m\u009f"), "<128><155>31m<159>");
  EXPECT_EQ(shown("\u00a0caf\u00e9 \u4f60\U0001f600"), "\u00a0caf\u00e9 \u4f60\U0001f600");
  EXPECT_EQ(shown("\x9b"
                  "31m\xc2"),
            "\uFFFD31m\uFFFD")
      << "as a byte it is no character";
}

TEST(Utf8, a_byte_order_mark_is_none_of_the_text) {
  EXPECT_EQ(without_byte_order_mark("\xef\xbb\xbfHello"), "Hello");
  EXPECT_EQ(without_byte_order_mark("Hello\xef\xbb\xbf"), "Hello\xef\xbb\xbf");
  EXPECT_EQ(without_byte_order_mark(""), "");
}

}  // namespace
}  // namespace canter
