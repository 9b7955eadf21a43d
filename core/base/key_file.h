#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.h"

namespace canter {

/// Whether a header can carry it: printable ASCII without spaces. An empty one can.
bool is_key(std::string_view text);

struct SecretKey {
  std::string text = {};
  bool others_can_read = false;  ///< the file, on systems that tell
};

/// The first line of a file, without blanks around it. kIo when it cannot be read, kUsage when it
/// is empty or no key that a header can carry.
Result<SecretKey> read_key_file(const std::filesystem::path& path);

}  // namespace canter
