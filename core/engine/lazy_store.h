#pragma once

#include <filesystem>
#include <optional>
#include <utility>

#include "store/store.h"

namespace canter::engine {

/// A thread's own connection, opened when it is first needed and tried again where that failed: the
/// disk may have room again, or the folder may be back.
class LazyStore {
 public:
  explicit LazyStore(std::filesystem::path data_dir) : data_dir_(std::move(data_dir)) {}

  Result<Store*> get() {
    if (!store_) {
      auto opened = Store::open(data_dir_);
      if (!opened) return propagate(opened);
      store_ = std::move(*opened);
    }
    return &*store_;
  }

 private:
  std::filesystem::path data_dir_;
  std::optional<Store> store_;
};

}  // namespace canter::engine
