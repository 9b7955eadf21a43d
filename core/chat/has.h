#pragma once

#include <string_view>

namespace canter {

/// Stands `part` somewhere in `text`?
inline bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace canter
