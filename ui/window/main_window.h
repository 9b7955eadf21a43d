#pragma once

#include <QCoreApplication>
#include <QQmlApplicationEngine>
#include <QString>

#include "chat/chat_controller.h"
#include "chat/code_saver.h"
#include "compare/compare_controller.h"
#include "downloads/downloads_controller.h"
#include "downloads/offers_controller.h"
#include "models/models_controller.h"
#include "session/model_status.h"
#include "session/session.h"
#include "settings/appearance.h"
#include "settings/server_controller.h"
#include "settings/settings_controller.h"
#include "settings/translation.h"
#include "sidebar/sidebar_controller.h"
#include "tuning/tuning_controller.h"
#include "window/file_chooser.h"
#include "window/file_open_listener.h"
#include "window/window_settings.h"

class QQuickWindow;

namespace canter::ui {

struct WindowOptions {
  QString settings_file;
  QString scheme;         ///< `light`, `dark` or `system`; empty: as chosen in the settings
  QString model;          ///< what to open first
  QString language = {};  ///< a locale's name; empty: as chosen in the settings
  QString data_folder = {};
  QString translations = QStringLiteral(":/i18n");  ///< folder of canter_<locale>.qm
};

/// The window with everything behind it but the engine. Needs a QApplication.
class MainWindow {
  Q_DECLARE_TR_FUNCTIONS(MainWindow)

 public:
  MainWindow(const EngineLinkFactory& connect_engine, const WindowOptions& options);
  ~MainWindow();
  MainWindow(const MainWindow&) = delete;
  MainWindow& operator=(const MainWindow&) = delete;

  /// Nothing when the window's files could not be loaded; Qt has said why on standard error.
  QQuickWindow* window() const { return window_; }
  /// The model is opened as soon as the first frame can be seen; a file that the system asked for
  /// until then takes its place.
  void show();
  /// The user started the program again. `model`: to be opened; empty: none. `token`: by which the
  /// desktop lets the window come up.
  void come_up(const QString& model, const QString& token);

 private:
  void connect_comparisons();
  void connect_appearance();
  void open_file(const QUrl& file);

  QString model_to_open_;
  bool first_model_wanted_ = false;
  FileOpenListener file_open_listener_;
  Appearance appearance_;
  Translation translation_;
  Session session_;
  ModelStatus model_;
  ChatController chat_;
  CodeSaver code_saver_;
  SidebarController sidebar_;
  TuningController tuning_;
  ModelsController models_;
  DownloadsController downloads_;
  OffersController offers_;
  CompareController compare_;
  SettingsController preferences_;
  ServerController server_;
  WindowSettings settings_;
  FileChooser chooser_;
  FileChooser prompts_chooser_;
  FileChooser text_chooser_;
  FileChooser import_chooser_;
  FileChooser code_chooser_;
  FileChooser export_chooser_;
  FileChooser compared_prompts_chooser_;
  FileChooser comparison_saver_;
  FileChooser model_file_chooser_;
  FileChooser model_folder_chooser_;
  FileChooser models_folder_chooser_;
  FileChooser export_saver_;
  QQmlApplicationEngine qml_;
  QQuickWindow* window_ = nullptr;
};

}  // namespace canter::ui
