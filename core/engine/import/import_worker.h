#pragma once

#include <atomic>
#include <functional>
#include <thread>

#include "engine/keeping/lazy_store.h"
#include "engine/session/event_queue.h"
#include "engine/session/messages.h"
#include "engine/session/work_queue.h"

namespace canter::engine {

/// The thread that imports chats, each committed for itself, so that a large file holds nobody up.
/// post() is thread safe.
class ImportWorker {
 public:
  using Task = ImportChats;

  /// All references must outlive the worker. `added` is called on its thread when there are new
  /// chats in the database.
  ImportWorker(StoreOpener& opener, EventQueue& events, std::function<void()> added);
  /// Ends after the chat that is being added.
  ~ImportWorker();

  void post(Task task) { tasks_.push(std::move(task)); }

 private:
  void run();
  void handle(const ImportChats& wanted);

  EventQueue* events_;
  std::function<void()> added_;
  std::atomic<bool> closing_ = false;
  LazyStore store_;
  WorkQueue<Task> tasks_;
  std::thread thread_;
};

}  // namespace canter::engine
