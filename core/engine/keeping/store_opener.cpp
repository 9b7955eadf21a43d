#include "engine/keeping/store_opener.h"

#include <utility>

#include "store/repair.h"

namespace canter::engine {

StoreOpener::StoreOpener(std::filesystem::path data_dir, EventQueue& events)
    : data_dir_(std::move(data_dir)), events_(&events) {}

Result<Store> StoreOpener::open() {
  const std::lock_guard lock(mutex_);
  if (!looked_through_) {
    auto repaired = repair_database(data_dir_);
    if (!repaired) return propagate(repaired);
    looked_through_ = true;
    if (*repaired) events_->push(DatabaseRepaired{std::move(**repaired)});
  }
  return Store::open(data_dir_);
}

}  // namespace canter::engine
