#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "engine/session/download_messages.h"
#include "engine/session/work_queue.h"

namespace canter::engine {

/// Files that hold the same, those that take most first. Files of one length are compared by their
/// SHA-256; names of one file are one file. `go_on` ends the search by false. `known` keeps what
/// was read for the next time.
struct ReadHash {
  std::filesystem::file_time_type changed;
  std::uint64_t bytes = 0;
  std::string sha256;
};
std::vector<DuplicateFiles> find_duplicates(const std::vector<std::filesystem::path>& files,
                                            std::map<std::filesystem::path, ReadHash>& known,
                                            const std::function<bool()>& go_on);

/// The files of a model: all parts of a split one, all weights of a folder.
std::vector<std::filesystem::path> files_of_model(const std::filesystem::path& model);

/// A thread that looks for them, since much is read. What is asked for last counts.
class DuplicateFinder {
 public:
  using Report = std::function<void(DuplicatesFound)>;

  /// `report` is called on that thread.
  explicit DuplicateFinder(Report report);
  /// Gives up what it does.
  ~DuplicateFinder();

  void find(std::vector<std::filesystem::path> files);

 private:
  struct Task {
    std::uint64_t number = 0;
    std::vector<std::filesystem::path> files;
  };

  Report report_;
  std::atomic<bool> closing_ = false;
  std::atomic<std::uint64_t> newest_ = 0;
  WorkQueue<Task> tasks_;
  std::map<std::filesystem::path, ReadHash> known_;
  std::thread thread_;
};

}  // namespace canter::engine
