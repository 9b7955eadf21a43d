#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace canter::jinja {

/// A character and the bytes that it takes.
struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 1;
};

/// The first character of `text`, which is valid UTF-8 and not empty.
CodePoint first_code_point(std::string_view text);
/// The last one.
CodePoint last_code_point(std::string_view text);
std::size_t count_code_points(std::string_view text);
void append_utf8(std::string& text, char32_t character);
std::string to_utf8(char32_t character);

// What Python's methods of the same names say about a character.
bool is_space(char32_t character);
bool is_printable(char32_t character);
bool is_alpha(char32_t character);
bool is_decimal(char32_t character);
bool is_digit(char32_t character);
bool is_numeric(char32_t character);
bool is_alnum(char32_t character);
bool is_upper(char32_t character);
bool is_lower(char32_t character);
/// Has a case at all: upper, lower or title.
bool is_cased(char32_t character);
/// `\w` of regular expressions.
bool is_word_character(char32_t character);

// One character can become several.
std::string upper(char32_t character);
std::string lower(char32_t character);
std::string title(char32_t character);
std::string fold(char32_t character);

/// `text` without white space at its beginning and end.
std::string_view strip_space(std::string_view text);
std::string_view strip_space_left(std::string_view text);
std::string_view strip_space_right(std::string_view text);

}  // namespace canter::jinja
