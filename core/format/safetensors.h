#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/mapped_file.h"
#include "format/tensor_entry.h"

namespace canter {

/// Name to a word about it.
using TensorNotes = std::map<std::string, std::string, std::less<>>;

/// Tensors of one `.safetensors` file, or of all shards named by `model.safetensors.index.json`,
/// mapped into memory. Every offset has been checked when open() returns. Immutable and safe to
/// read from several threads. Element types without a GGUF counterpart (bool, unsigned, 8-bit
/// floats) make the file unusable only when such a tensor is asked for: they are listed in
/// `unsupported()`.
class SafetensorsFile {
 public:
  /// `path` is a `.safetensors` file, an index file, or a folder that holds either. kIo when
  /// something cannot be read, kBadFile when it is malformed, a shard is missing, or a tensor is
  /// not where the index says.
  static Result<SafetensorsFile> open(const std::filesystem::path& path);

  const std::vector<TensorEntry>& tensors() const { return tensors_; }
  const TensorEntry* tensor(std::string_view name) const;
  /// Name to element type, as in `BOOL`.
  const TensorNotes& unsupported() const { return unsupported_; }
  const std::map<std::string, std::string, std::less<>>& metadata() const { return metadata_; }
  std::uint64_t file_bytes() const;
  /// As MappedFile says it.
  Result<void> check_unchanged() const { return canter::check_unchanged(maps_); }
  void take_samples() { canter::take_samples(maps_); }

 private:
  std::vector<MappedFile> maps_;
  std::vector<TensorEntry> tensors_;
  std::map<std::string, std::size_t, std::less<>> index_;
  TensorNotes unsupported_;
  std::map<std::string, std::string, std::less<>> metadata_;
};

/// Writes one file: header padded to 8 bytes, tensors in the given order. Only floats and integers
/// without blocks can be written (kUsage otherwise). The file appears whole or not at all.
Result<std::uint64_t> write_safetensors(const std::filesystem::path& path,
                                        const std::vector<TensorEntry>& tensors,
                                        const std::map<std::string, std::string>& metadata = {});

}  // namespace canter
