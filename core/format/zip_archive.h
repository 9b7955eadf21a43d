#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/mapped_file.h"

struct zip;

namespace canter {

/// A zip archive whose entries are stored as they are, read through libzip. One thread at a time.
class ZipArchive {
 public:
  struct Entry {
    std::uint64_t index = 0;
    std::uint64_t bytes = 0;  ///< no more than the file has
  };

  /// kIo when the file cannot be read, kBadFile when it is no zip archive, contradicts itself or
  /// names an entry twice, kUnsupported when an entry is compressed or encrypted.
  static Result<ZipArchive> open(const std::filesystem::path& path);

  const std::map<std::string, Entry, std::less<>>& entries() const { return entries_; }

  /// `count` bytes of an entry from `offset`; both must lie inside it. All of the entry is read, so
  /// that its checksum speaks for them: kBadFile when it is wrong, kTooLarge without memory.
  Result<std::vector<std::byte>> read(const Entry& entry, std::uint64_t offset,
                                      std::uint64_t count) const;

 private:
  struct Close {
    void operator()(zip* archive) const;
  };

  Result<void> list();

  std::string name_;  // quoted
  MappedFile file_;   // outlives archive_, which reads it
  std::unique_ptr<zip, Close> archive_;
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace canter
