#include "base/aligned_memory.h"

#include <new>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace canter {
namespace {

constexpr std::size_t kLargePage = std::size_t(2) << 20;

}  // namespace

void AlignedMemory::reserve(std::size_t size) {
  if (size <= size_) return;
  memory_.reset();
  size_ = 0;
  const std::size_t alignment = size >= kLargePage ? kLargePage : kCacheLine;
  memory_ = {static_cast<std::byte*>(::operator new(size, std::align_val_t(alignment))),
             Free{alignment}};
  size_ = size;
#if defined(__linux__)
  // Products read gigabytes in a row: with small pages they wait for address translation. Only a
  // hint, so a refusal does not matter.
  if (alignment == kLargePage) madvise(memory_.get(), size, MADV_HUGEPAGE);
#endif
}

void AlignedMemory::Free::operator()(std::byte* memory) const {
  ::operator delete(memory, std::align_val_t(alignment));
}

}  // namespace canter
