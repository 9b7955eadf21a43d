#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "output.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace canter::cli {

/// What every command takes, before or after its name.
struct CommonOptions {
  bool json = false;
  bool verbose = false;
  int threads = 0;
  std::string data_dir;  ///< empty: the default
};

/// Filled by the parser: the options, and what the chosen command does with them.
struct Program {
  CommonOptions options;
  std::function<Outcome<>()> action;
};

void add_common_options(CLI::App& app, CommonOptions& options);

/// A command below `parent` that accepts the common options of its parents too.
CLI::App* add_command(CLI::App& parent, const std::string& name, const std::string& description);

Outcome<std::filesystem::path> data_folder(const CommonOptions& options);

/// Is there a conversation database in `folder`? Looking must not create one.
bool has_database(const std::filesystem::path& folder);

}  // namespace canter::cli
