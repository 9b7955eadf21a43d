#include "log_sink.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

#include "base/log.h"
#include "base/utf8.h"

namespace canter {
namespace {

spdlog::level::level_enum level_of(LogLevel level) {
  switch (level) {
    case LogLevel::kDebug:
      return spdlog::level::debug;
    case LogLevel::kInfo:
      return spdlog::level::info;
    case LogLevel::kWarning:
      return spdlog::level::warn;
    case LogLevel::kError:
      break;
  }
  return spdlog::level::err;
}

}  // namespace

void install_log_sink(const std::string& program, bool verbose) {
  const auto logger =
      std::make_shared<spdlog::logger>(program, std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("%n: %l: %v");
  logger->set_level(verbose ? spdlog::level::debug : spdlog::level::warn);
  logger->flush_on(spdlog::level::debug);
  set_log_sink([logger](LogLevel level, std::string_view message) {
    const std::string line = replace_controls(message, [](unsigned) { return " "; });
    logger->log(level_of(level), spdlog::string_view_t(line.data(), line.size()));
  });
}

}  // namespace canter
