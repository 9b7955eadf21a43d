#pragma once

#include <filesystem>
#include <mutex>

#include "engine/session/event_queue.h"
#include "store/store.h"

namespace canter::engine {

/// Opens the connections of the engine's threads. Whoever comes first has the database looked
/// through for damage, and repaired, while the others wait; what came of it is an event. Thread
/// safe.
class StoreOpener {
 public:
  /// `events` must outlive it.
  StoreOpener(std::filesystem::path data_dir, EventQueue& events);

  Result<Store> open();

 private:
  std::filesystem::path data_dir_;
  EventQueue* events_;
  std::mutex mutex_;
  bool looked_through_ = false;
};

}  // namespace canter::engine
