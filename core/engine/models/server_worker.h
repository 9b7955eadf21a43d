#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <variant>

#include "engine/keeping/lazy_store.h"
#include "engine/session/download_messages.h"
#include "engine/session/event_queue.h"
#include "engine/session/server_messages.h"
#include "engine/session/work_queue.h"
#include "remote/keys.h"

namespace canter::engine {

/// The thread that asks servers for their models and keeps what reaches them, so that neither a
/// slow network nor a locked keyring holds anybody up. post() is thread safe.
class ServerWorker {
 public:
  using Task = std::variant<ListServerModels, AddServerModel, AskHubToken, KeepHubToken>;
  /// Puts a model into the list; called on this thread.
  using AddToList = std::function<void(const std::string& source, const std::string& name)>;

  /// All references must outlive the worker.
  ServerWorker(StoreOpener& opener, EventQueue& events, std::shared_ptr<remote::Keys> keys,
               AddToList add_to_list);
  /// A question that waits for its answer is given up.
  ~ServerWorker();

  void post(Task task);

 private:
  void run();
  void handle(const ListServerModels& wanted);
  void handle(const AddServerModel& wanted);
  void handle(const AskHubToken& wanted);
  void handle(const KeepHubToken& wanted);
  Result<std::vector<std::string>> models(const ListServerModels& wanted, Elsewhere& place);
  Result<ServerModelAdded> add(const AddServerModel& wanted);

  EventQueue* events_;
  std::shared_ptr<remote::Keys> keys_;
  AddToList add_to_list_;
  std::atomic<bool> closing_ = false;
  std::atomic<std::uint64_t> newest_ = 0;  ///< request for a list
  LazyStore store_;
  WorkQueue<Task> tasks_;
  std::thread thread_;
};

}  // namespace canter::engine
