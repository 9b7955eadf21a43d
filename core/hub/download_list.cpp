#include "hub/download_list.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "base/file.h"
#include "base/io_error.h"
#include "base/utf8.h"
#include "format/strict_json.h"
#include "hub/sha256.h"
#include "hub/url.h"

namespace canter {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::json;

constexpr int kVersion = 1;
constexpr std::size_t kDepth = 5;
constexpr std::uint64_t kMaxBytes = std::uint64_t{16} << 20;

tl::unexpected<Error> bad(const fs::path& file) {
  return fail(ErrorKind::kBadFile, "\"" + file.string() +
                                       "\" is no list of downloads of this version of Canter; "
                                       "move it away to begin a new one");
}

std::string text_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

fs::path path_in(const Json& object, const char* name) {
  return path_from_utf8(text_in(object, name));
}

/// Empty unless the address and the place are sound.
std::vector<DownloadRequest> files_in(const Json& object) {
  std::vector<DownloadRequest> files;
  const auto list = object.find("files");
  if (list == object.end() || !list->is_array()) return {};
  for (const Json& entry : *list) {
    if (!entry.is_object()) return {};
    DownloadRequest file;
    file.url = text_in(entry, "url");
    file.target = path_in(entry, "path");
    const auto bytes = entry.find("bytes");
    if (bytes != entry.end() && bytes->is_number_unsigned())
      file.bytes = bytes->get<std::uint64_t>();
    file.sha256 = text_in(entry, "sha256");
    if (!is_sha256(file.sha256)) file.sha256.clear();
    if (!parse_url(file.url) || !file.target.is_absolute()) return {};
    files.push_back(std::move(file));
  }
  return files;
}

ListedDownload download_in(const Json& entry) {
  ListedDownload download;
  download.source = text_in(entry, "source");
  download.title = text_in(entry, "title");
  download.models = path_in(entry, "models");
  download.files.path = path_in(entry, "path");
  download.files.files = files_in(entry);
  download.error = text_in(entry, "error");
  const auto done = entry.find("done");
  download.done = done != entry.end() && *done == true && !download.files.files.empty();
  const auto before = entry.find("from_before");
  if (before != entry.end() && before->is_array())
    for (const Json& path : *before)
      if (path.is_string()) download.from_before.push_back(path_from_utf8(path.get<std::string>()));
  return download;
}

Json document(const ListedDownload& download) {
  Json files = Json::array();
  for (const DownloadRequest& file : download.files.files)
    files.push_back({{"url", file.url},
                     {"path", file.target.string()},
                     {"bytes", file.bytes},
                     {"sha256", file.sha256}});
  Json before = Json::array();
  for (const fs::path& path : download.from_before) before.push_back(path.string());
  return {{"source", download.source},
          {"title", download.title},
          {"models", download.models.string()},
          {"path", download.files.path.string()},
          {"files", std::move(files)},
          {"from_before", std::move(before)},
          {"done", download.done},
          {"error", download.error}};
}

fs::path half_of(fs::path path) {
  path += ".part";
  return path;
}

/// Folders between a file and the models folder that hold nothing any more.
void remove_empty_folders(fs::path folder, const fs::path& models) {
  std::error_code error;
  for (;; folder = folder.parent_path()) {
    const fs::path below = folder.lexically_relative(models);
    if (below.empty() || below == "." || *below.begin() == "..") return;
    if (!fs::remove(folder, error) || error) return;
  }
}

}  // namespace

Result<std::vector<ListedDownload>> read_downloads(const fs::path& file) {
  std::error_code unknown;
  if (!fs::exists(file, unknown) && !unknown) return std::vector<ListedDownload>();
  const auto text = read_text_file(file, kMaxBytes);
  if (!text) return propagate(text);
  JsonLimits limits;
  limits.depth = kDepth;
  const auto json = parse_strict_json(*text, file.string(), limits);
  if (!json || !json->is_object() || json->value("version", Json()) != kVersion) return bad(file);
  const auto list = json->find("downloads");
  if (list == json->end() || !list->is_array()) return bad(file);
  std::vector<ListedDownload> downloads;
  for (const Json& entry : *list) {
    if (!entry.is_object()) return bad(file);
    ListedDownload download = download_in(entry);
    if (!download.source.empty() && download.models.is_absolute())
      downloads.push_back(std::move(download));
  }
  return downloads;
}

Result<void> write_downloads(const fs::path& file, const std::vector<ListedDownload>& downloads) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error) return io_failure("make the folder", file.parent_path(), error.value());
  Json list = Json::array();
  for (const ListedDownload& download : downloads) list.push_back(document(download));
  const Json json = {{"version", kVersion}, {"downloads", std::move(list)}};
  return write_text_file(file, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::vector<fs::path> files_there(const ModelFiles& model) {
  std::vector<fs::path> there;
  std::error_code ignored;
  for (const DownloadRequest& file : model.files)
    if (fs::exists(file.target, ignored)) there.push_back(file.target);
  return there;
}

Result<void> throw_away(const ListedDownload& download) {
  for (const DownloadRequest& file : download.files.files) {
    std::vector<fs::path> gone = {half_of(file.target), half_of(file.target) += ".json"};
    if (std::ranges::count(download.from_before, file.target) == 0) gone.push_back(file.target);
    for (const fs::path& path : gone) {
      std::error_code error;
      fs::remove(path, error);
      if (error) return io_failure("remove", path, error.value());
    }
    remove_empty_folders(file.target.parent_path(), download.models);
  }
  return {};
}

}  // namespace canter
