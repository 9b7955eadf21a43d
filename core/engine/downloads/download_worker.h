#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <list>
#include <optional>
#include <string>
#include <thread>
#include <variant>

#include "engine/downloads/file_checker.h"
#include "engine/session/download_messages.h"
#include "engine/session/event_queue.h"
#include "engine/session/work_queue.h"
#include "hub/download_list.h"
#include "hub/hub_client.h"

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
                            CheckDownload, ChooseModelsFolder, Checked>;
  /// Called on this thread.
  struct Listeners {
    std::function<void(const std::string& path)> came;
    std::function<void(const std::string& path)> left;
  };

  DownloadWorker(EventQueue& events, Listeners listeners);
  /// What runs is kept, to go on another time.
  ~DownloadWorker();

  void post(Task task) { tasks_.push(std::move(task)); }

 private:
  struct Entry {
    ListedDownload listed;
    Download shown;
    bool ask_again = false;  ///< the hub, which files belong to it
  };

  void run();
  void handle(const Task& task);
  void get(const GetModel& wanted);
  void pause(DownloadId id);
  void resume(DownloadId id);
  void remove(DownloadId id);
  void check(DownloadId id);
  void take(const Checked& checked);
  void choose_folder(const std::string& folder);

  Entry* find(DownloadId id);
  Entry* first_waiting();
  void read_list();
  void add(ListedDownload listed, DownloadState state);
  /// Writes the list down and shows it.
  void keep();
  void show();

  void bring(Entry& entry);
  Result<DownloadedModel> download(Entry& entry);
  Result<void> find_files(Entry& entry, const HubClient& hub);
  void finish(Entry& entry, const DownloadedModel& model);
  /// Does what was asked for meanwhile. True when the one that runs is to end.
  bool is_to_end();
  void throw_away(Entry& entry);

  EventQueue* events_;
  Listeners listeners_;
  std::atomic<bool> closing_ = false;
  WorkQueue<Task> tasks_;
  bool read_ = false;
  bool writable_ = true;  ///< the list on the disk was understood
  std::list<Entry> entries_;
  DownloadId last_id_ = 0;
  Entry* running_ = nullptr;
  enum class Ending { kNone, kPause, kRemove } ending_ = Ending::kNone;
  FileChecker checker_;
  std::thread thread_;
};

}  // namespace canter::engine
