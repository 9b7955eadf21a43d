#pragma once

#include <cstddef>
#include <memory>

namespace canter {

/// What threads that write to different places had better not share.
inline constexpr std::size_t kCacheLine = 64;

/// Memory that begins on a cache line, and on a large page if it is large. Its contents are not
/// initialised.
class AlignedMemory {
 public:
  AlignedMemory() = default;

  /// Makes room for `size` bytes at least; what was there is lost when it grows. Throws
  /// std::bad_alloc.
  void reserve(std::size_t size);

  std::byte* data() { return memory_.get(); }
  const std::byte* data() const { return memory_.get(); }
  std::size_t size() const { return size_; }

 private:
  struct Free {
    std::size_t alignment;
    void operator()(std::byte* memory) const;
  };

  std::unique_ptr<std::byte, Free> memory_{nullptr, Free{0}};
  std::size_t size_ = 0;
};

}  // namespace canter
