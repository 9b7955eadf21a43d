#include <algorithm>
#include <utility>

#include "base/paths.h"
#include "base/utf8.h"
#include "engine/downloads/download_worker.h"
#include "hub/model_move.h"

namespace canter::engine {
namespace fs = std::filesystem;

bool DownloadWorker::choose_folder(const std::string& folder) {
  const auto chosen = choose_models_dir(path_from_utf8(folder));
  if (!chosen) events_->push(Failed{chosen.error()});
  entries_.show();
  return chosen.has_value();
}

void DownloadWorker::stop_moving() {
  move_wanted_ = false;
  if (moving_) ending_ = Ending::kPause;
}

void DownloadWorker::move_models() {
  const auto models = models_dir();
  if (!models) return;
  const auto is_wanted = [&](const DownloadEntry& entry) {
    return entry.shown.state == DownloadState::kDone && is_movable(entry.listed, *models);
  };
  ModelsMoving progress;
  for (const DownloadEntry& entry : entries_.all())
    if (is_wanted(entry)) progress.total += entry.listed.files.bytes();
  moving_ = true;
  ending_ = Ending::kNone;
  // Whatever is asked for meanwhile may change the list, so that each is looked for anew.
  for (Result<void> moved; moved && !closing_ && ending_ == Ending::kNone;) {
    const auto next = std::ranges::find_if(entries_.all(), is_wanted);
    if (next == entries_.all().end()) break;
    progress.title = next->shown.title;
    const std::uint64_t bytes = next->listed.files.bytes();
    moved = move(*next, *models, progress);
    if (!moved && moved.error().kind != ErrorKind::kInterrupted) progress.error = moved.error();
    if (moved) progress.bytes += bytes;
  }
  moving_ = false;
  progress.ended = true;
  events_->push(std::move(progress));
  entries_.show();
}

Result<void> DownloadWorker::move(DownloadEntry& entry, const fs::path& models,
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
  entry.describe();
  entries_.keep(entry);
  if (!entry.kept && entries_.writable())
    return fail(ErrorKind::kIo, "the list of downloads cannot be kept");
  listeners_.moved(before.files.path.string(), entry.shown.path);
  entries_.forget(before);
  return remove_moved(before, entry.listed);
}

}  // namespace canter::engine
