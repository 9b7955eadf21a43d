#include "remote/keys.h"

#include <atomic>
#include <map>
#include <mutex>
#include <utility>

#include "base/log.h"

namespace canter::remote {
namespace {

class SessionKeys : public Keys {
 public:
  using Keys::find, Keys::keep;
  Result<std::string> find(const std::string& origin, const ShouldStop&) override {
    const std::lock_guard lock(mutex_);
    const auto found = keys_.find(origin);
    return found == keys_.end() ? std::string() : found->second;
  }
  Result<void> keep(const std::string& origin, const std::string& key, const ShouldStop&) override {
    const std::lock_guard lock(mutex_);
    if (key.empty())
      keys_.erase(origin);
    else
      keys_[origin] = key;
    return {};
  }
  bool lasting() const override { return false; }

 private:
  std::mutex mutex_;
  std::map<std::string, std::string> keys_;
};

/// A keyring that cannot be used holds nobody up: its keys then stay in memory.
class KeysWithFallback : public Keys {
 public:
  explicit KeysWithFallback(std::shared_ptr<Keys> lasting) : keyring_(std::move(lasting)) {}

  Result<std::string> find(const std::string& origin, const ShouldStop& should_stop) override {
    auto known = session_.find(origin);
    if (!known->empty()) return known;
    auto kept = keyring_->find(origin, should_stop);
    if (kept) return kept;
    log(LogLevel::kInfo, kept.error().message);
    return std::string();
  }

  Result<void> keep(const std::string& origin, const std::string& key,
                    const ShouldStop& should_stop) override {
    const auto kept = keyring_->keep(origin, key, should_stop);
    lasting_ = kept.has_value();
    if (kept) return session_.keep(origin, {});
    log(LogLevel::kWarning, kept.error().message);
    return session_.keep(origin, key);
  }

  bool lasting() const override { return lasting_; }

 private:
  std::shared_ptr<Keys> keyring_;
  SessionKeys session_;
  std::atomic<bool> lasting_ = true;
};

}  // namespace

std::shared_ptr<Keys> session_keys() {
  return std::make_shared<SessionKeys>();
}

std::shared_ptr<Keys> keys_in(std::shared_ptr<Keys> lasting) {
  if (!lasting) return session_keys();
  return std::make_shared<KeysWithFallback>(std::move(lasting));
}

}  // namespace canter::remote
