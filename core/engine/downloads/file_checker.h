#pragma once

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

#include "base/error.h"
#include "engine/session/download_messages.h"
#include "engine/session/work_queue.h"
#include "hub/download.h"

namespace canter::engine {

/// A thread that compares files with their SHA-256, so that none is held up by it.
class FileChecker {
 public:
  using Report = std::function<void(DownloadId, Result<void>)>;

  /// `report` is called on that thread.
  explicit FileChecker(Report report);
  /// Gives up what it does.
  ~FileChecker();

  void check(DownloadId id, std::vector<DownloadRequest> files) {
    tasks_.push({id, std::move(files)});
  }

 private:
  struct Task {
    DownloadId id = 0;
    std::vector<DownloadRequest> files;
  };

  Result<void> compare(const DownloadRequest& file) const;

  Report report_;
  std::atomic<bool> closing_ = false;
  WorkQueue<Task> tasks_;
  std::thread thread_;
};

}  // namespace canter::engine
