#include <libsecret/secret.h>

#include <chrono>
#include <future>
#include <memory>

#include "base/utf8.h"
#include "remote/keys.h"

namespace canter::remote {
namespace {

/// How often a wait asks whether to end.
constexpr std::chrono::milliseconds kStopAsked{50};

struct FreeError {
  void operator()(GError* error) const { g_error_free(error); }
};
struct FreeObject {
  void operator()(GCancellable* object) const { g_object_unref(object); }
};
struct FreePassword {
  void operator()(char* password) const { secret_password_free(password); }
};

const SecretSchema* schema() {
  static const SecretSchema described = [] {
    SecretSchema one{};
    one.name = "canter.ServerKey";
    one.flags = SECRET_SCHEMA_NONE;
    one.attributes[0] = {"origin", SECRET_SCHEMA_ATTRIBUTE_STRING};
    return one;
  }();
  return &described;
}

tl::unexpected<Error> failure(const std::string& what, GError* error) {
  const std::unique_ptr<GError, FreeError> owned(error);
  return fail(ErrorKind::kIo,
              "the system's keyring " + what + ": " + to_valid_utf8(error->message));
}

/// What `ask` gives, which waits for the keyring on another thread unless `should_stop` ends that.
template <typename Ask>
auto patiently(const ShouldStop& should_stop, const Ask& ask) {
  const std::unique_ptr<GCancellable, FreeObject> waiting(g_cancellable_new());
  if (!should_stop) return ask(waiting.get());
  auto asked = std::async(std::launch::async, [&] { return ask(waiting.get()); });
  while (asked.wait_for(kStopAsked) != std::future_status::ready)
    if (should_stop()) g_cancellable_cancel(waiting.get());
  return asked.get();
}

class LibsecretKeys : public Keys {
 public:
  Result<std::string> find(const std::string& origin, const ShouldStop& should_stop) override {
    return patiently(should_stop, [&](GCancellable* waiting) -> Result<std::string> {
      GError* error = nullptr;
      const std::unique_ptr<char, FreePassword> found(secret_password_lookup_sync(
          schema(), waiting, &error, "origin", origin.c_str(), nullptr));
      if (error != nullptr) return failure("gives no key", error);
      return found ? std::string(found.get()) : std::string();
    });
  }

  Result<void> keep(const std::string& origin, const std::string& key,
                    const ShouldStop& should_stop) override {
    return patiently(should_stop, [&](GCancellable* waiting) -> Result<void> {
      GError* error = nullptr;
      if (key.empty())
        secret_password_clear_sync(schema(), waiting, &error, "origin", origin.c_str(), nullptr);
      else
        secret_password_store_sync(schema(), SECRET_COLLECTION_DEFAULT,
                                   ("Canter: key for " + origin).c_str(), key.c_str(), waiting,
                                   &error, "origin", origin.c_str(), nullptr);
      if (error != nullptr) return failure("takes no key", error);
      return {};
    });
  }

  bool lasting() const override { return true; }
};

}  // namespace

std::shared_ptr<Keys> keyring_keys() {
  return std::make_shared<LibsecretKeys>();
}

}  // namespace canter::remote
