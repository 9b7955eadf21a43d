#include "log_sink.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <QString>

#include "base/log.h"

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

void install_log_sink() {
  auto logger = spdlog::stderr_color_mt("canter");
  logger->set_pattern("%n: %l: %v");
  logger->set_level(qEnvironmentVariable("CANTER_LOG") == QLatin1String("debug")
                        ? spdlog::level::debug
                        : spdlog::level::warn);
  set_log_sink([logger](LogLevel level, std::string_view message) {
    logger->log(level_of(level), spdlog::string_view_t(message.data(), message.size()));
  });
}

}  // namespace canter
