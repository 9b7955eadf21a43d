#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <variant>

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
  struct Entry {
    ListedDownload listed;
    Download shown;
    bool ask_again = false;  ///< the hub, which files belong to it
    bool kept = false;       ///< it is in the list on the disk
  };

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
  Result<void> move(Entry& entry, const std::filesystem::path& models,
                    const ModelsMoving& progress);
  void stop_moving();

  /// What others write of it does not count meanwhile.
  bool is_busy(const Entry& entry) const;
  Entry* find(DownloadId id);
  Entry* first_waiting();
  /// What other programs wrote into the list meanwhile counts for all that is not busy here.
  void read_list();
  void add(ListedDownload listed, DownloadState state);
  /// Writes it down and shows the list.
  void keep(Entry& entry);
  void report(const Result<void>& written);
  void show();

  void bring(Entry& entry);
  Result<DownloadedModel> download(Entry& entry);
  Result<void> find_files(Entry& entry, const HubClient& hub);
  void finish(Entry& entry, const DownloadedModel& model);
  /// Does what was asked for meanwhile. True when the one that runs is to end.
  bool is_to_end();
  void throw_away(Entry& entry);

  EventQueue* events_;
  std::shared_ptr<remote::Keys> keys_;
  Listeners listeners_;
  std::atomic<bool> closing_ = false;
  WorkQueue<Task> tasks_;
  bool writable_ = true;  ///< the list on the disk was understood
  std::list<Entry> entries_;
  DownloadId last_id_ = 0;
  Entry* running_ = nullptr;
  enum class Ending { kNone, kPause, kRemove } ending_ = Ending::kNone;
  bool move_wanted_ = false;
  bool moving_ = false;
  FileChecker checker_;
  std::thread thread_;
};

}  // namespace canter::engine
