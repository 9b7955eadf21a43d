#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "chat/jinja/value.h"

namespace canter::jinja {

/// How one value is written, by `%` and by format() alike.
struct FormatSpec {
  std::string fill = " ";  ///< one character
  char align = '\0';       ///< `<`, `>`, `^`, `=` (zeros between sign and digits), none
  char sign = '-';         ///< `-`, `+` or a space
  bool alternate = false;  ///< `#`
  char grouping = '\0';    ///< `,` or `_` between groups of digits
  std::size_t width = 0;   ///< in characters
  std::optional<std::size_t> precision;
  char type = '\0';
};

/// `spec` of `{:spec}`. nullopt when it is none.
std::optional<FormatSpec> parse_format_spec(std::string_view spec);

/// A width or a precision, read off the front of `text`; nullopt when it is absurdly large.
std::optional<std::size_t> read_count(std::string_view& text);

/// Integers of type d, x, X, o, b, c or n.
std::string format_integer(Run& run, Int value, const FormatSpec& spec);
/// Reals of type e, f, g, % and their capitals; without a type as printed.
std::string format_real(double value, const FormatSpec& spec);

/// Adds `text` cut to the precision, at the width.
void append_padded(TextBuilder& out, const Text& text, const FormatSpec& spec, char natural_align);

}  // namespace canter::jinja
