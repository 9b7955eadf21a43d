#include "base/mapped_file.h"

#include <utility>

namespace canter {

MappedFile::MappedFile(MappedFile&& other) noexcept : MappedFile() {
  *this = std::move(other);
}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(mapping_, other.mapping_);
  std::swap(bytes_, other.bytes_);
  return *this;
}

Result<void> check_unchanged(std::span<const MappedFile> files) {
  for (const MappedFile& file : files)
    if (auto unchanged = file.check_unchanged(); !unchanged) return unchanged;
  return {};
}

void take_samples(std::span<MappedFile> files) {
  for (MappedFile& file : files) file.take_samples();
}

}  // namespace canter
