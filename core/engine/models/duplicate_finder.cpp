#include "engine/models/duplicate_finder.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "format/gguf_split.h"
#include "hub/part_file.h"

namespace canter::engine {
namespace fs = std::filesystem;
namespace {

/// Smaller ones are not worth a word.
constexpr std::uint64_t kLeastBytes = 1'000'000;

/// Empty: it cannot be read, or the search ends.
std::string hash_of(const fs::path& file, std::uint64_t bytes, std::map<fs::path, ReadHash>& known,
                    const std::function<bool()>& go_on) {
  std::error_code unknown;
  const auto changed = fs::last_write_time(file, unknown);
  const auto read = known.find(file);
  if (read != known.end() && read->second.changed == changed && read->second.bytes == bytes)
    return read->second.sha256;
  auto sha256 = sha256_of(file, [&] { return !go_on(); });
  if (!sha256) return {};
  known[file] = {changed, bytes, *sha256};
  return std::move(*sha256);
}

}  // namespace

std::vector<DuplicateFiles> find_duplicates(const std::vector<fs::path>& files,
                                            std::map<fs::path, ReadHash>& known,
                                            const std::function<bool()>& go_on) {
  std::map<std::uint64_t, std::vector<fs::path>> by_size;
  for (const fs::path& file : files) {
    std::error_code unknown;
    const auto bytes = fs::file_size(file, unknown);
    if (unknown || bytes < kLeastBytes) continue;
    auto& same = by_size[bytes];
    // Links lead to it, or it has two names: nothing would be freed.
    const bool twice = std::ranges::any_of(
        same, [&](const fs::path& each) { return fs::equivalent(each, file, unknown); });
    if (!twice) same.push_back(file);
  }
  std::vector<DuplicateFiles> found;
  for (auto& [bytes, same] : by_size) {
    if (same.size() < 2) continue;
    std::map<std::string, DuplicateFiles> by_hash;
    for (const fs::path& file : same) {
      if (!go_on()) return {};
      const std::string sha256 = hash_of(file, bytes, known, go_on);
      if (sha256.empty()) continue;
      by_hash[sha256].paths.push_back(file.string());
      by_hash[sha256].bytes = bytes;
    }
    for (auto& [sha256, duplicates] : by_hash)
      if (duplicates.paths.size() > 1) found.push_back(std::move(duplicates));
  }
  std::ranges::stable_sort(found, std::ranges::greater(), &DuplicateFiles::bytes);
  return found;
}

std::vector<fs::path> files_of_model(const fs::path& model) {
  std::error_code error;
  if (!fs::is_directory(model, error)) {
    const auto part = parse_gguf_part_name(model);
    if (!part) return {model};
    std::vector<fs::path> parts;
    for (int number = 1; number <= part->count; ++number)
      if (const fs::path each = gguf_part(model, number); fs::exists(each, error))
        parts.push_back(each);
    return parts;
  }
  std::vector<fs::path> files;
  for (fs::directory_iterator entry(model, error), end; !error && entry != end;
       entry.increment(error))
    if (entry->path().extension() == ".safetensors") files.push_back(entry->path());
  std::ranges::sort(files);
  return files;
}

DuplicateFinder::DuplicateFinder(Report report)
    : report_(std::move(report)), thread_([this] {
        while (const auto task = tasks_.pop()) {
          const auto go_on = [&] { return !closing_ && newest_ == task->number; };
          auto found = find_duplicates(task->files, known_, go_on);
          if (go_on()) report_({std::move(found), true});
        }
      }) {}

DuplicateFinder::~DuplicateFinder() {
  closing_ = true;
  tasks_.close();
  thread_.join();
}

void DuplicateFinder::find(std::vector<fs::path> files) {
  tasks_.push({++newest_, std::move(files)});
}

}  // namespace canter::engine
