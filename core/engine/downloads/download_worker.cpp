#include "engine/downloads/download_worker.h"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "base/paths.h"
#include "base/utf8.h"
#include "engine/models/hub_access.h"

namespace canter::engine {
namespace fs = std::filesystem;

DownloadWorker::DownloadWorker(EventQueue& events, std::shared_ptr<remote::Keys> keys,
                               Listeners listeners)
    : events_(&events),
      keys_(std::move(keys)),
      listeners_(std::move(listeners)),
      entries_(events),
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
      else if (DownloadEntry* next = entries_.first_waiting())
        bring(*next);
      else
        break;
    }
  }
}

void DownloadWorker::handle(const Task& task) {
  if (!std::holds_alternative<Checked>(task)) entries_.read(running_);
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
    entries_.show();
}

void DownloadWorker::get(const GetModel& wanted) {
  if (const DownloadEntry* known = entries_.find(wanted.source)) {
    resume(known->shown.id);
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
  entries_.keep(entries_.add(std::move(listed), DownloadState::kWaiting));
}

void DownloadWorker::pause(DownloadId id) {
  DownloadEntry* entry = entries_.find(id);
  if (!entry) return;
  if (entry == running_)
    ending_ = Ending::kPause;
  else if (entry->shown.state == DownloadState::kWaiting)
    entry->shown.state = DownloadState::kPaused;
  entries_.show();
}

void DownloadWorker::resume(DownloadId id) {
  DownloadEntry* entry = entries_.find(id);
  if (!entry || entry == running_ || entry->shown.state == DownloadState::kChecking) return;
  std::error_code unknown;
  if (entry->listed.done && fs::exists(entry->listed.files.path, unknown)) {
    entries_.show();
    return;
  }
  // The hub may have another file by now than the one that failed.
  entry->ask_again = !entry->listed.error.empty();
  entry->listed.done = false;
  entry->listed.error.clear();
  entry->listed.denied = false;
  entry->describe();
  entry->shown.state = DownloadState::kWaiting;
  entries_.keep(*entry);
}

void DownloadWorker::remove(DownloadId id) {
  DownloadEntry* entry = entries_.find(id);
  if (!entry || entry->shown.state == DownloadState::kChecking) return;
  if (entry == running_ && moving_) return;
  if (entry == running_)
    ending_ = Ending::kRemove;
  else
    throw_away(*entry);
}

void DownloadWorker::throw_away(DownloadEntry& entry) {
  if (auto gone = canter::throw_away(entry.listed); !gone) {
    events_->push(Failed{gone.error()});
    entries_.show();
    return;
  }
  if (entry.listed.done) listeners_.left(entry.shown.path);
  entries_.remove(entry);
}

void DownloadWorker::check(DownloadId id) {
  DownloadEntry* entry = entries_.find(id);
  if (!entry || entry == running_ || entry->shown.state != DownloadState::kDone) return;
  entry->shown.state = DownloadState::kChecking;
  entry->shown.checked = false;
  checker_.check(id, entry->listed.files.files);
  entries_.show();
}

void DownloadWorker::take(const Checked& checked) {
  DownloadEntry* entry = entries_.find(checked.id);
  if (!entry) return;
  entry->shown.checked = checked.right.has_value();
  entry->shown.state = checked.right ? DownloadState::kDone : DownloadState::kFailed;
  if (!checked.right) entry->shown.error = entry->listed.error = checked.right.error().message;
  entry->listed.done = checked.right.has_value();
  entries_.keep(*entry);
}

void DownloadWorker::bring(DownloadEntry& entry) {
  running_ = &entry;
  ending_ = Ending::kNone;
  entry.shown.state = DownloadState::kRunning;
  entries_.show();
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
    entry.describe();
    entry.shown.state = stopped ? DownloadState::kPaused : DownloadState::kFailed;
    entries_.keep(entry);
  }
}

Result<DownloadedModel> DownloadWorker::download(DownloadEntry& entry) {
  HttpSettings http;
  http.should_stop = [this] { return is_to_end(); };
  http.denied = [&entry] { entry.listed.denied = true; };
  const auto hub = open_hub(std::move(http), *keys_);
  if (!hub) return propagate(hub);
  if (entry.listed.files.files.empty() || std::exchange(entry.ask_again, false)) {
    if (auto found = find_files(entry, *hub); !found) return propagate(found);
    entries_.keep(entry);
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

Result<void> DownloadWorker::find_files(DownloadEntry& entry, const HubClient& hub) {
  auto files = files_of_words(entry.listed.source, hub, entry.listed.models, {});
  if (!files) return propagate(files);
  const std::vector<DownloadRequest>& before = entry.listed.files.files;
  if (!std::ranges::equal(before, files->files, {}, &DownloadRequest::target,
                          &DownloadRequest::target)) {
    if (auto gone = canter::throw_away(entry.listed); !gone) return gone;
    entry.listed.from_before = files_there(*files);
  }
  entry.listed.files = std::move(*files);
  entry.describe();
  return {};
}

void DownloadWorker::finish(DownloadEntry& entry, const DownloadedModel& model) {
  note_done(model, entry.listed);
  entry.describe();
  entry.shown.state = DownloadState::kDone;
  entries_.keep(entry);
  listeners_.came(entry.shown.path);
  events_->push(DownloadFinished{entry.shown.title, entry.shown.path});
}

bool DownloadWorker::is_to_end() {
  while (const auto task = closing_ ? std::nullopt : tasks_.try_pop()) handle(*task);
  return closing_ || ending_ != Ending::kNone;
}

}  // namespace canter::engine
