#include <QApplication>
#include <QIcon>
#include <chrono>
#include <cstdio>

#include "base/paths.h"
#include "core_link.h"
#include "log_sink.h"
#include "options.h"
#include "startup_trace.h"
#include "window/main_window.h"
#include "window/one_window.h"

namespace canter {
namespace {

constexpr int kInputOutputError = 4;

int run(QApplication& application, const Options& options,
        std::chrono::steady_clock::time_point start) {
  Result<std::filesystem::path> data_dir = options.data_dir;
  if (options.data_dir.empty()) data_dir = default_data_dir();
  if (!data_dir) {
    std::fprintf(stderr, "canter: error: %s\n", data_dir.error().message.c_str());
    return kInputOutputError;
  }

  const QString data_folder = QString::fromStdString(data_dir->string());
  ui::OneWindow one_window(data_folder);
  if (one_window.hand_over(QString::fromStdString(options.model))) return 0;

  const engine::EngineOptions engine_options{*data_dir, options.threads};
  const ui::WindowOptions window_options{
      QString::fromStdString((*data_dir / "window.ini").string()),
      QString::fromStdString(options.theme), QString::fromStdString(options.model),
      QString::fromStdString(options.language), data_folder};
  ui::MainWindow main_window(
      [&](std::function<void()> wake) {
        return std::make_unique<CoreLink>(engine_options, std::move(wake));
      },
      window_options);
  if (main_window.window() == nullptr) {
    std::fprintf(stderr,
                 "canter: error: the window could not be loaded, see above; install the Qt Quick "
                 "module that is missing (on Debian the package is called qml6-module-...)\n");
    return kInputOutputError;
  }
  QObject::connect(
      &one_window, &ui::OneWindow::wanted, &application,
      [&](const QString& model, const QString& token) { main_window.come_up(model, token); });
  one_window.listen();
  trace_startup(*main_window.window(), start);
  main_window.show();
  return application.exec();
}

}  // namespace
}  // namespace canter

int main(int argc, char** argv) {
  const auto start = std::chrono::steady_clock::now();
  const canter::Parsed parsed = canter::parse_options(argc, argv);
  if (parsed.exit_code) return *parsed.exit_code;

  canter::install_log_sink("canter", qEnvironmentVariable("CANTER_LOG") == QLatin1String("debug"));
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("canter"));
  QApplication::setApplicationDisplayName(QStringLiteral("Canter"));
  QApplication::setApplicationVersion(QStringLiteral(CANTER_VERSION));
  QApplication::setDesktopFileName(QStringLiteral("io.github.canter_chat.Canter"));
  QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/io.github.canter_chat.Canter.svg")));
  return canter::run(application, parsed.options, start);
}
