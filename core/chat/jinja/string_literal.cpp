#include "chat/jinja/string_literal.h"

#include <charconv>
#include <optional>

#include "chat/jinja/unicode.h"

namespace canter::jinja {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

std::optional<char32_t> hexadecimal(std::string_view literal, std::size_t begin,
                                    std::size_t digits) {
  if (begin + digits > literal.size()) return std::nullopt;
  std::uint32_t value = 0;
  const char* const first = literal.data() + begin;
  const auto [end, error] = std::from_chars(first, first + digits, value, 16);
  if (error != std::errc() || end != first + digits) return std::nullopt;
  return value;
}

bool is_high_surrogate(char32_t c) {
  return c >= 0xD800 && c < 0xDC00;
}
bool is_low_surrogate(char32_t c) {
  return c >= 0xDC00 && c < 0xE000;
}

/// What stands for itself behind a backslash, or 0.
char simple_escape(char c) {
  switch (c) {
    case '\\':
    case '\'':
    case '"':
      return c;
    case 'a':
      return '\a';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    default:
      return '\0';
  }
}

}  // namespace

Result<std::string> unescape(std::string_view literal) {
  std::string text;
  std::size_t i = 0;
  while (i < literal.size()) {
    if (literal[i] != '\\' || i + 1 == literal.size()) {
      text += literal[i++];
      continue;
    }
    const char c = literal[i + 1];
    i += 2;
    if (const char simple = simple_escape(c); simple != '\0') {
      text += simple;
    } else if (c == '\n') {
      continue;
    } else if (c >= '0' && c <= '7') {
      char32_t value = static_cast<char32_t>(c - '0');
      for (int digits = 1;
           digits < 3 && i < literal.size() && literal[i] >= '0' && literal[i] <= '7'; ++digits) {
        value = value * 8 + static_cast<char32_t>(literal[i++] - '0');
      }
      append_utf8(text, value);
    } else if (c == 'x' || c == 'u' || c == 'U') {
      const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : 8;
      std::optional<char32_t> value = hexadecimal(literal, i, digits);
      if (!value || *value > 0x10FFFF) {
        return fail(ErrorKind::kBadFile, std::string("truncated or illegal \\") + c + " escape");
      }
      i += digits;
      if (is_high_surrogate(*value) && literal.substr(i).starts_with("\\u")) {
        const std::optional<char32_t> low = hexadecimal(literal, i + 2, 4);
        if (low && is_low_surrogate(*low)) {
          value = 0x10000 + ((*value - 0xD800) << 10) + (*low - 0xDC00);
          i += 6;
        }
      }
      const bool half = is_high_surrogate(*value) || is_low_surrogate(*value);
      append_utf8(text, half ? kReplacement : *value);
    } else if (c == 'N') {
      return fail(ErrorKind::kBadFile, "characters by their name (\\N) are not supported");
    } else {
      text += '\\';
      text += c;
    }
  }
  return text;
}

}  // namespace canter::jinja
