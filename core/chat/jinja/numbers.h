#pragma once

#include <optional>
#include <string_view>

#include "chat/jinja/value.h"

namespace canter::jinja {

/// As Python's int(text, base): white space around it, a sign, a prefix such as `0x` that fits the
/// base (any with base 0), `_` between digits. nullopt for what is none, or does not fit.
std::optional<Int> parse_integer(std::string_view text, int base);

/// As Python's float(text).
std::optional<double> parse_real(std::string_view text);

}  // namespace canter::jinja
