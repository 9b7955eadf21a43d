#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
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

  MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::span<const std::byte> bytes() const { return bytes_; }

  /// kIo when the file was cut off or written to since it was opened: what was read from bytes()
  /// may be zeros or something else. Cheap enough to be asked after every use, safe from several
  /// threads. A file that was removed or replaced by another keeps its bytes. Does nothing on
  /// Windows, where a mapped file cannot be cut off.
  Result<void> check_unchanged() const;

  /// Copies samples of the content, up to 64 KiB from all over the file. From then on a file that
  /// only got another time of change, as by `touch`, counts as unchanged: one as long as before
  /// whose samples are the same.
  void take_samples();

 private:
  struct Mapping;
  std::unique_ptr<Mapping> mapping_;
  std::span<const std::byte> bytes_;
};

/// The first of several files that is not as it was.
Result<void> check_unchanged(std::span<const MappedFile> files);
void take_samples(std::span<MappedFile> files);

/// Tells the system that these bytes of a mapped file will hardly be read again, so their pages
/// need not stay in memory. They can be read all the same.
void release_pages(std::span<const std::byte> mapped);

}  // namespace canter
