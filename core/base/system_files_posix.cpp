#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "base/system_files.h"

namespace canter::system_files {
namespace fs = std::filesystem;

ProcessId own_process() {
  return ::getpid();
}

bool has_ended(ProcessId process) {
  return ::kill(process, 0) != 0 && errno == ESRCH;
}

std::FILE* open_to_read(const fs::path& path) {
  return std::fopen(path.c_str(), "rbe");
}

std::FILE* create_new(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) return nullptr;
  std::FILE* const file = ::fdopen(descriptor, "wb");
  if (file != nullptr) return file;
  const int code = errno;
  ::close(descriptor);
  ::unlink(path.c_str());
  errno = code;
  return nullptr;
}

std::FILE* open_to_append(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  return descriptor < 0 ? nullptr : ::fdopen(descriptor, "ab");
}

int flush_to_disk(std::FILE* file) {
  return std::fflush(file) == 0 && ::fsync(::fileno(file)) == 0 ? 0 : errno;
}

int rename_over(const fs::path& from, const fs::path& to) {
  return std::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

int flush_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  const int code = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  // Some file systems cannot flush a folder and say so; there is nothing better to do on them.
  return code == EINVAL ? 0 : code;
}

}  // namespace canter::system_files
