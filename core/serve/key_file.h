#pragma once

#include <filesystem>
#include <string>

#include "base/error.h"

namespace canter::serve {

struct Key {
  std::string text = {};
  bool others_can_read = false;  ///< the file, on systems that tell
};

/// The first line of a file, without blanks around it. kIo when it cannot be read, kUsage when it
/// is empty or no key that a header can carry.
Result<Key> read_key(const std::filesystem::path& path);

}  // namespace canter::serve
