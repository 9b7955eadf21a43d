#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace canter {

// Characters of well-formed UTF-8. Positions lie inside the text, at the beginning of a character.

inline std::size_t character_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

char32_t code_point_at(std::string_view text, std::size_t at);

/// Where the character before `at` begins; `at` is not 0 but may be the text's end.
std::size_t character_before(std::string_view text, std::size_t at);

void append_character(std::string& text, char32_t code_point);

/// Unicode's property White_Space.
bool is_white_space(char32_t c);
/// A letter, mark, decimal digit or connector: what `\w` matches in a pattern.
bool is_word_character(char32_t c);

}  // namespace canter
