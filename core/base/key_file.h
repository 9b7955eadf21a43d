#pragma once

#include <filesystem>
#include <string>

#include "base/error.h"

namespace canter {

struct SecretKey {
  std::string text = {};
  bool others_can_read = false;  ///< the file, on systems that tell
};

/// The first line of a file, without blanks around it. kIo when it cannot be read, kUsage when it
/// is empty or no key that a header can carry.
Result<SecretKey> read_key_file(const std::filesystem::path& path);

}  // namespace canter
