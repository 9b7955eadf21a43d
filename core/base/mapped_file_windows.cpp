#include <windows.h>

#include <cerrno>
#include <cstdint>
#include <limits>

#include "base/io_error.h"
#include "base/mapped_file.h"
#include "base/windows_error.h"

namespace canter {
namespace {

class Handle {
 public:
  explicit Handle(HANDLE handle) : handle_(handle) {}
  ~Handle() {
    if (valid()) ::CloseHandle(handle_);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  bool valid() const { return handle_ != nullptr && handle_ != INVALID_HANDLE_VALUE; }
  HANDLE get() const { return handle_; }

 private:
  HANDLE handle_;
};

}  // namespace

struct MappedFile::Mapping {
  const void* data = nullptr;

  ~Mapping() {
    if (data != nullptr) ::UnmapViewOfFile(data);
  }
};

MappedFile::MappedFile() = default;
MappedFile::~MappedFile() = default;

// Others may write, rename and delete the file meanwhile, as elsewhere.
Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  std::error_code unknown;
  if (std::filesystem::is_directory(path, unknown)) return io_failure("open", path, EISDIR);
  const Handle handle(::CreateFileW(path.c_str(), GENERIC_READ,
                                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                    OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr));
  if (!handle.valid()) return io_failure("open", path, errno_of_last_error());
  if (::GetFileType(handle.get()) != FILE_TYPE_DISK)
    return fail(ErrorKind::kIo, "cannot open " + path.string() +
                                    ": it is not a regular file; give the path of a file on disk");
  LARGE_INTEGER size{};
  if (!::GetFileSizeEx(handle.get(), &size)) return io_failure("open", path, errno_of_last_error());
  MappedFile file;
  if (size.QuadPart == 0) return file;
  if (std::uint64_t(size.QuadPart) > std::numeric_limits<std::size_t>::max())
    return io_failure("open", path, EFBIG);
  const Handle mapping(::CreateFileMappingW(handle.get(), nullptr, PAGE_READONLY, 0, 0, nullptr));
  if (!mapping.valid()) return io_failure("open", path, errno_of_last_error());
  file.mapping_ = std::make_unique<Mapping>();
  file.mapping_->data = ::MapViewOfFile(mapping.get(), FILE_MAP_READ, 0, 0, 0);
  if (file.mapping_->data == nullptr) return io_failure("open", path, errno_of_last_error());
  file.bytes_ = {static_cast<const std::byte*>(file.mapping_->data),
                 static_cast<std::size_t>(size.QuadPart)};
  return file;
}

Result<void> MappedFile::check_unchanged() const {
  return {};
}

void MappedFile::take_samples() {}

// Taking pages that are not locked out of the working set is what VirtualUnlock does to them.
void release_pages(std::span<const std::byte> mapped) {
  if (!mapped.empty()) ::VirtualUnlock(const_cast<std::byte*>(mapped.data()), mapped.size());
}

}  // namespace canter
