#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <variant>

#include "engine/downloads/download_entries.h"
#include "engine/downloads/file_checker.h"
#include "engine/session/download_messages.h"
#include "engine/session/event_queue.h"
#include "engine/session/work_queue.h"
#include "hub/download_list.h"
#include "remote/keys.h"

namespace canter::engine {

/// The thread that downloads models, one after the other. It does nothing until it is asked to:
/// what an earlier run left unfinished is listed as paused. While it downloads it still does what
/// it is asked to. post() is thread safe.
class DownloadWorker {
 public:
  struct Checked {
    DownloadId id = 0;
    Result<void> right;
  };
  using Task = std::variant<ListDownloads, GetModel, PauseDownload, ResumeDownload, RemoveDownload,
                            CheckDownload, ChooseModelsFolder, MoveModels, StopMoving, Checked>;
  /// Called on this thread.
  struct Listeners {
    std::function<void(const std::string& path)> came;
    std::function<void(const std::string& path)> left;
    std::function<void(const std::string& from, const std::string& to)> moved;
  };

  DownloadWorker(EventQueue& events, std::shared_ptr<remote::Keys> keys, Listeners listeners);
  /// What runs is kept, to go on another time.
  ~DownloadWorker();

  void post(Task task) { tasks_.push(std::move(task)); }

 private:
  void run();
  void handle(const Task& task);
  void get(const GetModel& wanted);
  void pause(DownloadId id);
  void resume(DownloadId id);
  void remove(DownloadId id);
  void check(DownloadId id);
  void take(const Checked& checked);
  bool choose_folder(const std::string& folder);
  /// All that may be moved into the models folder, one after the other.
  void move_models();
  Result<void> move(DownloadEntry& entry, const std::filesystem::path& models,
                    const ModelsMoving& progress);
  void stop_moving();

  void bring(DownloadEntry& entry);
  Result<DownloadedModel> download(DownloadEntry& entry);
  Result<void> find_files(DownloadEntry& entry, const HubClient& hub);
  void finish(DownloadEntry& entry, const DownloadedModel& model);
  /// Does what was asked for meanwhile. True when the one that runs is to end.
  bool is_to_end();
  void throw_away(DownloadEntry& entry);

  EventQueue* events_;
  std::shared_ptr<remote::Keys> keys_;
  Listeners listeners_;
  std::atomic<bool> closing_ = false;
  DownloadEntries entries_;
  WorkQueue<Task> tasks_;
  DownloadEntry* running_ = nullptr;
  enum class Ending { kNone, kPause, kRemove } ending_ = Ending::kNone;
  bool move_wanted_ = false;
  bool moving_ = false;
  FileChecker checker_;
  std::thread thread_;
};

}  // namespace canter::engine
