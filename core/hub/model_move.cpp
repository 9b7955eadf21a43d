#include "hub/model_move.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>
#include <vector>

#include "base/io_error.h"
#include "base/machine.h"
#include "base/system_files.h"
#include "hub/part_file.h"

namespace canter {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kCopyBlock = std::size_t{4} << 20;
constexpr std::uint64_t kKeepFree = 100'000'000;

/// Empty: it is not below the folder.
fs::path place_below(const fs::path& file, const fs::path& folder) {
  const fs::path below = file.lexically_relative(folder);
  return below.empty() || below == "." || *below.begin() == ".." ? fs::path() : below;
}

tl::unexpected<Error> moving_stopped() {
  return fail(ErrorKind::kInterrupted, "stopped, move the models again to go on");
}

Result<void> check_space(const fs::path& target, std::uint64_t bytes) {
  const auto free = free_space(target.parent_path());
  if (!free || *free >= bytes + kKeepFree) return {};
  return fail(ErrorKind::kIo, "\"" + target.string() + "\" takes " + format_bytes(bytes) +
                                  ", and its disk has " + format_bytes(*free) +
                                  " left; free some space and move the models again");
}

/// Goes on behind what an earlier run has copied.
Result<void> copy(const DownloadRequest& file, const fs::path& target,
                  const std::function<bool(std::uint64_t)>& progress) {
  auto part = PartFile::open(target, {});
  if (!part) return propagate(part);
  const PartFacts facts{.url = file.url, .etag = {}, .sha256 = file.sha256, .size = file.bytes};
  if (part->facts() != facts || part->size() > file.bytes)
    if (auto begun = part->restart(facts); !begun) return begun;
  if (auto space = check_space(target, file.bytes - part->size()); !space) return space;
  const system_files::OwnedFile from(system_files::open_to_read(file.target));
  if (!from) return io_failure("read", file.target, errno);
  std::vector<char> block(kCopyBlock);
  std::uint64_t passed = 0;
  while (const std::size_t count = std::fread(block.data(), 1, block.size(), from.get())) {
    const std::size_t known = std::size_t(
        std::min<std::uint64_t>(count, part->size() > passed ? part->size() - passed : 0));
    passed += count;
    if (known < count)
      if (auto written = part->append({block.data() + known, count - known}); !written)
        return written;
    if (!progress(passed)) {
      if (auto closed = part->close(); !closed) return closed;
      return moving_stopped();
    }
  }
  if (std::ferror(from.get())) return io_failure("read", file.target, errno);
  if (auto closed = part->close(); !closed) return closed;
  if (part->size() != file.bytes || part->take_sha256() != file.sha256) {
    if (auto gone = part->discard(); !gone) return gone;
    return fail(ErrorKind::kBadFile, "\"" + file.target.string() +
                                         "\" is damaged or was changed, so it stays where it is; "
                                         "check it again, and get it anew");
  }
  return part->finish();
}

/// On one disk the same file gets a second name.
Result<void> put(const DownloadRequest& file, const fs::path& target,
                 const std::function<bool(std::uint64_t)>& progress) {
  std::error_code error;
  if (fs::exists(target, error)) {
    const auto there = sha256_of(target, {});
    if (!there) return propagate(there);
    if (*there == file.sha256) return {};
    return fail(ErrorKind::kIo, "\"" + target.string() +
                                    "\" is there already and another file; move it away first");
  }
  fs::create_directories(target.parent_path(), error);
  if (error) return io_failure("make the folder", target.parent_path(), error.value());
  fs::create_hard_link(file.target, target, error);
  return error ? copy(file, target, progress) : Result<void>();
}

}  // namespace

bool is_movable(const ListedDownload& download, const fs::path& models) {
  return download.done && download.models != models && !download.files.files.empty() &&
         std::ranges::all_of(download.files.files, [&](const DownloadRequest& file) {
           return is_sha256(file.sha256) && !place_below(file.target, download.models).empty();
         });
}

Result<ListedDownload> move_model(const ListedDownload& download, const fs::path& models,
                                  const std::function<bool(std::uint64_t)>& progress) {
  ListedDownload now = download;
  now.models = models;
  now.files.path = models / place_below(download.files.path, download.models);
  std::uint64_t before = 0;
  for (DownloadRequest& file : now.files.files) {
    const DownloadRequest from = file;
    file.target = models / place_below(from.target, download.models);
    const auto told = [&](std::uint64_t bytes) { return progress(before + bytes); };
    if (auto there = put(from, file.target, told); !there) return propagate(there);
    before += file.bytes;
    if (!progress(before)) return moving_stopped();
  }
  return now;
}

Result<void> remove_moved(const ListedDownload& before, const ListedDownload& now) {
  ListedDownload gone = before;
  // One that is the same by another way, over a link, has to stay.
  std::erase_if(gone.files.files, [&](const DownloadRequest& file) {
    std::error_code unknown;
    const fs::path real = fs::canonical(file.target, unknown);
    return std::ranges::any_of(now.files.files, [&](const DownloadRequest& each) {
      return fs::canonical(each.target, unknown) == real;
    });
  });
  return throw_away(gone);
}

}  // namespace canter
