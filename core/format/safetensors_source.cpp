#include "format/safetensors_source.h"

#include <string_view>
#include <system_error>

#include "base/file.h"
#include "base/utf8.h"
#include "format/message.h"
#include "format/strict_json.h"

namespace canter {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSingleName = "model.safetensors";
constexpr const char* kIndexName = "model.safetensors.index.json";

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

bool is_plain_file_name(std::string_view name) {
  return !name.empty() && name != "." && name != ".." &&
         name.find_first_of(std::string_view("/\\:\0", 4)) == std::string_view::npos;
}

Result<SafetensorsSource> read_index(const fs::path& path) {
  const std::string file = file_name_in_quotes(path);
  const auto text = read_text_file(path);
  if (!text) return propagate(text);
  const auto document = parse_strict_json(*text, file, {.depth = 16});
  if (!document) return propagate(document);
  const auto bad = [&](const std::string& what) {
    return fail(ErrorKind::kBadFile, file + " " + what + "; " + std::string(kDamagedFile));
  };
  const auto map = document->is_object() ? document->find("weight_map") : document->end();
  if (map == document->end() || !map->is_object() || map->empty()) {
    return fail(ErrorKind::kBadFile, file + " is no index of a safetensors model (it has no " +
                                         "\"weight_map\"); choose \"" + kIndexName +
                                         "\" or the model's folder");
  }

  SafetensorsSource source;
  std::map<std::string, std::size_t> positions;
  for (const auto& [tensor, shard] : map->items()) {
    if (!shard.is_string()) return bad("does not name the file of tensor " + in_quotes(tensor));
    const auto& name = shard.get_ref<const std::string&>();
    if (!is_plain_file_name(name)) {
      return fail(ErrorKind::kBadFile, file + " puts tensor " + in_quotes(tensor) + " into " +
                                           in_quotes(name) +
                                           ", which is no plain file name: do not trust this "
                                           "model, get it from its publisher");
    }
    const auto [position, is_new] = positions.try_emplace(name, source.files.size());
    if (is_new) {
      source.files.push_back(path.parent_path() / path_from_utf8(name));
      if (!is_there(source.files.back())) {
        return fail(ErrorKind::kBadFile, file + " names the file " + in_quotes(name) +
                                             ", which is missing: download it into the same "
                                             "folder");
      }
    }
    source.placement.emplace(tensor, position->second);
  }
  return source;
}

Result<SafetensorsSource> search_folder(const fs::path& folder) {
  if (const fs::path single = folder / kSingleName; is_there(single)) {
    return SafetensorsSource{{single}, {}};
  }
  if (const fs::path index = folder / kIndexName; is_there(index)) return read_index(index);

  std::vector<fs::path> files;
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (entry->path().extension() == ".safetensors") files.push_back(entry->path());
  }
  const std::string name = "the folder " + file_name_in_quotes(folder);
  if (error) return fail(ErrorKind::kIo, name + " cannot be read: " + error.message());
  if (files.empty()) {
    return fail(ErrorKind::kBadFile, name + " holds no .safetensors file; choose a model's folder");
  }
  if (files.size() > 1) {
    return fail(ErrorKind::kBadFile,
                name + " holds " + std::to_string(files.size()) + " .safetensors files but no \"" +
                    kIndexName +
                    "\" that says how they belong together: add it, or choose one "
                    "of the files");
  }
  return SafetensorsSource{std::move(files), {}};
}

}  // namespace

Result<SafetensorsSource> find_safetensors(const fs::path& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return search_folder(path);
  if (path.extension() == ".json") return read_index(path);
  return SafetensorsSource{{path}, {}};
}

}  // namespace canter
