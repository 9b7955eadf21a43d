#include "base/file_lock.h"

#include <utility>

namespace canter {

FileLock::FileLock(FileLock&& other) noexcept
    : path_(std::move(other.path_)), handle_(std::exchange(other.handle_, kNone)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(handle_, other.handle_);
  return *this;
}

FileLock::~FileLock() {
  if (held()) release();
}

}  // namespace canter
