#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/error.h"

namespace canter::remote {

/// Asked again and again, on the thread that waits; true gives up.
using ShouldStop = std::function<bool()>;

/// Keys of servers, by ServerAddress::origin. Thread safe. No message holds one.
class Keys {
 public:
  virtual ~Keys() = default;
  /// Empty: none is known.
  virtual Result<std::string> find(const std::string& origin, const ShouldStop& should_stop) = 0;
  Result<std::string> find(const std::string& origin) { return find(origin, {}); }
  /// In place of what was there; an empty one is forgotten.
  virtual Result<void> keep(const std::string& origin, const std::string& key,
                            const ShouldStop& should_stop) = 0;
  Result<void> keep(const std::string& origin, const std::string& key) {
    return keep(origin, key, {});
  }
  /// Whether what was kept last is still there when the program starts again.
  virtual bool lasting() const = 0;
};

/// In memory.
std::shared_ptr<Keys> session_keys();

/// In the system's keyring, where this program was built for one; nullptr otherwise. Its functions
/// fail where none runs, and wait for the user to unlock it.
std::shared_ptr<Keys> keyring_keys();

/// In `lasting`, which may be null, else in memory.
std::shared_ptr<Keys> keys_in(std::shared_ptr<Keys> lasting);

}  // namespace canter::remote
