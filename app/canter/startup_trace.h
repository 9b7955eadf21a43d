#pragma once

#include <chrono>

class QQuickWindow;

namespace canter {

/// With `CANTER_TRACE_STARTUP=1` prints on standard error how long after `start` the window's first
/// frame could be seen.
void trace_startup(QQuickWindow& window, std::chrono::steady_clock::time_point start);

}  // namespace canter
