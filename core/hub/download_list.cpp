#include "hub/download_list.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <nlohmann/json.hpp>
#include <system_error>
#include <thread>
#include <utility>

#include "base/file.h"
#include "base/file_lock.h"
#include "base/io_error.h"
#include "base/paths.h"
#include "base/utf8.h"
#include "format/json_members.h"
#include "format/strict_json.h"
#include "hub/part_file.h"
#include "hub/sha256.h"
#include "hub/url.h"

namespace canter {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::json;

constexpr int kListVersion = 1;
constexpr std::size_t kListDepth = 5;
constexpr int kLockTries = 500;
constexpr std::chrono::milliseconds kLockPause{10};
constexpr std::uint64_t kMaxListBytes = std::uint64_t{16} << 20;

tl::unexpected<Error> bad(const fs::path& file) {
  return fail(ErrorKind::kBadFile, "\"" + file.string() +
                                       "\" is no list of downloads of this version of Canter; "
                                       "move it away to begin a new one");
}

std::string text_in(const Json& object, const char* name) {
  return json_text(json_member(object, name));
}

fs::path path_in(const Json& object, const char* name) {
  return path_from_utf8(text_in(object, name));
}

/// Empty unless the address and the place are sound.
std::vector<DownloadRequest> files_in(const Json& object) {
  std::vector<DownloadRequest> files;
  const Json& list = json_member(object, "files");
  if (!list.is_array()) return {};
  for (const Json& entry : list) {
    if (!entry.is_object()) return {};
    DownloadRequest file;
    file.url = text_in(entry, "url");
    file.target = path_in(entry, "path");
    file.bytes = json_size(json_member(entry, "bytes"));
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
  download.denied = json_member(entry, "denied") == true;
  download.done = json_member(entry, "done") == true && !download.files.files.empty();
  for (const Json& path : json_member(entry, "from_before"))
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
          {"error", download.error},
          {"denied", download.denied}};
}

Result<FileLock> lock_of(const fs::path& file) {
  fs::path path = file;
  path += ".lock";
  for (int left = kLockTries;; --left) {
    auto lock = FileLock::try_acquire(path);
    if (!lock || lock->held()) return lock;
    if (left == 0)
      return fail(ErrorKind::kIo, "another program does not let go of \"" + file.string() +
                                      "\"; close it and try again");
    std::this_thread::sleep_for(kLockPause);
  }
}

Result<void> write(const fs::path& file, const std::vector<ListedDownload>& downloads) {
  Json list = Json::array();
  for (const ListedDownload& download : downloads) list.push_back(document(download));
  const Json json = {{"version", kListVersion}, {"downloads", std::move(list)}};
  return write_text_file(file, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

/// Reads the list, changes it and writes it, while no other program does.
Result<void> change(const fs::path& file,
                    const std::function<void(std::vector<ListedDownload>&)>& how) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error) return io_failure("make the folder", file.parent_path(), error.value());
  const auto lock = lock_of(file);
  if (!lock) return propagate(lock);
  auto downloads = read_downloads(file);
  if (!downloads) return propagate(downloads);
  how(*downloads);
  return write(file, *downloads);
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

Result<fs::path> downloads_file() {
  return default_data_dir().map([](const fs::path& data) { return data / "downloads.json"; });
}

Result<std::vector<ListedDownload>> read_downloads(const fs::path& file) {
  std::error_code unknown;
  if (!fs::exists(file, unknown) && !unknown) return std::vector<ListedDownload>();
  const auto text = read_text_file(file, kMaxListBytes);
  if (!text) return propagate(text);
  JsonLimits limits;
  limits.depth = kListDepth;
  const auto json = parse_strict_json(*text, file.string(), limits);
  if (!json || !json->is_object() || json->value("version", Json()) != kListVersion)
    return bad(file);
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

Result<void> keep_download(const fs::path& file, const ListedDownload& download) {
  return change(file, [&](std::vector<ListedDownload>& downloads) {
    const auto there = std::ranges::find_if(
        downloads, [&](const ListedDownload& each) { return each.same_wish(download); });
    if (there == downloads.end())
      downloads.push_back(download);
    else
      *there = download;
  });
}

Result<void> forget_download(const fs::path& file, const ListedDownload& download) {
  return change(file, [&](std::vector<ListedDownload>& downloads) {
    std::erase_if(downloads, [&](const ListedDownload& each) { return each.same_wish(download); });
  });
}

void note_done(const DownloadedModel& model, ListedDownload& download) {
  for (std::size_t i = 0; i < model.files.size(); ++i) {
    download.files.files[i].bytes = model.files[i].bytes;
    download.files.files[i].sha256 = model.files[i].sha256;
  }
  download.done = true;
  download.from_before.clear();
  download.error.clear();
  download.denied = false;
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
    std::vector<fs::path> gone = {part_of(file.target), part_facts_of(file.target)};
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
