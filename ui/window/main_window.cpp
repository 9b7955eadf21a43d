#include "window/main_window.h"

#include <QApplication>
#include <QQuickWindow>
#include <QStyle>

#include "theme/icon_provider.h"
#include "window/interface_font.h"

namespace canter::ui {
namespace {

bool wants_less_motion() {
  if (qEnvironmentVariableIntValue("CANTER_REDUCE_MOTION") != 0) return true;
  return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
}

QStringList all_files() {
  return {MainWindow::tr("All files (*)")};
}

QStringList models_and_all_files() {
  return QStringList{MainWindow::tr("Models (*.gguf)")} + all_files();
}

QStringList prompts_and_all_files() {
  return QStringList{MainWindow::tr("Prompts (*.jsonl)")} + all_files();
}

QStringList chats_and_all_files() {
  return QStringList{MainWindow::tr("Exported chats (*.json *.jsonl)")} + all_files();
}

}  // namespace

MainWindow::MainWindow(const EngineLinkFactory& connect_engine, const WindowOptions& options)
    : model_to_open_(options.model),
      appearance_(options.settings_file, {options.scheme, options.language}, wants_less_motion(),
                  options.translations),
      translation_(options.translations, appearance_.spoken_language()),
      session_(connect_engine),
      model_(session_),
      chat_(session_, model_),
      code_saver_(session_),
      sidebar_(session_),
      tuning_(session_, model_),
      models_(session_, model_),
      downloads_(session_),
      offers_(session_),
      compare_(session_, model_),
      preferences_(session_, options.data_folder),
      server_(session_, options.settings_file),
      settings_(options.settings_file),
      chooser_([] { return tr("Open model"); }, models_and_all_files),
      prompts_chooser_([] { return tr("Prompts to learn from"); }, prompts_and_all_files),
      text_chooser_([] { return tr("Attach a file"); }, all_files),
      import_chooser_([] { return tr("Import chats"); }, chats_and_all_files),
      code_chooser_([] { return tr("Save the code"); }, all_files),
      export_chooser_([] { return tr("Export the chat"); }, all_files),
      compared_prompts_chooser_([] { return tr("Prompts to compare"); }, prompts_and_all_files),
      comparison_saver_([] { return tr("Save the comparison"); }, all_files),
      model_file_chooser_([] { return tr("Add a model"); }, models_and_all_files),
      model_folder_chooser_([] { return tr("Add a model's folder"); }),
      models_folder_chooser_([] { return tr("A folder for models"); }),
      export_saver_([] { return tr("Export everything"); }, all_files) {
  connect_appearance();
  QObject::connect(&chooser_, &FileChooser::chosen, &model_, &ModelStatus::openFile);
  QObject::connect(&file_open_listener_, &FileOpenListener::asked, &session_,
                   [this](const QUrl& file) { open_file(file); });
  QObject::connect(&prompts_chooser_, &FileChooser::chosen, &tuning_,
                   &TuningController::usePromptsFile);
  QObject::connect(sidebar_.search(), &ChatSearch::messageWanted, &chat_,
                   &ChatController::showMessage);
  QObject::connect(&sidebar_, &SidebarController::exportPlaceWanted, &export_chooser_,
                   [this](const QString& name, const QString& filter) {
                     export_chooser_.save(window_, name, filter);
                   });
  QObject::connect(&export_chooser_, &FileChooser::chosen, &sidebar_, &SidebarController::exportTo);
  QObject::connect(&import_chooser_, &FileChooser::chosen, sidebar_.imports(),
                   &ImportController::take_file);
  QObject::connect(&text_chooser_, &FileChooser::chosen, &chat_, &ChatController::attach);
  QObject::connect(chat_.messages(), &MessageListModel::codeSaveWanted, &code_saver_,
                   &CodeSaver::save);
  QObject::connect(&code_saver_, &CodeSaver::placeWanted, &code_chooser_,
                   [this](const QString& name, const QString& filter) {
                     code_chooser_.save(window_, name, filter);
                   });
  QObject::connect(&code_chooser_, &FileChooser::chosen, &code_saver_, &CodeSaver::save_to);
  connect_comparisons();
  for (FileChooser* chooser : {&model_file_chooser_, &model_folder_chooser_})
    QObject::connect(chooser, &FileChooser::chosen, &models_, &ModelsController::addFile);
  QObject::connect(&models_folder_chooser_, &FileChooser::chosen, &downloads_,
                   &DownloadsController::chooseFolder);
  QObject::connect(&preferences_, &SettingsController::saveWanted, &export_saver_,
                   [this](const QString& name, const QString& filter) {
                     export_saver_.save(window_, name, filter);
                   });
  QObject::connect(&export_saver_, &FileChooser::chosen, &preferences_,
                   &SettingsController::export_to);

  qml_.addImageProvider(QStringLiteral("icon"), new IconProvider);
  qml_.addImportPath(QStringLiteral("qrc:/qt/qml"));
  qml_.setInitialProperties(
      {{QStringLiteral("session"), QVariant::fromValue(&session_)},
       {QStringLiteral("model"), QVariant::fromValue(&model_)},
       {QStringLiteral("chat"), QVariant::fromValue(&chat_)},
       {QStringLiteral("sidebar"), QVariant::fromValue(&sidebar_)},
       {QStringLiteral("tuning"), QVariant::fromValue(&tuning_)},
       {QStringLiteral("models"), QVariant::fromValue(&models_)},
       {QStringLiteral("downloads"), QVariant::fromValue(&downloads_)},
       {QStringLiteral("offers"), QVariant::fromValue(&offers_)},
       {QStringLiteral("compare"), QVariant::fromValue(&compare_)},
       {QStringLiteral("preferences"), QVariant::fromValue(&preferences_)},
       {QStringLiteral("server"), QVariant::fromValue(&server_)},
       {QStringLiteral("settings"), QVariant::fromValue(&settings_)},
       {QStringLiteral("chooser"), QVariant::fromValue(&chooser_)},
       {QStringLiteral("promptsChooser"), QVariant::fromValue(&prompts_chooser_)},
       {QStringLiteral("textChooser"), QVariant::fromValue(&text_chooser_)},
       {QStringLiteral("importChooser"), QVariant::fromValue(&import_chooser_)},
       {QStringLiteral("modelFileChooser"), QVariant::fromValue(&model_file_chooser_)},
       {QStringLiteral("modelFolderChooser"), QVariant::fromValue(&model_folder_chooser_)},
       {QStringLiteral("modelsFolderChooser"), QVariant::fromValue(&models_folder_chooser_)},
       {QStringLiteral("appearance"), QVariant::fromValue(&appearance_)}});
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

void MainWindow::connect_appearance() {
  const auto use_font = [this] {
    QApplication::setFont(interface_font(appearance_.text_percent()));
  };
  use_font();
  QObject::connect(&appearance_, &Appearance::changed, &appearance_, use_font);
  QObject::connect(&appearance_, &Appearance::languageChosen, &translation_,
                   [this] { translation_.speak(appearance_.spoken_language()); });
  QObject::connect(&translation_, &Translation::changed, &session_, [this, use_font] {
    use_font();
    qml_.retranslate();
    Q_EMIT session_.languageChanged();
  });
}

void MainWindow::open_file(const QUrl& file) {
  if (first_model_wanted_)
    model_.openFile(file);
  else
    model_to_open_ = file.toLocalFile();
}

void MainWindow::come_up(const QString& model, const QString& token) {
  if (!model.isEmpty() && first_model_wanted_) model_.open(model);
  if (!model.isEmpty() && !first_model_wanted_) model_to_open_ = model;
  if (window_->windowStates() & Qt::WindowMinimized) window_->showNormal();
  // Where Qt's Wayland plugin looks for it.
  if (!token.isEmpty()) qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
  window_->raise();
  window_->requestActivate();
}

void MainWindow::show() {
  settings_.restore(*window_);
  session_.start();
  QObject::connect(
      window_, &QQuickWindow::frameSwapped, &session_,
      [this] {
        first_model_wanted_ = true;
        if (model_to_open_.isEmpty())
          model_.openLast();
        else
          model_.open(model_to_open_);
      },
      Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
  window_->setVisible(true);
}

}  // namespace canter::ui
