#pragma once

#include <string_view>

namespace canter {

/// How vocabularies that are not byte-level write a space (U+2581).
inline constexpr std::string_view kSpaceSymbol = "\xE2\x96\x81";

}  // namespace canter
