#pragma once

#include <stdexcept>

#include "base/error.h"

namespace canter::test {

/// Ends the test with the error's message where success is taken for granted.
inline void require(const Result<void>& result) {
  if (!result) throw std::runtime_error(result.error().message);
}

}  // namespace canter::test
