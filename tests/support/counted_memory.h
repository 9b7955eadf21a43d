#pragma once

#include <cstddef>
#include <cstdint>

namespace canter::test {

/// All that C++ code of this program allocates is counted, and can be made to fail. Of the whole
/// program: linked into tests that need it alone.

/// Bytes that are allocated now.
std::int64_t allocated_bytes();

/// While it lives, one allocation of at least so many bytes fails: that many after the next.
class FailingAllocation {
 public:
  explicit FailingAllocation(std::int64_t after, std::size_t least_bytes = 0);
  ~FailingAllocation();
  FailingAllocation(const FailingAllocation&) = delete;
  FailingAllocation& operator=(const FailingAllocation&) = delete;

  bool failed() const;
};

}  // namespace canter::test
