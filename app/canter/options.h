#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace canter {

struct Options {
  std::string model;               ///< empty: the default model, else the one that was open last
  std::filesystem::path data_dir;  ///< empty: the platform's
  int threads = 0;                 ///< 0: physical cores, without one for the window
  std::string theme;               ///< empty: as in the settings
  std::string language;            ///< empty: as in the settings
};

/// What to do, or the exit code when there is nothing left to do (help, version, wrong usage).
struct Parsed {
  Options options;
  std::optional<int> exit_code;
};

/// Needs neither Qt nor a display.
Parsed parse_options(int argc, char** argv);

}  // namespace canter
