#include "options.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <string_view>
#include <system_error>

#include "base/log.h"
#include "base/machine.h"
#include "base/paths.h"

namespace canter::cli {
namespace {

constexpr int kMaxThreads = 256;

spdlog::level::level_enum level_of(LogLevel level) {
  switch (level) {
    case LogLevel::kDebug:
      return spdlog::level::debug;
    case LogLevel::kInfo:
      return spdlog::level::info;
    case LogLevel::kWarning:
      return spdlog::level::warn;
    case LogLevel::kError:
      return spdlog::level::err;
  }
  return spdlog::level::err;
}

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
  if (!options.data_dir.empty()) return options.data_dir;
  Result<std::filesystem::path> folder = default_data_dir();
  if (!folder) return data_failure(folder.error());
  return *folder;
}

bool has_database(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::exists(folder / "canter.db", ignored);
}

void install_log(bool verbose) {
  const auto logger = std::make_shared<spdlog::logger>(
      "canter-cli", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("canter-cli: %l: %v");
  logger->set_level(verbose ? spdlog::level::debug : spdlog::level::warn);
  logger->flush_on(spdlog::level::debug);
  set_log_sink([logger](LogLevel level, std::string_view message) {
    logger->log(level_of(level), spdlog::string_view_t(message.data(), message.size()));
  });
}

}  // namespace canter::cli
