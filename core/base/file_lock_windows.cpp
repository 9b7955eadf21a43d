#include <windows.h>

#include "base/file_lock.h"
#include "base/io_error.h"
#include "base/windows_error.h"

namespace canter {

// The file is the lock: whoever has it open shares it with nobody, and it goes when it is closed,
// also by a program's end.
Result<FileLock> FileLock::try_acquire(const std::filesystem::path& path) {
  FileLock lock;
  lock.path_ = path;
  const HANDLE handle =
      ::CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE | DELETE, 0, nullptr, OPEN_ALWAYS,
                    FILE_ATTRIBUTE_NORMAL | FILE_FLAG_DELETE_ON_CLOSE, nullptr);
  if (handle != INVALID_HANDLE_VALUE) {
    lock.handle_ = reinterpret_cast<std::intptr_t>(handle);
    return lock;
  }
  const DWORD code = ::GetLastError();
  if (code == ERROR_SHARING_VIOLATION || code == ERROR_DELETE_PENDING) return lock;
  return io_failure("create the lock file", path, errno_of_last_error());
}

void FileLock::release() {
  ::CloseHandle(reinterpret_cast<HANDLE>(handle_));
}

}  // namespace canter
