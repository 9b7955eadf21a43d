#include "engine/downloads/download_worker.h"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "base/paths.h"
#include "base/utf8.h"
#include "engine/models/hub_access.h"
#include "hub/model_move.h"

namespace canter::engine {
namespace fs = std::filesystem;
namespace {

DownloadState idle_state(const ListedDownload& listed) {
  if (listed.done) return DownloadState::kDone;
  return listed.error.empty() ? DownloadState::kPaused : DownloadState::kFailed;
}

/// What is told of it, with what is on the disk.
void describe(const ListedDownload& listed, Download& shown) {
  shown.source = listed.source;
  shown.title = listed.title;
  shown.path = listed.files.path.string();
  shown.total = listed.files.bytes();
  shown.bytes = bytes_here(listed.files);
  shown.error = listed.error;
  shown.denied = listed.denied;
}

}  // namespace

DownloadWorker::DownloadWorker(EventQueue& events, std::shared_ptr<remote::Keys> keys,
                               Listeners listeners)
    : events_(&events),
      keys_(std::move(keys)),
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
    while (!closing_) {
      if (std::exchange(move_wanted_, false))
        move_models();
      else if (Entry* next = first_waiting())
        bring(*next);
      else
        break;
    }
  }
}

void DownloadWorker::handle(const Task& task) {
  if (!std::holds_alternative<Checked>(task)) read_list();
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
  else if (const auto* place = std::get_if<MoveModels>(&task))
    move_wanted_ = choose_folder(place->folder);
  else if (std::holds_alternative<StopMoving>(task))
    stop_moving();
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
  keep(entries_.back());
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
  entry->listed.denied = false;
  describe(entry->listed, entry->shown);
  entry->shown.state = DownloadState::kWaiting;
  keep(*entry);
}

void DownloadWorker::remove(DownloadId id) {
  Entry* entry = find(id);
  if (!entry || entry->shown.state == DownloadState::kChecking) return;
  if (entry == running_ && moving_) return;
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
  const auto file = downloads_file();
  if (file && writable_) report(forget_download(*file, entry.listed));
  entries_.remove_if([&](const Entry& each) { return &each == &entry; });
  show();
}

void DownloadWorker::check(DownloadId id) {
  Entry* entry = find(id);
  if (!entry || entry == running_ || entry->shown.state != DownloadState::kDone) return;
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
  keep(*entry);
}

bool DownloadWorker::choose_folder(const std::string& folder) {
  const auto chosen = choose_models_dir(path_from_utf8(folder));
  if (!chosen) events_->push(Failed{chosen.error()});
  show();
  return chosen.has_value();
}

void DownloadWorker::stop_moving() {
  move_wanted_ = false;
  if (moving_) ending_ = Ending::kPause;
}

void DownloadWorker::move_models() {
  const auto models = models_dir();
  if (!models) return;
  const auto is_wanted = [&](const Entry& entry) {
    return entry.shown.state == DownloadState::kDone && is_movable(entry.listed, *models);
  };
  ModelsMoving progress;
  for (const Entry& entry : entries_)
    if (is_wanted(entry)) progress.total += entry.listed.files.bytes();
  moving_ = true;
  ending_ = Ending::kNone;
  // Whatever is asked for meanwhile may change the list, so that each is looked for anew.
  for (Result<void> moved; moved && !closing_ && ending_ == Ending::kNone;) {
    const auto next = std::ranges::find_if(entries_, is_wanted);
    if (next == entries_.end()) break;
    progress.title = next->shown.title;
    const std::uint64_t bytes = next->listed.files.bytes();
    moved = move(*next, *models, progress);
    if (!moved && moved.error().kind != ErrorKind::kInterrupted) progress.error = moved.error();
    if (moved) progress.bytes += bytes;
  }
  moving_ = false;
  progress.ended = true;
  events_->push(std::move(progress));
  show();
}

Result<void> DownloadWorker::move(Entry& entry, const fs::path& models,
                                  const ModelsMoving& progress) {
  running_ = &entry;
  const auto moved = move_model(entry.listed, models, [&](std::uint64_t bytes) {
    ModelsMoving now = progress;
    now.bytes += bytes;
    events_->push(std::move(now));
    return !is_to_end();
  });
  running_ = nullptr;
  if (!moved) return propagate(moved);
  const ListedDownload before = std::exchange(entry.listed, *moved);
  describe(entry.listed, entry.shown);
  keep(entry);
  if (!entry.kept && writable_) return fail(ErrorKind::kIo, "the list of downloads cannot be kept");
  listeners_.moved(before.files.path.string(), entry.shown.path);
  const auto file = downloads_file();
  if (file && writable_) report(forget_download(*file, before));
  return remove_moved(before, entry.listed);
}

bool DownloadWorker::is_busy(const Entry& entry) const {
  const DownloadState state = entry.shown.state;
  return &entry == running_ || state == DownloadState::kWaiting ||
         state == DownloadState::kChecking;
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
  entries_.remove_if([&](const Entry& entry) {
    return entry.kept && !is_busy(entry) &&
           std::ranges::none_of(
               *listed, [&](const ListedDownload& each) { return each.same_wish(entry.listed); });
  });
  for (ListedDownload& each : *listed) {
    const auto known = std::ranges::find_if(
        entries_, [&](const Entry& entry) { return entry.listed.same_wish(each); });
    const DownloadState state = idle_state(each);
    if (known == entries_.end()) {
      add(std::move(each), state);
      entries_.back().kept = true;
    } else if (!is_busy(*known)) {
      known->listed = std::move(each);
      known->shown.state = state;
      describe(known->listed, known->shown);
    }
  }
}

void DownloadWorker::add(ListedDownload listed, DownloadState state) {
  Entry entry{std::move(listed), {}};
  entry.shown.id = ++last_id_;
  entry.shown.state = state;
  describe(entry.listed, entry.shown);
  entries_.push_back(std::move(entry));
}

void DownloadWorker::keep(Entry& entry) {
  const auto file = downloads_file();
  if (file && writable_) {
    const auto written = keep_download(*file, entry.listed);
    entry.kept = written.has_value();
    report(written);
  }
  show();
}

void DownloadWorker::report(const Result<void>& written) {
  if (!written) events_->push(Failed{written.error()});
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
    entry.listed.denied = entry.listed.denied && !stopped;
    describe(entry.listed, entry.shown);
    entry.shown.state = stopped ? DownloadState::kPaused : DownloadState::kFailed;
    keep(entry);
  }
}

Result<DownloadedModel> DownloadWorker::download(Entry& entry) {
  HttpSettings http;
  http.should_stop = [this] { return is_to_end(); };
  http.denied = [&entry] { entry.listed.denied = true; };
  const auto hub = open_hub(std::move(http), *keys_);
  if (!hub) return propagate(hub);
  if (entry.listed.files.files.empty() || std::exchange(entry.ask_again, false)) {
    if (auto found = find_files(entry, *hub); !found) return propagate(found);
    keep(entry);
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
  note_done(model, entry.listed);
  describe(entry.listed, entry.shown);
  entry.shown.state = DownloadState::kDone;
  keep(entry);
  listeners_.came(entry.shown.path);
  events_->push(DownloadFinished{entry.shown.title, entry.shown.path});
}

bool DownloadWorker::is_to_end() {
  while (const auto task = closing_ ? std::nullopt : tasks_.try_pop()) handle(*task);
  return closing_ || ending_ != Ending::kNone;
}

}  // namespace canter::engine
