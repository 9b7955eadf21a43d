#include "engine/downloads/download_worker.h"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "base/paths.h"
#include "base/utf8.h"

namespace canter::engine {
namespace fs = std::filesystem;
namespace {

Result<fs::path> list_file() {
  return default_data_dir().map([](const fs::path& data) { return data / "downloads.json"; });
}

/// What is told of it, with what is on the disk.
void describe(const ListedDownload& listed, Download& shown) {
  shown.source = listed.source;
  shown.title = listed.title;
  shown.path = listed.files.path.string();
  shown.total = listed.files.bytes();
  shown.bytes = bytes_here(listed.files);
  shown.error = listed.error;
}

}  // namespace

DownloadWorker::DownloadWorker(EventQueue& events, Listeners listeners)
    : events_(&events),
      listeners_(std::move(listeners)),
      checker_([this](DownloadId id, Result<void> right) {
        post(Checked{id, std::move(right)});
      }),
      thread_([this] { run(); }) {}

DownloadWorker::~DownloadWorker() {
  closing_ = true;
  tasks_.close();
  thread_.join();
}

void DownloadWorker::run() {
  while (const auto task = tasks_.pop()) {
    handle(*task);
    while (Entry* next = closing_ ? nullptr : first_waiting()) bring(*next);
  }
}

void DownloadWorker::handle(const Task& task) {
  if (!std::exchange(read_, true)) read_list();
  if (const auto* wanted = std::get_if<GetModel>(&task))
    get(*wanted);
  else if (const auto* paused = std::get_if<PauseDownload>(&task))
    pause(paused->id);
  else if (const auto* resumed = std::get_if<ResumeDownload>(&task))
    resume(resumed->id);
  else if (const auto* removed = std::get_if<RemoveDownload>(&task))
    remove(removed->id);
  else if (const auto* doubted = std::get_if<CheckDownload>(&task))
    check(doubted->id);
  else if (const auto* checked = std::get_if<Checked>(&task))
    take(*checked);
  else if (const auto* chosen = std::get_if<ChooseModelsFolder>(&task))
    choose_folder(chosen->folder);
  else
    show();
}

void DownloadWorker::get(const GetModel& wanted) {
  for (Entry& entry : entries_) {
    if (entry.listed.source != wanted.source) continue;
    resume(entry.shown.id);
    return;
  }
  const auto models = models_dir();
  if (!models) {
    events_->push(Failed{models.error()});
    return;
  }
  ListedDownload listed;
  listed.source = wanted.source;
  listed.title = wanted.title.empty() ? wanted.source : wanted.title;
  listed.models = *models;
  add(std::move(listed), DownloadState::kWaiting);
  keep();
}

void DownloadWorker::pause(DownloadId id) {
  Entry* entry = find(id);
  if (!entry) return;
  if (entry == running_)
    ending_ = Ending::kPause;
  else if (entry->shown.state == DownloadState::kWaiting)
    entry->shown.state = DownloadState::kPaused;
  show();
}

void DownloadWorker::resume(DownloadId id) {
  Entry* entry = find(id);
  if (!entry || entry == running_ || entry->shown.state == DownloadState::kChecking) return;
  std::error_code unknown;
  if (entry->listed.done && fs::exists(entry->listed.files.path, unknown)) {
    show();
    return;
  }
  // The hub may have another file by now than the one that failed.
  entry->ask_again = !entry->listed.error.empty();
  entry->listed.done = false;
  entry->listed.error.clear();
  entry->shown.error.clear();
  entry->shown.state = DownloadState::kWaiting;
  keep();
}

void DownloadWorker::remove(DownloadId id) {
  Entry* entry = find(id);
  if (!entry || entry->shown.state == DownloadState::kChecking) return;
  if (entry == running_)
    ending_ = Ending::kRemove;
  else
    throw_away(*entry);
}

void DownloadWorker::throw_away(Entry& entry) {
  if (auto gone = canter::throw_away(entry.listed); !gone) {
    events_->push(Failed{gone.error()});
    show();
    return;
  }
  if (entry.listed.done) listeners_.left(entry.shown.path);
  entries_.remove_if([&](const Entry& each) { return &each == &entry; });
  keep();
}

void DownloadWorker::check(DownloadId id) {
  Entry* entry = find(id);
  if (!entry || !entry->listed.done || entry->shown.state != DownloadState::kDone) return;
  entry->shown.state = DownloadState::kChecking;
  entry->shown.checked = false;
  checker_.check(id, entry->listed.files.files);
  show();
}

void DownloadWorker::take(const Checked& checked) {
  Entry* entry = find(checked.id);
  if (!entry) return;
  entry->shown.checked = checked.right.has_value();
  entry->shown.state = checked.right ? DownloadState::kDone : DownloadState::kFailed;
  if (!checked.right) entry->shown.error = entry->listed.error = checked.right.error().message;
  entry->listed.done = checked.right.has_value();
  keep();
}

void DownloadWorker::choose_folder(const std::string& folder) {
  if (auto chosen = choose_models_dir(path_from_utf8(folder)); !chosen)
    events_->push(Failed{chosen.error()});
  show();
}

DownloadWorker::Entry* DownloadWorker::find(DownloadId id) {
  const auto found =
      std::ranges::find_if(entries_, [&](const Entry& entry) { return entry.shown.id == id; });
  return found == entries_.end() ? nullptr : &*found;
}

DownloadWorker::Entry* DownloadWorker::first_waiting() {
  const auto found = std::ranges::find_if(
      entries_, [](const Entry& entry) { return entry.shown.state == DownloadState::kWaiting; });
  return found == entries_.end() ? nullptr : &*found;
}

void DownloadWorker::read_list() {
  const auto file = list_file();
  auto listed = file ? read_downloads(*file) : Result<std::vector<ListedDownload>>();
  if (!listed) {
    writable_ = false;
    events_->push(Failed{listed.error()});
    return;
  }
  for (ListedDownload& each : *listed) {
    const DownloadState state = each.done            ? DownloadState::kDone
                                : each.error.empty() ? DownloadState::kPaused
                                                     : DownloadState::kFailed;
    // Somebody removed it by other means.
    std::error_code unknown;
    if (each.done && !fs::exists(each.files.path, unknown) && !unknown) continue;
    add(std::move(each), state);
  }
}

void DownloadWorker::add(ListedDownload listed, DownloadState state) {
  Entry entry{std::move(listed), {}, false};
  entry.shown.id = ++last_id_;
  entry.shown.state = state;
  describe(entry.listed, entry.shown);
  entries_.push_back(std::move(entry));
}

void DownloadWorker::keep() {
  std::vector<ListedDownload> list;
  for (const Entry& entry : entries_) list.push_back(entry.listed);
  const auto file = list_file();
  const auto kept = file && writable_ ? write_downloads(*file, list) : Result<void>();
  if (!kept) events_->push(Failed{kept.error()});
  show();
}

void DownloadWorker::show() {
  DownloadsListed listed;
  for (const Entry& entry : entries_) listed.downloads.push_back(entry.shown);
  if (const auto folder = models_dir()) {
    listed.folder = folder->string();
    listed.free_space = free_space(*folder).value_or(0);
    listed.own_folder = *folder == own_models_dir().value_or(fs::path());
  }
  events_->push(std::move(listed));
}

void DownloadWorker::bring(Entry& entry) {
  running_ = &entry;
  ending_ = Ending::kNone;
  entry.shown.state = DownloadState::kRunning;
  show();
  const auto model = download(entry);
  running_ = nullptr;
  if (ending_ == Ending::kRemove) {
    throw_away(entry);
  } else if (model) {
    finish(entry, *model);
  } else {
    const bool stopped = closing_ || ending_ == Ending::kPause;
    if (!stopped) entry.listed.error = model.error().message;
    describe(entry.listed, entry.shown);
    entry.shown.state = stopped ? DownloadState::kPaused : DownloadState::kFailed;
    keep();
  }
}

Result<DownloadedModel> DownloadWorker::download(Entry& entry) {
  HttpSettings http;
  http.should_stop = [this] { return is_to_end(); };
  const auto hub = HubClient::from_environment(std::move(http));
  if (!hub) return propagate(hub);
  if (entry.listed.files.files.empty() || std::exchange(entry.ask_again, false)) {
    if (auto found = find_files(entry, *hub); !found) return propagate(found);
    keep();
  }
  DownloadSettings settings;
  settings.http = hub->settings();
  settings.progress = [&](const DownloadProgress& now) {
    entry.shown.bytes = now.bytes;
    entry.shown.total = now.total;
    events_->push(DownloadProgressed{entry.shown.id, now.bytes, now.total, now.bytes_per_second});
  };
  return download_model(entry.listed.files, settings);
}

Result<void> DownloadWorker::find_files(Entry& entry, const HubClient& hub) {
  auto files = files_of_words(entry.listed.source, hub, entry.listed.models, {});
  if (!files) return propagate(files);
  const std::vector<DownloadRequest>& before = entry.listed.files.files;
  if (!std::ranges::equal(before, files->files, {}, &DownloadRequest::target,
                          &DownloadRequest::target)) {
    if (auto gone = canter::throw_away(entry.listed); !gone) return gone;
    entry.listed.from_before = files_there(*files);
  }
  entry.listed.files = std::move(*files);
  describe(entry.listed, entry.shown);
  return {};
}

void DownloadWorker::finish(Entry& entry, const DownloadedModel& model) {
  for (std::size_t i = 0; i < model.files.size(); ++i) {
    entry.listed.files.files[i].bytes = model.files[i].bytes;
    entry.listed.files.files[i].sha256 = model.files[i].sha256;
  }
  entry.listed.done = true;
  entry.listed.from_before.clear();
  describe(entry.listed, entry.shown);
  entry.shown.state = DownloadState::kDone;
  keep();
  listeners_.came(entry.shown.path);
  events_->push(DownloadFinished{entry.shown.title, entry.shown.path});
}

bool DownloadWorker::is_to_end() {
  while (const auto task = closing_ ? std::nullopt : tasks_.try_pop()) handle(*task);
  return closing_ || ending_ != Ending::kNone;
}

}  // namespace canter::engine
