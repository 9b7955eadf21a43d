#include "window/main_window.h"

#include <QApplication>
#include <QFont>
#include <QFontDatabase>
#include <QFontInfo>
#include <QLocale>
#include <QQuickWindow>
#include <QStyle>

#include "theme/icon_provider.h"

namespace canter::ui {
namespace {

constexpr int kTextPixels = 14;

bool wants_less_motion() {
  if (qEnvironmentVariableIntValue("CANTER_REDUCE_MOTION") != 0) return true;
  return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
}

/// The system's. Characters that it lacks come from wherever a Chinese system would take them: left
/// to itself, a system with other settings mixes weights and picks Japanese forms.
QFont interface_font() {
  QFont font = QApplication::font();
  QStringList families{QFontInfo(font).family()};
  for (const auto& family :
       {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
        QStringLiteral("PingFang SC"), QStringLiteral("Microsoft YaHei")}) {
    if (QFontDatabase::hasFamily(family)) families += family;
  }
  if (QLocale().language() == QLocale::Chinese && families.size() > 1) families.removeFirst();
  font.setFamilies(families);
  font.setPixelSize(kTextPixels);
  return font;
}

}  // namespace

MainWindow::MainWindow(const EngineLinkFactory& connect_engine, const WindowOptions& options)
    : model_to_open_(options.model),
      session_(connect_engine),
      model_(session_),
      chat_(session_, model_),
      sidebar_(session_),
      tuning_(session_, model_),
      models_(session_, model_),
      compare_(session_, model_),
      preferences_(session_),
      settings_(options.settings_file),
      chooser_(tr("Open model"), {tr("Models (*.gguf)"), tr("All files (*)")}),
      prompts_chooser_(tr("Prompts to learn from"), {tr("Prompts (*.jsonl)"), tr("All files (*)")}),
      text_chooser_(tr("Attach a text file"), {tr("All files (*)")}),
      export_chooser_(tr("Export the chat"), {tr("All files (*)")}),
      compared_prompts_chooser_(tr("Prompts to compare"),
                                {tr("Prompts (*.jsonl)"), tr("All files (*)")}),
      comparison_saver_(tr("Save the comparison"), {tr("All files (*)")}),
      model_file_chooser_(tr("Add a model"), {tr("Models (*.gguf)"), tr("All files (*)")}),
      model_folder_chooser_(tr("Add a model's folder")) {
  QApplication::setFont(interface_font());
  QObject::connect(&chooser_, &FileChooser::chosen, &model_, &ModelStatus::openFile);
  QObject::connect(&prompts_chooser_, &FileChooser::chosen, &tuning_,
                   &TuningController::usePromptsFile);
  QObject::connect(sidebar_.search(), &ChatSearch::messageWanted, &chat_,
                   &ChatController::showMessage);
  QObject::connect(&sidebar_, &SidebarController::exportPlaceWanted, &export_chooser_,
                   [this](const QString& name, const QString& filter) {
                     export_chooser_.save(window_, name, filter);
                   });
  QObject::connect(&export_chooser_, &FileChooser::chosen, &sidebar_, &SidebarController::exportTo);
  QObject::connect(&text_chooser_, &FileChooser::chosen, &chat_, &ChatController::attach);
  connect_comparisons();
  for (FileChooser* chooser : {&model_file_chooser_, &model_folder_chooser_})
    QObject::connect(chooser, &FileChooser::chosen, &models_, &ModelsController::addFile);

  qml_.addImageProvider(QStringLiteral("icon"), new IconProvider);
  qml_.addImportPath(QStringLiteral("qrc:/qt/qml"));
  qml_.setInitialProperties(
      {{QStringLiteral("session"), QVariant::fromValue(&session_)},
       {QStringLiteral("model"), QVariant::fromValue(&model_)},
       {QStringLiteral("chat"), QVariant::fromValue(&chat_)},
       {QStringLiteral("sidebar"), QVariant::fromValue(&sidebar_)},
       {QStringLiteral("tuning"), QVariant::fromValue(&tuning_)},
       {QStringLiteral("models"), QVariant::fromValue(&models_)},
       {QStringLiteral("compare"), QVariant::fromValue(&compare_)},
       {QStringLiteral("preferences"), QVariant::fromValue(&preferences_)},
       {QStringLiteral("settings"), QVariant::fromValue(&settings_)},
       {QStringLiteral("chooser"), QVariant::fromValue(&chooser_)},
       {QStringLiteral("promptsChooser"), QVariant::fromValue(&prompts_chooser_)},
       {QStringLiteral("textChooser"), QVariant::fromValue(&text_chooser_)},
       {QStringLiteral("modelFileChooser"), QVariant::fromValue(&model_file_chooser_)},
       {QStringLiteral("modelFolderChooser"), QVariant::fromValue(&model_folder_chooser_)},
       {QStringLiteral("scheme"), options.scheme},
       {QStringLiteral("reduceMotion"), wants_less_motion()}});
  qml_.load(QUrl(QStringLiteral("qrc:/qt/qml/Canter/Window/MainWindow.qml")));
  if (!qml_.rootObjects().isEmpty()) {
    window_ = qobject_cast<QQuickWindow*>(qml_.rootObjects().constFirst());
  }
}

MainWindow::~MainWindow() {
  if (window_ != nullptr) settings_.keep(*window_);
}

void MainWindow::connect_comparisons() {
  QObject::connect(&compare_, &CompareController::promptsFileWanted, &compared_prompts_chooser_,
                   [this] { compared_prompts_chooser_.choose(window_); });
  QObject::connect(&compared_prompts_chooser_, &FileChooser::chosen, &compare_,
                   &CompareController::usePromptsFile);
  QObject::connect(&compare_, &CompareController::saveWanted, &comparison_saver_,
                   [this](const QString& name, const QString& filter) {
                     comparison_saver_.save(window_, name, filter);
                   });
  QObject::connect(&comparison_saver_, &FileChooser::chosen, &compare_,
                   &CompareController::save_to);
}

void MainWindow::show() {
  settings_.restore(*window_);
  session_.start();
  QObject::connect(
      window_, &QQuickWindow::frameSwapped, &session_, [this] { model_.open(model_to_open_); },
      Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
  window_->setVisible(true);
}

}  // namespace canter::ui
