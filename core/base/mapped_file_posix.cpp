#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <limits>

#include "base/io_error.h"
#include "base/mapped_file.h"

namespace canter {

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  // Without O_NONBLOCK a named pipe would wait for a writer.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return io_failure("open", path, errno);
  struct stat status {};
  int code = ::fstat(descriptor, &status) == 0 ? 0 : errno;
  if (code == 0 && S_ISDIR(status.st_mode)) code = EISDIR;
  if (code == 0 && !S_ISREG(status.st_mode)) {
    ::close(descriptor);
    return fail(ErrorKind::kIo, "cannot open " + path.string() +
                                    ": it is not a regular file; give the path of a file on disk");
  }
  MappedFile file;
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (code == 0 && size > std::numeric_limits<std::size_t>::max()) code = EFBIG;
  if (code == 0 && size > 0) {
    void* data =
        ::mmap(nullptr, static_cast<std::size_t>(size), PROT_READ, MAP_SHARED, descriptor, 0);
    if (data == MAP_FAILED) {
      code = errno;
    } else {
      file.data_ = static_cast<const std::byte*>(data);
      file.size_ = static_cast<std::size_t>(size);
    }
  }
  ::close(descriptor);
  if (code != 0) return io_failure("open", path, code);
  return file;
}

void MappedFile::unmap() {
  ::munmap(const_cast<std::byte*>(data_), size_);
}

void release_pages(std::span<const std::byte> mapped) {
  // Whole pages only: the first and the last one may belong to others too.
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  const auto first = reinterpret_cast<std::uintptr_t>(mapped.data());
  const std::uintptr_t begin = (first + page - 1) / page * page;
  const std::uintptr_t end = (first + mapped.size()) / page * page;
  if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
}

}  // namespace canter
