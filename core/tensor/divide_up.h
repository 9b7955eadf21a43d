#pragma once

#include <cstddef>

namespace canter {

/// How many parts of `b` hold `a`.
inline std::size_t divide_up(std::size_t a, std::size_t b) {
  return (a + b - 1) / b;
}

}  // namespace canter
