#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

#include "base/error.h"

namespace canter {

/// A whole file, mapped read-only into memory. Movable; unmapped when destroyed. Reading from
/// several threads is safe. Spans into it are valid for the object's lifetime, moves included.
class MappedFile {
 public:
  /// Fails with kIo when the file is missing, unreadable or no regular file. An empty file maps to
  /// an empty span.
  static Result<MappedFile> open(const std::filesystem::path& path);

  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::span<const std::byte> bytes() const { return {data_, size_}; }

 private:
  void unmap();

  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

/// Tells the system that these bytes of a mapped file will hardly be read again, so their pages
/// need not stay in memory. They can be read all the same.
void release_pages(std::span<const std::byte> mapped);

}  // namespace canter
