#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include "base/file_lock.h"
#include "base/io_error.h"

namespace canter {
namespace {

namespace fs = std::filesystem;

/// False when the file behind `descriptor` was removed, or replaced, since it was opened.
bool is_still_at(int descriptor, const fs::path& path) {
  struct stat opened {};
  struct stat present {};
  return ::fstat(descriptor, &opened) == 0 && ::stat(path.c_str(), &present) == 0 &&
         opened.st_dev == present.st_dev && opened.st_ino == present.st_ino;
}

}  // namespace

Result<FileLock> FileLock::try_acquire(const fs::path& path) {
  FileLock lock;
  lock.path_ = path;
  for (;;) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) return io_failure("create the lock file", path, errno);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
      const int code = errno;
      ::close(descriptor);
      if (code == EINTR) continue;
      if (code == EWOULDBLOCK) return lock;
      return io_failure("lock", path, code);
    }
    // The holder before us may have removed the file between our open and our lock; a lock on a
    // removed file excludes nobody.
    if (is_still_at(descriptor, path)) {
      lock.handle_ = descriptor;
      return lock;
    }
    ::close(descriptor);
  }
}

void FileLock::release() {
  ::unlink(path_.c_str());
  ::close(static_cast<int>(handle_));
}

}  // namespace canter
