#pragma once

#include <cstdint>
#include <limits>
#include <optional>

namespace canter {

/// nullopt when the result does not fit.
constexpr std::optional<std::uint64_t> checked_add(std::uint64_t a, std::uint64_t b) {
  if (b > std::numeric_limits<std::uint64_t>::max() - a) return std::nullopt;
  return a + b;
}

/// nullopt when the result does not fit.
constexpr std::optional<std::uint64_t> checked_multiply(std::uint64_t a, std::uint64_t b) {
  if (b != 0 && a > std::numeric_limits<std::uint64_t>::max() / b) return std::nullopt;
  return a * b;
}

/// The smallest multiple of `step` (not 0) that is no smaller than `value`.
constexpr std::optional<std::uint64_t> checked_round_up(std::uint64_t value, std::uint64_t step) {
  const std::uint64_t rest = value % step;
  return rest == 0 ? value : checked_add(value, step - rest);
}

}  // namespace canter
