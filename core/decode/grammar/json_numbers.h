#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace canter {

/// Further from 0 no bounds are understood.
inline constexpr std::int64_t kFarthestBound = 999'999'999'999'999'999;

/// Bounds that hold, both included; between -kFarthestBound and kFarthestBound.
struct NumberBounds {
  std::optional<std::int64_t> least = {};
  std::optional<std::int64_t> most = {};
};

/// GBNF of the integers inside; least <= most.
std::string gbnf_of_integers(const NumberBounds& bounds);
/// The same for numbers with digits behind the point, without exponents.
std::string gbnf_of_numbers(const NumberBounds& bounds);

}  // namespace canter
