#include "chat/jinja/format_spec.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "chat/jinja/printing.h"
#include "chat/jinja/run.h"
#include "chat/jinja/unicode.h"

namespace canter::jinja {
namespace {

constexpr std::size_t kLargestCount = 10'000;

bool is_align(char c) {
  return c == '<' || c == '>' || c == '^' || c == '=';
}

/// Takes `character` off the front of `text` if it stands there.
bool take(std::string_view& text, char character) {
  if (!text.starts_with(character)) return false;
  text.remove_prefix(1);
  return true;
}

std::string grouped(const std::string& digits, char separator, std::size_t group) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % group == 0) text += separator;
    text += digits[i];
  }
  return text;
}

std::string with_sign(bool negative, const FormatSpec& spec, const std::string& prefix,
                      std::string digits) {
  const std::string sign = negative ? "-" : spec.sign == '-' ? "" : std::string(1, spec.sign);
  if (spec.align == '=') {
    const std::size_t taken = sign.size() + prefix.size() + digits.size();
    for (std::size_t i = taken; i < spec.width; ++i) digits.insert(0, spec.fill);
  }
  return sign + prefix + digits;
}

std::string digits_in_base(Int value, int base) {
  std::string digits;
  do {
    const int digit = static_cast<int>(value % base);
    digits += "0123456789abcdef"[digit < 0 ? -digit : digit];
    value /= base;
  } while (value != 0);
  std::ranges::reverse(digits);
  return digits;
}

std::string to_upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  return text;
}

}  // namespace

std::optional<std::size_t> read_count(std::string_view& text) {
  std::size_t count = 0;
  while (!text.empty() && text[0] >= '0' && text[0] <= '9') {
    count = count * 10 + static_cast<std::size_t>(text[0] - '0');
    if (count > kLargestCount) return std::nullopt;
    text.remove_prefix(1);
  }
  return count;
}

std::optional<FormatSpec> parse_format_spec(std::string_view text) {
  FormatSpec spec;
  if (!text.empty()) {
    const std::size_t first = first_code_point(text).bytes;
    if (text.size() > first && is_align(text[first])) {
      spec.fill = std::string(text.substr(0, first));
      spec.align = text[first];
      text.remove_prefix(first + 1);
    } else if (is_align(text[0])) {
      spec.align = text[0];
      text.remove_prefix(1);
    }
  }
  for (const char sign : {'+', '-', ' '}) {
    if (take(text, sign)) {
      spec.sign = sign;
      break;
    }
  }
  spec.alternate = take(text, '#');
  if (take(text, '0') && spec.align == '\0') {
    spec.fill = "0";
    spec.align = '=';
  }
  const std::optional<std::size_t> width = read_count(text);
  if (!width) return std::nullopt;
  spec.width = *width;
  if (take(text, ',')) spec.grouping = ',';
  if (take(text, '_')) spec.grouping = '_';
  if (take(text, '.')) {
    const std::size_t before = text.size();
    spec.precision = read_count(text);
    if (!spec.precision || text.size() == before) return std::nullopt;
  }
  if (!text.empty()) {
    spec.type = text[0];
    text.remove_prefix(1);
  }
  return text.empty() ? std::optional(spec) : std::nullopt;
}

std::string format_integer(Run& run, Int value, const FormatSpec& spec) {
  const char kind = spec.type;
  if (kind == 'c') {
    if (value >= 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF)) {
      return to_utf8(static_cast<char32_t>(value));
    }
    run.fail("%c arg not in range(0x110000)");
    return "";
  }
  const bool hexadecimal = kind == 'x' || kind == 'X';
  const int base = hexadecimal ? 16 : kind == 'o' ? 8 : kind == 'b' ? 2 : 10;
  std::string digits = digits_in_base(value, base);
  if (spec.precision && digits.size() < *spec.precision) {
    digits.insert(0, *spec.precision - digits.size(), '0');
  }
  if (spec.grouping != '\0') digits = grouped(digits, spec.grouping, base == 10 ? 3 : 4);
  const std::string prefix =
      spec.alternate && base != 10 ? std::string("0") + (hexadecimal ? 'x' : kind) : "";
  const std::string text = with_sign(value < 0, spec, prefix, digits);
  return kind == 'X' ? to_upper(text) : text;
}

std::string format_real(double value, const FormatSpec& spec) {
  const bool negative = std::signbit(value) && !std::isnan(value);
  const double size = std::abs(value);
  const char kind = spec.type;
  std::string digits;
  if (kind == '\0' && !spec.precision) {
    digits = print_real(size);
  } else if (!std::isfinite(size)) {
    digits = print_real(size) + (kind == '%' ? "%" : "");
  } else {
    // Without a type, digits are counted as for g, but a whole number keeps a decimal place.
    const char plain = kind == '%' ? 'f' : kind == '\0' || kind == 'n' ? 'g' : kind;
    const std::string format = std::string("%") + (spec.alternate ? "#" : "") + ".*" + plain;
    const int precision = static_cast<int>(spec.precision.value_or(6));
    const double scaled = kind == '%' ? size * 100 : size;
    std::string buffer(
        static_cast<std::size_t>(std::snprintf(nullptr, 0, format.c_str(), precision, scaled)) + 1,
        '\0');
    std::snprintf(buffer.data(), buffer.size(), format.c_str(), precision, scaled);
    buffer.pop_back();
    digits = buffer;
    if (kind == '\0' && digits.find_first_of(".e") == std::string::npos) digits += ".0";
    if (kind == '%') digits += '%';
  }
  if (spec.grouping != '\0') {
    const std::size_t whole = std::min(digits.find_first_not_of("0123456789"), digits.size());
    digits = grouped(digits.substr(0, whole), spec.grouping, 3) + digits.substr(whole);
  }
  const std::string text = with_sign(negative, spec, "", digits);
  return kind == 'F' || kind == 'E' || kind == 'G' ? to_upper(text) : text;
}

void append_padded(TextBuilder& out, const Text& text, const FormatSpec& spec, char natural_align) {
  const std::size_t shown = std::min(text.length(), spec.precision.value_or(text.length()));
  const std::size_t padding = spec.width > shown ? spec.width - shown : 0;
  const char align = spec.align == '\0' || spec.align == '=' ? natural_align : spec.align;
  const std::size_t before = align == '>' ? padding : align == '^' ? padding / 2 : 0;
  for (std::size_t i = 0; i < before; ++i) out.append(spec.fill);
  out.append(text, 0, text.offset(shown));
  for (std::size_t i = before; i < padding; ++i) out.append(spec.fill);
}

}  // namespace canter::jinja
