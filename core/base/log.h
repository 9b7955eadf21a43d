#pragma once

#include <functional>
#include <string_view>

namespace canter {

enum class LogLevel { kDebug, kInfo, kWarning, kError };

/// The core never prints. A program that wants its diagnostics installs a sink, which may be called
/// from any thread at any time. Messages never contain conversation text.
using LogSink = std::function<void(LogLevel, std::string_view message)>;

/// Replaces the sink; an empty function silences the core. Thread safe; once it returns, the old
/// sink is no longer running. Not to be called, nor log(), from inside a sink.
void set_log_sink(LogSink sink);

/// Thread safe; does nothing without a sink.
void log(LogLevel level, std::string_view message);

}  // namespace canter
