#include <libsecret/secret.h>

#include <memory>

#include "base/utf8.h"
#include "remote/keys.h"

namespace canter::remote {
namespace {

struct FreeError {
  void operator()(GError* error) const { g_error_free(error); }
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

class LibsecretKeys : public Keys {
 public:
  Result<std::string> find(const std::string& origin) override {
    GError* error = nullptr;
    const std::unique_ptr<char, FreePassword> found(
        secret_password_lookup_sync(schema(), nullptr, &error, "origin", origin.c_str(), nullptr));
    if (error != nullptr) return failure("gives no key", error);
    return found ? std::string(found.get()) : std::string();
  }

  Result<void> keep(const std::string& origin, const std::string& key) override {
    GError* error = nullptr;
    if (key.empty())
      secret_password_clear_sync(schema(), nullptr, &error, "origin", origin.c_str(), nullptr);
    else
      secret_password_store_sync(schema(), SECRET_COLLECTION_DEFAULT,
                                 ("Canter: key for " + origin).c_str(), key.c_str(), nullptr,
                                 &error, "origin", origin.c_str(), nullptr);
    if (error != nullptr) return failure("takes no key", error);
    return {};
  }

  bool lasting() const override { return true; }
};

}  // namespace

std::shared_ptr<Keys> keyring_keys() {
  return std::make_shared<LibsecretKeys>();
}

}  // namespace canter::remote
