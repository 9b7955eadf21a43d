#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace canter {

/// Patterns must find in a text what Oniguruma 6.9.10 finds, which knows Unicode 16; PCRE2 may be
/// older. This gives a text of the same length in which every character of Unicode 15 to 16 has
/// become one of Unicode 14 with the same category, case and, where there is one, script, so that
/// PCRE2 finds the same places in it. nullopt when `text`, well-formed UTF-8, has no such
/// character.
std::optional<std::string> with_older_characters(std::string_view text);

}  // namespace canter
