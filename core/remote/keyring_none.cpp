#include "remote/keys.h"

namespace canter::remote {

std::shared_ptr<Keys> keyring_keys() {
  return nullptr;
}

}  // namespace canter::remote
