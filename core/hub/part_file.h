#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/file_lock.h"
#include "base/system_files.h"
#include "hub/sha256.h"

namespace canter {

/// What a half of a file is a half of; kept beside it. Empty and 0: not known.
struct PartFacts {
  std::string url = {};
  std::string etag = {};  ///< a strong one
  std::string sha256 = {};
  std::uint64_t size = 0;

  bool operator==(const PartFacts&) const = default;
};

/// `NAME.part` beside `NAME`: what of a file has come so far, with `NAME.part.json`, which tells
/// what it is. Whatever happens, it is whole as far as it goes, and stays for another time. One
/// program at a time has it.
class PartFile {
 public:
  /// Makes folders, and reads what is there of the file, which `should_stop` may end.
  static Result<PartFile> open(const std::filesystem::path& target,
                               const std::function<bool()>& should_stop);

  std::uint64_t size() const { return size_; }
  const PartFacts& facts() const { return facts_; }
  const std::filesystem::path& path() const { return part_; }

  /// Throws away what is there, for another file.
  Result<void> restart(const PartFacts& facts);
  /// A full disk is kIo; what was written before stays.
  Result<void> append(std::string_view bytes);
  /// What was appended is at least the system's.
  Result<void> close();
  /// SHA-256 of the whole. To be asked once.
  std::string take_sha256() { return digest_.take(); }
  /// Onto the disk and under the final name, in one step.
  Result<void> finish();
  Result<void> discard();

 private:
  PartFile(std::filesystem::path target, FileLock lock);
  Result<void> read(const std::function<bool()>& should_stop);
  Result<void> open_for_writing();

  std::filesystem::path target_;
  std::filesystem::path part_;
  std::filesystem::path facts_file_;
  FileLock lock_;
  PartFacts facts_;
  std::uint64_t size_ = 0;
  Sha256 digest_;
  system_files::OwnedFile file_;
};

/// Where a PartFile lies, and what tells what it is.
std::filesystem::path part_of(const std::filesystem::path& target);
std::filesystem::path part_facts_of(const std::filesystem::path& target);

/// SHA-256 of a file.
Result<std::string> sha256_of(const std::filesystem::path& path,
                              const std::function<bool()>& should_stop);

}  // namespace canter
