#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <limits>
#include <new>
#include <utility>
#include <vector>

#include "base/fault_guard.h"
#include "base/io_error.h"
#include "base/mapped_file.h"

namespace canter {
namespace {

/// In nanoseconds, as far as they fit.
std::uint64_t time_of_change(const struct stat& status) {
#ifdef __APPLE__
  const timespec& time = status.st_mtimespec;
#else
  const timespec& time = status.st_mtim;
#endif
  return std::uint64_t(time.tv_sec) * 1'000'000'000 + std::uint64_t(time.tv_nsec);
}

std::vector<std::byte> samples_of(std::span<const std::byte> bytes) {
  constexpr std::size_t kSamples = 1024, kBytesEach = 64;
  const std::size_t step = std::max((bytes.size() + kSamples - 1) / kSamples, kBytesEach);
  std::vector<std::byte> samples;
  samples.reserve(kSamples * kBytesEach);
  for (std::size_t at = 0; at < bytes.size(); at += step) {
    const auto sample = bytes.subspan(at, std::min(kBytesEach, bytes.size() - at));
    samples.insert(samples.end(), sample.begin(), sample.end());
  }
  return samples;
}

}  // namespace

struct MappedFile::Mapping {
  std::filesystem::path path;
  int descriptor = -1;
  struct stat status {};
  void* data = MAP_FAILED;
  std::unique_ptr<FaultGuard> guard;
  std::vector<std::byte> samples;
  std::atomic<std::uint64_t> known_time = 0;  ///< at which the content was as when opened

  ~Mapping() {
    guard.reset();
    if (data != MAP_FAILED) ::munmap(data, size());
    if (descriptor >= 0) ::close(descriptor);
  }
  std::size_t size() const { return static_cast<std::size_t>(status.st_size); }
};

MappedFile::MappedFile() = default;
MappedFile::~MappedFile() = default;

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) try {
  auto mapping = std::make_unique<Mapping>();
  mapping->path = path;
  // Without O_NONBLOCK a named pipe would wait for a writer.
  mapping->descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (mapping->descriptor < 0) return io_failure("open", path, errno);
  if (::fstat(mapping->descriptor, &mapping->status) != 0) return io_failure("open", path, errno);
  if (S_ISDIR(mapping->status.st_mode)) return io_failure("open", path, EISDIR);
  if (!S_ISREG(mapping->status.st_mode))
    return fail(ErrorKind::kIo, "cannot open " + path.string() +
                                    ": it is not a regular file; give the path of a file on disk");
  mapping->known_time = time_of_change(mapping->status);
  MappedFile file;
  const auto size = static_cast<std::uint64_t>(mapping->status.st_size);
  if (size > std::numeric_limits<std::size_t>::max()) return io_failure("open", path, EFBIG);
  if (size > 0) {
    mapping->data = ::mmap(nullptr, mapping->size(), PROT_READ, MAP_SHARED, mapping->descriptor, 0);
    if (mapping->data == MAP_FAILED) return io_failure("open", path, errno);
    mapping->guard = std::make_unique<FaultGuard>(mapping->data, mapping->size());
    file.bytes_ = {static_cast<const std::byte*>(mapping->data), mapping->size()};
  }
  file.mapping_ = std::move(mapping);
  return file;
} catch (const std::bad_alloc&) {
  return io_failure("open", path, ENOMEM);
}

Result<void> MappedFile::check_unchanged() const {
  if (!mapping_) return {};
  struct stat now {};
  if (::fstat(mapping_->descriptor, &now) != 0) return io_failure("read", mapping_->path, errno);
  const auto same_samples = [&] {
    return !mapping_->samples.empty() && samples_of(bytes_) == mapping_->samples;
  };
  const bool same_content = now.st_size == mapping_->status.st_size &&
                            (time_of_change(now) == mapping_->known_time || same_samples());
  const bool broken = mapping_->guard && mapping_->guard->broken();
  if (same_content && !broken) {
    mapping_->known_time = time_of_change(now);
    return {};
  }
  return fail(ErrorKind::kIo,
              mapping_->path.string() +
                  (now.st_size < mapping_->status.st_size ? " was cut off while it was open"
                   : broken                               ? " can no longer be read"
                                                          : " was changed while it was open") +
                  "; get the file again if need be, and open it anew");
}

void MappedFile::take_samples() {
  if (mapping_) mapping_->samples = samples_of(bytes_);
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
