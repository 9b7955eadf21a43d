#include "chat/jinja/numbers.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <limits>
#include <string>

#include "chat/jinja/unicode.h"

namespace canter::jinja {
namespace {

bool take_sign(std::string_view& text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  return negative;
}

/// Without the `_` between digits; nullopt where one stands elsewhere.
std::optional<std::string> without_separators(std::string_view text) {
  const auto is_digit = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      digits += text[i];
    } else if (i == 0 || i + 1 == text.size() || !is_digit(text[i - 1]) || !is_digit(text[i + 1])) {
      return std::nullopt;
    }
  }
  return digits;
}

int base_of_prefix(std::string_view text) {
  if (text.size() < 2 || text[0] != '0') return 0;
  switch (text[1] | 0x20) {
    case 'x':
      return 16;
    case 'o':
      return 8;
    case 'b':
      return 2;
    default:
      return 0;
  }
}

/// 0 to 35; -1: it is none.
int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char letter = char(c | 0x20);
  return letter >= 'a' && letter <= 'z' ? letter - 'a' + 10 : -1;
}

}  // namespace

std::optional<Int> parse_integer(std::string_view text, int base) {
  text = strip_space(text);
  const bool negative = take_sign(text);
  const int prefixed = base_of_prefix(text);
  if (prefixed != 0 && (base == 0 || base == prefixed)) {
    base = prefixed;
    text.remove_prefix(text.substr(2).starts_with('_') ? 3 : 2);
  }
  if (base == 0) base = 10;
  const std::optional<std::string> digits = without_separators(text);
  if (!digits || digits->empty() || base < 2 || base > 36) return std::nullopt;
  Int value = 0;
  for (const char c : *digits) {
    const int digit = digit_of(c);
    if (digit < 0 || digit >= base) return std::nullopt;
    if (__builtin_mul_overflow(value, Int{base}, &value) ||
        __builtin_sub_overflow(value, Int{digit}, &value)) {
      return std::nullopt;
    }
  }
  // Negative while it grew: there is one more negative number than there are positive ones.
  if (negative) return value;
  if (value == std::numeric_limits<Int>::min()) return std::nullopt;
  return -value;
}

std::optional<double> parse_real(std::string_view text) {
  text = strip_space(text);
  const bool negative = take_sign(text);
  const std::optional<std::string> digits = without_separators(text);
  if (!digits || digits->empty() || digits->starts_with('-')) return std::nullopt;
  double value = 0;
  const char* const end = digits->data() + digits->size();
  const auto [rest, error] = std::from_chars(digits->data(), end, value);
  if (rest != end || error == std::errc::invalid_argument) return std::nullopt;
  if (error == std::errc::result_out_of_range) {
    const bool small =
        digits->find("e-") != std::string::npos || digits->find("E-") != std::string::npos;
    value = small ? 0.0 : std::numeric_limits<double>::infinity();
  }
  return negative ? -value : value;
}

}  // namespace canter::jinja
