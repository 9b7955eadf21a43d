#include "startup_trace.h"

#include <QQuickWindow>
#include <cstdio>

namespace canter {

void trace_startup(QQuickWindow& window, std::chrono::steady_clock::time_point start) {
  if (qEnvironmentVariableIntValue("CANTER_TRACE_STARTUP") == 0) return;
  QObject::connect(
      &window, &QQuickWindow::frameSwapped, &window,
      [start] {
        const auto passed = std::chrono::steady_clock::now() - start;
        std::fprintf(stderr, "canter: first frame after %lld ms\n",
                     static_cast<long long>(
                         std::chrono::duration_cast<std::chrono::milliseconds>(passed).count()));
      },
      Qt::ConnectionType(Qt::DirectConnection | Qt::SingleShotConnection));
}

}  // namespace canter
