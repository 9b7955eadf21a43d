#pragma once

#include <optional>
#include <utility>

#include "engine/keeping/store_opener.h"

namespace canter::engine {

/// A thread's own connection, opened when it is first needed and tried again where that failed: the
/// disk may have room again, or the folder may be back.
class LazyStore {
 public:
  /// `opener` must outlive it.
  explicit LazyStore(StoreOpener& opener) : opener_(&opener) {}

  Result<Store*> get() {
    if (!store_) {
      auto opened = opener_->open();
      if (!opened) return propagate(opened);
      store_ = std::move(*opened);
    }
    return &*store_;
  }

 private:
  StoreOpener* opener_;
  std::optional<Store> store_;
};

}  // namespace canter::engine
