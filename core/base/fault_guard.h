#pragma once

#include <cstddef>

namespace canter {

/// Memory mapped from a file: when the file is cut off behind its back, or the disk fails, reading
/// it ends no program. Its bytes become zeros then, all of them, and it counts as broken. From the
/// first object on, the process has a handler for SIGBUS; other causes go to the handler before it.
class FaultGuard {
 public:
  /// `begin` begins a page. Guards the range until it is destroyed, which has to happen before it is
  /// unmapped. Throws std::bad_alloc.
  FaultGuard(void* begin, std::size_t size);
  ~FaultGuard();
  FaultGuard(const FaultGuard&) = delete;
  FaultGuard& operator=(const FaultGuard&) = delete;

  bool broken() const;

 private:
  struct Range;
  friend struct FaultHandler;
  Range* range_;
};

}  // namespace canter
