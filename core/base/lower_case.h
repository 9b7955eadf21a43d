#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace canter {

/// Letters of ASCII in lower case, everything else as it is: for names of hosts, headers and the
/// like.
inline std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  return lower;
}

}  // namespace canter
