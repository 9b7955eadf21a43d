#include "base/log.h"

#include <mutex>
#include <shared_mutex>
#include <utility>

namespace canter {
namespace {

std::shared_mutex sink_mutex;
LogSink current_sink;

}  // namespace

void set_log_sink(LogSink sink) {
  const std::unique_lock lock(sink_mutex);
  std::swap(current_sink, sink);
}

void log(LogLevel level, std::string_view message) {
  // Held during the call, so that a replaced sink is no longer running once its owner goes on.
  const std::shared_lock lock(sink_mutex);
  if (current_sink) current_sink(level, message);
}

}  // namespace canter
