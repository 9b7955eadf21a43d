#pragma once

#include <filesystem>
#include <string>

#include "output.h"

namespace canter::cli {

/// What every command takes, before or after its name.
struct CommonOptions {
  bool json = false;
  bool verbose = false;
  int threads = 0;
  std::string data_dir;  ///< empty: the default
};

Outcome<std::filesystem::path> data_folder(const CommonOptions& options);

/// Is there a conversation database in `folder`? Looking must not create one.
bool has_database(const std::filesystem::path& folder);

}  // namespace canter::cli
