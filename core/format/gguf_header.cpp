#include "format/gguf_header.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "format/byte_cursor.h"
#include "format/checked_math.h"
#include "format/message.h"
#include "format/tensor_size.h"

namespace canter {
namespace {

constexpr std::uint32_t kMostGgufDimensions = 4;

struct GgufStart {
  std::uint32_t version = 0;
  std::uint64_t tensors = 0;
  std::uint64_t metadata = 0;
};

/// A tensor as the header describes it; the data section's start is known only after all of them.
struct TensorRecord {
  TensorEntry entry;
  std::uint64_t offset = 0;
  std::optional<std::uint64_t> size;  ///< nullopt: not known for this number format
};

class GgufHeaderReader {
 public:
  GgufHeaderReader(std::span<const std::byte> bytes, std::string file)
      : bytes_(bytes), cursor_(bytes), file_(std::move(file)) {}

  Result<GgufHeader> read();

 private:
  tl::unexpected<Error> bad(const std::string& what) const {
    return fail(ErrorKind::kBadFile, file_ + what + "; " + std::string(kDamagedFile));
  }
  tl::unexpected<Error> unsupported(const std::string& what) const {
    return fail(ErrorKind::kUnsupported, file_ + what);
  }

  Result<GgufStart> read_start();
  Result<std::vector<TensorEntry>> read_tensors(std::uint64_t count, const GgufMetadata& metadata);
  Result<std::uint64_t> alignment(const GgufMetadata& metadata) const;
  Result<TensorRecord> read_record(const std::string& position);
  Result<std::optional<std::uint64_t>> record_size(const TensorEntry& entry) const;
  Result<void> place(TensorRecord& record, std::uint64_t data_start, std::uint64_t step) const;
  void bound_unknown(std::vector<TensorRecord>& records) const;

