#include "engine/downloads/download_entries.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "base/paths.h"
#include "hub/model_download.h"

namespace canter::engine {
namespace fs = std::filesystem;
namespace {

DownloadState idle_state(const ListedDownload& listed) {
  if (listed.done) return DownloadState::kDone;
  return listed.error.empty() ? DownloadState::kPaused : DownloadState::kFailed;
}

template <typename Wanted>
DownloadEntry* first(std::list<DownloadEntry>& entries, const Wanted& wanted) {
  const auto found = std::ranges::find_if(entries, wanted);
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace

void DownloadEntry::describe() {
  shown.source = listed.source;
  shown.title = listed.title;
  shown.path = listed.files.path.string();
  shown.total = listed.files.bytes();
  shown.bytes = bytes_here(listed.files);
  shown.error = listed.error;
  shown.denied = listed.denied;
}

DownloadEntry* DownloadEntries::find(DownloadId id) {
  return first(entries_, [&](const DownloadEntry& entry) { return entry.shown.id == id; });
}

DownloadEntry* DownloadEntries::find(const std::string& source) {
  return first(entries_, [&](const DownloadEntry& entry) { return entry.listed.source == source; });
}

DownloadEntry* DownloadEntries::first_waiting() {
  return first(entries_, [](const DownloadEntry& entry) {
    return entry.shown.state == DownloadState::kWaiting;
  });
}

void DownloadEntries::read(const DownloadEntry* running) {
  const auto file = downloads_file();
  auto listed = file ? read_downloads(*file) : Result<std::vector<ListedDownload>>();
  if (!listed) {
    if (std::exchange(writable_, false)) events_->push(Failed{listed.error()});
    return;
  }
  // Somebody removed it by other means.
  std::erase_if(*listed, [](const ListedDownload& each) {
    std::error_code unknown;
    return each.done && !fs::exists(each.files.path, unknown) && !unknown;
  });
  const auto is_busy = [&](const DownloadEntry& entry) {
    const DownloadState state = entry.shown.state;
    return &entry == running || state == DownloadState::kWaiting ||
           state == DownloadState::kChecking;
  };
  entries_.remove_if([&](const DownloadEntry& entry) {
    return entry.kept && !is_busy(entry) &&
           std::ranges::none_of(
               *listed, [&](const ListedDownload& each) { return each.same_wish(entry.listed); });
  });
  for (ListedDownload& each : *listed) {
    DownloadEntry* known =
        first(entries_, [&](const DownloadEntry& entry) { return entry.listed.same_wish(each); });
    const DownloadState state = idle_state(each);
    if (!known) {
      add(std::move(each), state).kept = true;
    } else if (!is_busy(*known)) {
      known->listed = std::move(each);
      known->shown.state = state;
      known->describe();
    }
  }
}

DownloadEntry& DownloadEntries::add(ListedDownload listed, DownloadState state) {
  DownloadEntry entry{std::move(listed), {}};
  entry.shown.id = ++last_id_;
  entry.shown.state = state;
  entry.describe();
  return entries_.emplace_back(std::move(entry));
}

void DownloadEntries::keep(DownloadEntry& entry) {
  const auto file = downloads_file();
  if (file && writable_) {
    const auto written = keep_download(*file, entry.listed);
    entry.kept = written.has_value();
    report(written);
  }
  show();
}

void DownloadEntries::forget(const ListedDownload& listed) {
  const auto file = downloads_file();
  if (file && writable_) report(forget_download(*file, listed));
}

void DownloadEntries::remove(DownloadEntry& entry) {
  forget(entry.listed);
  entries_.remove_if([&](const DownloadEntry& each) { return &each == &entry; });
  show();
}

void DownloadEntries::report(const Result<void>& written) {
  if (!written) events_->push(Failed{written.error()});
}

void DownloadEntries::show() const {
  DownloadsListed listed;
  for (const DownloadEntry& entry : entries_) listed.downloads.push_back(entry.shown);
  if (const auto folder = models_dir()) {
    listed.folder = folder->string();
    listed.free_space = free_space(*folder).value_or(0);
    listed.own_folder = *folder == own_models_dir().value_or(fs::path());
  }
  events_->push(std::move(listed));
}

}  // namespace canter::engine
