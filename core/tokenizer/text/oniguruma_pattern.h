#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace canter {

/// Patterns of tokenizer.json are written for Oniguruma. This gives the same pattern as PCRE2
/// understands it (options UTF, UCP, MULTILINE; newline LF): classes such as `\s`, `\w` and `\h` by
/// Unicode's own properties, classes within classes and `&&`, quantifiers that mean something else,
/// options and property names. kUnsupported for what has no counterpart.
Result<std::string> pattern_for_pcre2(std::string_view oniguruma);

/// `text` as a pattern that matches just it.
std::string literal_pattern(std::string_view text);

}  // namespace canter