  std::span<const std::byte> bytes_;
  ByteCursor cursor_;
  std::string file_;  // quoted
};

Result<GgufHeader> GgufHeaderReader::read() {
  const auto start = read_start();
  if (!start) return propagate(start);
  auto metadata = read_gguf_metadata(cursor_, start->metadata, file_);
  if (!metadata) return propagate(metadata);
  auto tensors = read_tensors(start->tensors, *metadata);
  if (!tensors) return propagate(tensors);
  return GgufHeader{start->version, std::move(*metadata), std::move(*tensors)};
}

Result<GgufStart> GgufHeaderReader::read_start() {
  std::array<char, 4> magic{};
  if (!cursor_.read(magic) || magic != std::array{'G', 'G', 'U', 'F'}) {
    return fail(ErrorKind::kBadFile, file_ +
                                         " is no GGUF file (it does not begin with \"GGUF\"); "
                                         "choose a model file that ends in .gguf");
  }
  GgufStart header;
  if (!cursor_.read(header.version)) return bad(" ends inside its header");
  if (header.version != 0 && (header.version & 0xffff) == 0) {
    return unsupported(" is a big-endian GGUF file; look for the little-endian one of the model");
  }
  if (header.version == 1) {
    return unsupported(
        " is a GGUF file of version 1, which is no longer read; download a newer file of the "
        "model");
  }
  if (header.version != 2 && header.version != 3) {
    return unsupported(" is a GGUF file of version " + std::to_string(header.version) +
                       "; this program reads versions 2 and 3");
  }
  if (!cursor_.read(header.tensors) || !cursor_.read(header.metadata)) {
    return bad(" ends inside its header");
  }
  return header;
}

Result<std::uint64_t> GgufHeaderReader::alignment(const GgufMetadata& metadata) const {
  const auto found = metadata.find(kGgufAlignmentKey);
  if (found == metadata.end()) return kGgufDefaultAlignment;
  const auto* number = std::get_if<std::int64_t>(&found->second.value);
  if (!number || found->second.type == GgufValueType::kBool || !is_gguf_alignment(*number)) {
    return bad(": \"general.alignment\" has to be a multiple of 8 up to " +
               std::to_string(kGgufLargestAlignment));
  }
  return static_cast<std::uint64_t>(*number);
}

Result<std::vector<TensorEntry>> GgufHeaderReader::read_tensors(std::uint64_t count,
                                                                const GgufMetadata& metadata) {
  const auto step = alignment(metadata);
  if (!step) return propagate(step);
  // A record takes its name's length, one character, the number of dimensions, one of them, the
  // type, and the offset.
  constexpr std::uint64_t kSmallest = 8 + 1 + 4 + 8 + 4 + 8;
  if (count > cursor_.remaining() / kSmallest) {
    return bad(" announces " + std::to_string(count) + " tensors, more than fit into it");
  }
  std::vector<TensorRecord> records;
  for (std::uint64_t i = 0; i < count; ++i) {
    auto record = read_record(std::to_string(i + 1) + " of " + std::to_string(count));
    if (!record) return propagate(record);
    records.push_back(std::move(*record));
  }
  const auto data_start = checked_round_up(cursor_.position(), *step);
  for (TensorRecord& record : records) {
    if (auto placed = place(record, data_start.value_or(bytes_.size()), *step); !placed) {
      return propagate(placed);
    }
  }
  bound_unknown(records);
  std::vector<TensorEntry> tensors;
  tensors.reserve(records.size());
  for (TensorRecord& record : records) tensors.push_back(std::move(record.entry));
  return tensors;
}

/// Where the next tensor begins, one of unknown size ends at the latest.
void GgufHeaderReader::bound_unknown(std::vector<TensorRecord>& records) const {
  if (std::ranges::all_of(records, [](const TensorRecord& r) { return r.size.has_value(); }))
    return;
  std::vector<const std::byte*> begins;
  for (const TensorRecord& record : records) begins.push_back(record.entry.bytes.data());
  std::ranges::sort(begins);
  for (TensorRecord& record : records) {
    if (record.size) continue;
    std::span<const std::byte>& bytes = record.entry.bytes;
    const auto next = std::ranges::upper_bound(begins, bytes.data());
    if (next != begins.end()) bytes = bytes.first(std::size_t(*next - bytes.data()));
  }
}

Result<TensorRecord> GgufHeaderReader::read_record(const std::string& position) {
  TensorRecord record;
  TensorEntry& entry = record.entry;
  if (!cursor_.read_string(entry.name)) return bad(" ends inside the name of tensor " + position);
  if (entry.name.empty()) return bad(": tensor " + position + " has no name");
  const std::string tensor = ": tensor " + in_quotes(entry.name);

  std::uint32_t dimensions = 0;
  if (!cursor_.read(dimensions)) return bad(" ends inside the description of" + tensor.substr(1));
  if (dimensions < 1 || dimensions > kMostGgufDimensions) {
    return bad(tensor + " has " + std::to_string(dimensions) + " dimensions, not 1 to " +
               std::to_string(kMostGgufDimensions));
  }
  entry.shape.resize(dimensions);
  for (std::uint64_t& dimension : entry.shape) {
    if (!cursor_.read(dimension)) return bad(" ends inside the description of" + tensor.substr(1));
    if (dimension == 0) return bad(tensor + " has a dimension of 0");
  }
  std::ranges::reverse(entry.shape);  // the file begins with the row's width

  std::uint32_t type = 0;
  if (!cursor_.read(type) || !cursor_.read(record.offset)) {
    return bad(" ends inside the description of" + tensor.substr(1));
  }
  entry.type = static_cast<TensorType>(type);
  if (!is_gguf_type(entry.type) && tensor_type_info(entry.type)) {
    return bad(tensor + " has number format " + std::to_string(type) + ", which cannot be");
  }
  const auto size = record_size(entry);
  if (!size) return propagate(size);
  record.size = *size;
  return record;
}

Result<std::optional<std::uint64_t>> GgufHeaderReader::record_size(const TensorEntry& entry) const {
  const std::string tensor = ": tensor " + in_quotes(entry.name);
  const TensorTypeInfo* info = tensor_type_info(entry.type);
  // Of a number format that is not known, the numbers can be counted all the same.
  const TensorTypeInfo counted{entry.type, "", 1, 1};
  if (info && entry.shape.back() % info->block_size != 0) {
    return bad(tensor + " has rows of " + std::to_string(entry.shape.back()) + " numbers, but " +
               std::string(info->name) + " needs a multiple of " +
               std::to_string(info->block_size));
  }
  const auto size = tensor_bytes(info ? *info : counted, entry.shape);
  if (!size) return bad(tensor + " has impossibly large dimensions");
  return info ? size : std::nullopt;
}

Result<void> GgufHeaderReader::place(TensorRecord& record, std::uint64_t data_start,
                                     std::uint64_t step) const {
  const std::string tensor = ": tensor " + in_quotes(record.entry.name);
  if (record.offset % step != 0) {
    return bad(tensor + " begins at offset " + std::to_string(record.offset) +
               ", which is no multiple of " + std::to_string(step));
  }
  const auto begin = checked_add(data_start, record.offset);
  // There is at least one byte.
  const auto end = begin ? checked_add(*begin, record.size.value_or(1)) : std::nullopt;
  if (!end) return bad(tensor + " has an impossibly large offset");
  if (*end > bytes_.size()) {
    return bad(tensor + " needs bytes " + std::to_string(*begin) + "…" + std::to_string(*end) +
               " but the file has " + std::to_string(bytes_.size()));
  }
  record.entry.bytes = bytes_.subspan(*begin, record.size.value_or(std::dynamic_extent));
  return {};
}

}  // namespace

Result<GgufHeader> read_gguf_header(std::span<const std::byte> bytes, const std::string& file) {
  return GgufHeaderReader(bytes, file).read();
}

}  // namespace canter
