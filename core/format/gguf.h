#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/error.h"
#include "base/mapped_file.h"
#include "format/tensor_entry.h"

namespace canter {

/// A value of a GGUF file's metadata. Integers are widened to 64 bits; `width`-faithful writing is
/// kept by GgufValue::type.
enum class GgufValueType : std::uint32_t {
  kUint8 = 0,
  kInt8 = 1,
  kUint16 = 2,
  kInt16 = 3,
  kUint32 = 4,
  kInt32 = 5,
  kFloat32 = 6,
  kBool = 7,
  kString = 8,
  kArray = 9,
  kUint64 = 10,
  kInt64 = 11,
  kFloat64 = 12,
};

struct GgufValue;

/// Elements of a GGUF array, all of `type`. Exactly one of the vectors is used: integers and bools
/// in `integers` (unsigned 64-bit values by their bit pattern), floats in `floats`, strings in
/// `strings`. Arrays of arrays are rejected.
struct GgufArray {
  GgufValueType type = GgufValueType::kUint32;
  std::vector<std::int64_t> integers{};
  std::vector<double> floats{};
  std::vector<std::string> strings{};

  std::size_t size() const { return integers.size() + floats.size() + strings.size(); }
  bool operator==(const GgufArray&) const = default;
};

struct GgufValue {
  GgufValueType type = GgufValueType::kUint32;
  std::variant<std::int64_t, double, std::string, GgufArray> value;
  bool operator==(const GgufValue&) const = default;
};

struct GgufHeader;

/// A GGUF file, version 2 or 3, little-endian, mapped into memory; of a model that was split, all
/// its files. Every count, length, offset and type has been checked against the files when open()
/// returns, so later accesses cannot leave the mappings. Immutable and safe to read from several
/// threads.
class GgufFile {
 public:
  /// `path` is the file, or any part of a split model, whose other parts lie beside it. kIo when
  /// one cannot be read, kBadFile when it is no sound GGUF file, when parts are missing or do not
  /// belong together. Tensors of any type are listed, also of types that are not known here.
  static Result<GgufFile> open(const std::filesystem::path& path);

  const std::filesystem::path& path() const { return path_; }
  std::uint32_t version() const { return version_; }
  std::uint64_t file_bytes() const;  ///< of all parts
  std::size_t memory_bytes() const;  ///< that the metadata take
  /// As MappedFile says it.
  Result<void> check_unchanged() const { return canter::check_unchanged(maps_); }
  void take_samples() { canter::take_samples(maps_); }
  /// Without what says how a model is split.
  const std::map<std::string, GgufValue, std::less<>>& metadata() const { return metadata_; }
  const std::vector<TensorEntry>& tensors() const { return tensors_; }

  /// nullptr when there is none of that name.
  const TensorEntry* tensor(std::string_view name) const;

  /// nullopt when the key is missing or its value has another kind (a float asked for as a string).
  /// get_float also accepts integers. An unsigned value beyond 63 bits counts as missing.
  std::optional<std::int64_t> get_int(std::string_view key) const;
  std::optional<double> get_float(std::string_view key) const;
  std::optional<bool> get_bool(std::string_view key) const;
  std::optional<std::string_view> get_string(std::string_view key) const;
  const GgufArray* get_array(std::string_view key) const;

 private:
  Result<void> add(const std::filesystem::path& path, MappedFile map, GgufHeader header);

  std::filesystem::path path_;
  std::vector<MappedFile> maps_;
  std::uint32_t version_ = 0;
  std::map<std::string, GgufValue, std::less<>> metadata_;
  std::vector<TensorEntry> tensors_;
  std::map<std::string, std::size_t, std::less<>> tensor_index_;
};

/// Keys and values in the order in which they are written.
using GgufEntries = std::vector<std::pair<std::string, GgufValue>>;

/// What a GGUF writer is asked to put into the data section. `bytes` must outlive the call.
struct GgufContent {
  GgufEntries metadata;
  std::vector<TensorEntry> tensors;
};

/// Writes version 3, tensor data aligned to 32 bytes or to what `general.alignment` in the metadata
/// says. The file appears whole or not at all. kUsage when a value does not fit its type, a
/// tensor's bytes do not fit its shape and type, or a name comes twice; kIo otherwise. Returns the
/// number of bytes written.
Result<std::uint64_t> write_gguf(const std::filesystem::path& path, const GgufContent& content);

/// The same for data that is made tensor by tensor, so that a converted model never has to be in
/// memory whole: `produce(i)` returns the bytes of content.tensors[i] (whose own `bytes` are
/// ignored); the span has to stay valid until the next call.
Result<std::uint64_t> write_gguf(
    const std::filesystem::path& path, const GgufContent& content,
    const std::function<Result<std::span<const std::byte>>(std::size_t i)>& produce);

}  // namespace canter
