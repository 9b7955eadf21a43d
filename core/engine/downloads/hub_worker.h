#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <thread>
#include <variant>

#include "engine/session/download_messages.h"
#include "engine/session/event_queue.h"
#include "engine/session/work_queue.h"
#include "hub/http.h"
#include "remote/keys.h"

namespace canter::engine {

/// The thread that knows which models could be had: those of the catalogue, and those of the hub,
/// which it asks when it is told to. post() is thread safe.
class HubWorker {
 public:
  using Task = std::variant<ListCatalogue, RefreshCatalogue, SearchHub, ReadHubCard>;

  HubWorker(EventQueue& events, std::shared_ptr<remote::Keys> keys);
  /// A search that runs is given up.
  ~HubWorker();

  void post(Task task) { tasks_.push(std::move(task)); }

 private:
  void run();
  /// A search only replaces the one that waits.
  void take(const Task& task);
  void list_catalogue();
  void refresh();
  void read_card(const ReadHubCard& wanted);
  HttpSettings http();
  void search(const SearchHub& wanted);
  /// True when a newer search waits; lists the catalogue meanwhile if that is asked for.
  bool is_to_end();

  EventQueue* events_;
  std::shared_ptr<remote::Keys> keys_;
  std::atomic<bool> closing_ = false;
  std::optional<double> bandwidth_;  ///< 0: it cannot be measured
  std::optional<SearchHub> wanted_;
  WorkQueue<Task> tasks_;
  std::thread thread_;
};

}  // namespace canter::engine
