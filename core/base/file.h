#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.h"

namespace canter {

/// Reads a small text file (configuration, prompts) whole. Fails with kIo, or with kTooLarge above
/// `limit` bytes.
Result<std::string> read_text_file(const std::filesystem::path& path,
                                   std::uint64_t limit = 64u << 20);

/// Writes a file in such a way that `path` holds either its old content or all of the new one:
/// bytes go to a temporary neighbour, which is flushed to disk and renamed by commit(). Without a
/// commit the neighbour is removed; those of programs that were killed are removed the next time
/// that the file is written. Every error (a full disk, a read-only folder) is kIo.
class AtomicFile {
 public:
  static Result<AtomicFile> create(const std::filesystem::path& path);

  AtomicFile(AtomicFile&&) noexcept;
  AtomicFile& operator=(AtomicFile&&) noexcept;
  ~AtomicFile();

  Result<void> write(const void* data, std::size_t size);
  Result<void> commit();

  std::uint64_t written() const { return written_; }

 private:
  AtomicFile() = default;

  std::filesystem::path path_;
  std::filesystem::path temporary_;
  std::FILE* file_ = nullptr;
  std::uint64_t written_ = 0;
};

/// The same for a text that is there already.
Result<void> write_text_file(const std::filesystem::path& path, std::string_view text);

/// Removes what programs that were killed while they wrote `path` left beside it.
void remove_unfinished(const std::filesystem::path& path);

}  // namespace canter
