#include "chat/jinja/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace canter::jinja {
namespace {

utf8proc_category_t category(char32_t character) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(character));
}

bool is_letter(utf8proc_category_t category) {
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

/// Characters whose other case is more than one character (Unicode's SpecialCasing.txt, those of
/// Latin writing).
struct LongCase {
  char32_t character;
  const char* upper;
  const char* title;
};
constexpr std::array kLongCases = {
    LongCase{0xDF, "SS", "Ss"},     LongCase{0x149, "\u02BCN", "\u02BCN"},
    LongCase{0xFB00, "FF", "Ff"},   LongCase{0xFB01, "FI", "Fi"},
    LongCase{0xFB02, "FL", "Fl"},   LongCase{0xFB03, "FFI", "Ffi"},
    LongCase{0xFB04, "FFL", "Ffl"}, LongCase{0xFB05, "ST", "St"},
    LongCase{0xFB06, "ST", "St"},
};

const LongCase* long_case(char32_t character) {
  const auto* found = std::ranges::find(kLongCases, character, &LongCase::character);
  return found == kLongCases.end() ? nullptr : found;
}

char32_t mapped(char32_t character, utf8proc_int32_t (*map)(utf8proc_int32_t)) {
  return static_cast<char32_t>(map(static_cast<utf8proc_int32_t>(character)));
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t value = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) value = value << 6 | (byte(i) & 0x3Fu);
  return {value, length};
}

CodePoint last_code_point(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while ((static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return first_code_point(text.substr(begin));
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void append_utf8(std::string& text, char32_t character) {
  utf8proc_uint8_t bytes[4];
  const auto count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(character), bytes);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

std::string to_utf8(char32_t character) {
  std::string text;
  append_utf8(text, character);
  return text;
}

bool is_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 ||
         c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

bool is_printable(char32_t character) {
  if (character == ' ') return true;
  const auto kind = category(character);
  return kind != UTF8PROC_CATEGORY_CN && kind < UTF8PROC_CATEGORY_ZS;
}

bool is_alpha(char32_t character) {
  return is_letter(category(character));
}

bool is_decimal(char32_t character) {
  return category(character) == UTF8PROC_CATEGORY_ND;
}

bool is_digit(char32_t c) {
  return is_decimal(c) || c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 ||
         (c >= 0x2074 && c <= 0x2079) || (c >= 0x2080 && c <= 0x2089) ||
         (c >= 0x2460 && c <= 0x2468);
}

bool is_numeric(char32_t character) {
  const auto kind = category(character);
  return kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO;
}

bool is_alnum(char32_t character) {
  return is_alpha(character) || is_numeric(character);
}

bool is_upper(char32_t character) {
  return category(character) == UTF8PROC_CATEGORY_LU;
}

bool is_lower(char32_t character) {
  return category(character) == UTF8PROC_CATEGORY_LL;
}

bool is_cased(char32_t character) {
  return is_upper(character) || is_lower(character) || category(character) == UTF8PROC_CATEGORY_LT;
}

bool is_word_character(char32_t character) {
  return character == '_' || is_alnum(character);
}

std::string upper(char32_t character) {
  if (const LongCase* special = long_case(character)) return special->upper;
  return to_utf8(mapped(character, utf8proc_toupper));
}

std::string lower(char32_t character) {
  if (character == 0x130) return "i\u0307";
  return to_utf8(mapped(character, utf8proc_tolower));
}

std::string title(char32_t character) {
  if (const LongCase* special = long_case(character)) return special->title;
  return to_utf8(mapped(character, utf8proc_totitle));
}

std::string fold(char32_t character) {
  std::array<utf8proc_int32_t, 8> folded{};
  int boundary = 0;
  const auto count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(character), folded.data(),
                              folded.size(), UTF8PROC_CASEFOLD, &boundary);
  std::string text;
  for (utf8proc_ssize_t i = 0; i < count; ++i) {
    append_utf8(text, static_cast<char32_t>(folded[static_cast<std::size_t>(i)]));
  }
  return text;
}

std::string_view strip_space_left(std::string_view text) {
  while (!text.empty()) {
    const CodePoint first = first_code_point(text);
    if (!is_space(first.value)) break;
    text.remove_prefix(first.bytes);
  }
  return text;
}

std::string_view strip_space_right(std::string_view text) {
  while (!text.empty()) {
    const CodePoint last = last_code_point(text);
    if (!is_space(last.value)) break;
    text.remove_suffix(last.bytes);
  }
  return text;
}

std::string_view strip_space(std::string_view text) {
  return strip_space_right(strip_space_left(text));
}

}  // namespace canter::jinja
