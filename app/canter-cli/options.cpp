#include "options.h"

#include <CLI/CLI.hpp>
#include <system_error>

#include "base/machine.h"
#include "base/paths.h"
#include "base/utf8.h"

namespace canter::cli {
namespace {

constexpr int kMaxThreads = 256;

}  // namespace

void add_common_options(CLI::App& app, CommonOptions& options) {
  options.threads = physical_cores();
  app.add_flag("--json", options.json, "Print one JSON document on standard output");
  app.add_option("--threads", options.threads, "Threads to compute with")
      ->check(CLI::Range(1, kMaxThreads))
      ->option_text("N (default: physical cores)");
  app.add_option("--data-dir", options.data_dir, "Folder of the conversation database")
      ->check([](const std::string& folder) {
        return std::string(folder.empty() ? "the folder's name is empty" : "");
      })
      ->option_text("DIR");
  app.add_flag("--verbose", options.verbose, "Say on standard error what is being done");
  app.set_version_flag("--version", "canter-cli " CANTER_VERSION, "Print the version and leave");
}

CLI::App* add_command(CLI::App& parent, const std::string& name, const std::string& description) {
  CLI::App* command = parent.add_subcommand(name, description);
  command->fallthrough();
  command->footer(
      "--json, --threads, --data-dir and --verbose are explained by canter-cli --help.");
  return command;
}

Outcome<std::filesystem::path> data_folder(const CommonOptions& options) {
  if (!options.data_dir.empty()) return path_from_utf8(options.data_dir);
  Result<std::filesystem::path> folder = default_data_dir();
  if (!folder) return data_failure(folder.error());
  return *folder;
}

bool has_database(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::exists(folder / "canter.db", ignored);
}

}  // namespace canter::cli
