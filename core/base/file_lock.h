#pragma once

#include <cstdint>
#include <filesystem>

#include "base/error.h"

namespace canter {

/// An advisory lock that dies with the process that holds it, however it ends. The file is created
/// when missing and removed by the holder's destructor.
class FileLock {
 public:
  /// nullopt-like: `held()` is false when another process has it. kIo when the file cannot be made.
  static Result<FileLock> try_acquire(const std::filesystem::path& path);

  FileLock(FileLock&&) noexcept;
  FileLock& operator=(FileLock&&) noexcept;
  ~FileLock();

  bool held() const { return handle_ != kNone; }

 private:
  static constexpr std::intptr_t kNone = -1;

  FileLock() = default;
  void release();

  std::filesystem::path path_;
  std::intptr_t handle_ = kNone;  ///< a descriptor, or what Windows has for it
};

}  // namespace canter
