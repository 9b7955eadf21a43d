#include <new>
#include <utility>

#include "format/message.h"
#include "format/safetensors.h"
#include "format/safetensors_header.h"
#include "format/safetensors_source.h"

namespace canter {

Result<SafetensorsFile> SafetensorsFile::open(const std::filesystem::path& path) try {
  const auto source = find_safetensors(path);
  if (!source) return propagate(source);

  SafetensorsFile file;
  std::map<std::string, std::size_t, std::less<>> found_in;  // tensor to shard
  for (std::size_t shard = 0; shard < source->files.size(); ++shard) {
    const std::string name = file_name_in_quotes(source->files[shard]);
    auto map = MappedFile::open(source->files[shard]);
    if (!map) return propagate(map);
    auto header = read_safetensors_header(map->bytes(), name);
    if (!header) return propagate(header);
    file.maps_.push_back(std::move(*map));

    const auto note = [&](const std::string& tensor) -> Result<void> {
      const auto [earlier, is_new] = found_in.try_emplace(tensor, shard);
      if (is_new) return {};
      return fail(ErrorKind::kBadFile,
                  name + " has the tensor " + in_quotes(tensor) + ", which " +
                      file_name_in_quotes(source->files[earlier->second]) +
                      " has as well: the files do not belong together, download all of them again");
    };
    for (TensorEntry& tensor : header->tensors) {
      if (auto noted = note(tensor.name); !noted) return propagate(noted);
      file.index_.emplace(tensor.name, file.tensors_.size());
      file.tensors_.push_back(std::move(tensor));
    }
    for (const auto& [tensor, dtype] : header->unsupported) {
      if (auto noted = note(tensor); !noted) return propagate(noted);
    }
    file.unsupported_.merge(header->unsupported);
    file.metadata_.merge(header->metadata);
  }

  for (const auto& [tensor, shard] : source->placement) {
    const auto found = found_in.find(tensor);
    if (found == found_in.end() || found->second != shard) {
      return fail(ErrorKind::kBadFile,
                  file_name_in_quotes(source->files[shard]) + " lacks the tensor " +
                      in_quotes(tensor) +
                      ", which the index says it has: download the files again");
    }
  }
  return file;
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge,
              file_name_in_quotes(path) + ": its header needs more memory than there is");
}

const TensorEntry* SafetensorsFile::tensor(std::string_view name) const {
  const auto found = index_.find(name);
  return found == index_.end() ? nullptr : &tensors_[found->second];
}

std::uint64_t SafetensorsFile::file_bytes() const {
  std::uint64_t total = 0;
  for (const MappedFile& map : maps_) total += map.bytes().size();
  return total;
}

}  // namespace canter
