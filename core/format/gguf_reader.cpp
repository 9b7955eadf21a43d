#include <new>
#include <optional>
#include <utility>

#include "base/held_memory.h"
#include "format/gguf.h"
#include "format/gguf_header.h"
#include "format/gguf_split.h"
#include "format/message.h"

namespace canter {
namespace {

struct Part {
  MappedFile map;
  GgufHeader header;
  GgufSplit split;
};

Result<Part> open_part(const std::filesystem::path& path) {
  auto map = MappedFile::open(path);
  if (!map) return propagate(map);
  const std::string name = file_name_in_quotes(path);
  auto header = read_gguf_header(map->bytes(), name);
  if (!header) return propagate(header);
  const auto split = read_gguf_split(header->metadata, name);
  if (!split) return propagate(split);
  return Part{std::move(*map), std::move(*header), *split};
}

tl::unexpected<Error> apart(const std::filesystem::path& path, const std::string& why) {
  return fail(ErrorKind::kBadFile, file_name_in_quotes(path) + " " + why +
                                       ": the parts do not belong together, download all of them "
                                       "again");
}

}  // namespace

Result<GgufFile> GgufFile::open(const std::filesystem::path& path) try {
  auto opened = open_part(path);
  if (!opened) return propagate(opened);
  const GgufSplit split = opened->split;
  std::vector<std::filesystem::path> parts{path};
  if (!split.whole()) {
    auto found = find_gguf_parts(path, split);
    if (!found) return propagate(found);
    parts = std::move(*found);
  }
  GgufFile file;
  file.path_ = path;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool known = split.whole() || int(i) + 1 == split.number;
    auto part = known ? std::move(opened) : open_part(parts[i]);
    if (!part) return propagate(part);
    if (part->split != GgufSplit{int(i) + 1, split.count, split.tensors})
      return apart(parts[i], "is another part than its name says, or of another model");
    if (auto added = file.add(parts[i], std::move(part->map), std::move(part->header)); !added)
      return propagate(added);
  }
  if (!split.whole() && std::int64_t(file.tensors_.size()) != split.tensors)
    return apart(path, "says that the model has " + std::to_string(split.tensors) +
                           " tensors, but its parts have " + std::to_string(file.tensors_.size()));
  return file;
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge,
              file_name_in_quotes(path) + ": its header needs more memory than there is");
}

Result<void> GgufFile::add(const std::filesystem::path& path, MappedFile map, GgufHeader header) {
  const bool first = maps_.empty();
  if (first) version_ = header.version;
  maps_.push_back(std::move(map));
  for (auto& [key, value] : header.metadata) {
    if (is_gguf_split_key(key)) continue;
    const auto [known, is_new] = metadata_.try_emplace(key, std::move(value));
    if (!is_new && known->second != value && key != kGgufAlignmentKey)
      return apart(path, "has another value for " + in_quotes(key) + " than an earlier part");
  }
  for (TensorEntry& tensor : header.tensors) {
    if (!tensor_index_.try_emplace(tensor.name, tensors_.size()).second) {
      const std::string twice = "has the tensor " + in_quotes(tensor.name);
      if (!first)
        return apart(path, twice + ", which an earlier part has as well, or has it twice");
      return fail(ErrorKind::kBadFile,
                  file_name_in_quotes(path) + " " + twice + " twice; " + std::string(kDamagedFile));
    }
    tensors_.push_back(std::move(tensor));
  }
  return {};
}

std::uint64_t GgufFile::file_bytes() const {
  std::uint64_t total = 0;
  for (const MappedFile& map : maps_) total += map.bytes().size();
  return total;
}

std::size_t GgufFile::memory_bytes() const {
  std::size_t bytes = 0;
  for (const auto& [key, value] : metadata_) {
    if (const auto* text = std::get_if<std::string>(&value.value)) bytes += held_bytes(*text);
    const auto* array = std::get_if<GgufArray>(&value.value);
    if (!array) continue;
    bytes += held_bytes(array->integers) + held_bytes(array->floats) + held_bytes(array->strings);
    for (const std::string& text : array->strings) bytes += held_bytes(text);
  }
  return bytes;
}

const TensorEntry* GgufFile::tensor(std::string_view name) const {
  const auto found = tensor_index_.find(name);
  return found == tensor_index_.end() ? nullptr : &tensors_[found->second];
}

std::optional<std::int64_t> GgufFile::get_int(std::string_view key) const {
  const auto found = metadata_.find(key);
  if (found == metadata_.end()) return std::nullopt;
  const auto* number = std::get_if<std::int64_t>(&found->second.value);
  const GgufValueType type = found->second.type;
  if (!number || type == GgufValueType::kBool) return std::nullopt;
  if (type == GgufValueType::kUint64 && *number < 0) return std::nullopt;
  return *number;
}

std::optional<double> GgufFile::get_float(std::string_view key) const {
  const auto found = metadata_.find(key);
  if (found == metadata_.end()) return std::nullopt;
  if (const auto* number = std::get_if<double>(&found->second.value)) return *number;
  const auto number = get_int(key);
  return number ? std::optional(static_cast<double>(*number)) : std::nullopt;
}

std::optional<bool> GgufFile::get_bool(std::string_view key) const {
  const auto found = metadata_.find(key);
  if (found == metadata_.end() || found->second.type != GgufValueType::kBool) return std::nullopt;
  return std::get<std::int64_t>(found->second.value) != 0;
}

std::optional<std::string_view> GgufFile::get_string(std::string_view key) const {
  const auto found = metadata_.find(key);
  if (found == metadata_.end()) return std::nullopt;
  const auto* text = std::get_if<std::string>(&found->second.value);
  return text ? std::optional<std::string_view>(*text) : std::nullopt;
}

const GgufArray* GgufFile::get_array(std::string_view key) const {
  const auto found = metadata_.find(key);
  return found == metadata_.end() ? nullptr : std::get_if<GgufArray>(&found->second.value);
}

}  // namespace canter
