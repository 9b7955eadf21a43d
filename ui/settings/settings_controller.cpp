#include "settings/settings_controller.h"

#include <QCoreApplication>
#include <QDate>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <utility>

namespace canter::ui {
namespace {

constexpr int kSettlingMs = 400;

}  // namespace

SettingsController::SettingsController(Session& session, QString data_folder, QObject* parent)
    : QObject(parent), session_(session), data_folder_(std::move(data_folder)) {
  connect(&session, &Session::event, this, &SettingsController::follow);
  connect(&session, &Session::languageChanged, this, &SettingsController::dataSizeChanged);
  settling_.setSingleShot(true);
  settling_.setInterval(kSettlingMs);
  connect(&settling_, &QTimer::timeout, this, &SettingsController::send_wish);
  session.post(engine::ReportEngine{});
  ++awaited_;
}

SettingsController::~SettingsController() {
  if (settling_.isActive()) send_wish();
}

void SettingsController::set_threads(int threads) {
  engine::ComputingSettings wished = wish_;
  wished.threads = threads;
  wish(wished);
}

int SettingsController::cache_bits() const {
  switch (wish_.cache) {
    case engine::CachePrecision::kF16:
      return 16;
    case engine::CachePrecision::kQ8_0:
      return 8;
    case engine::CachePrecision::kF32:
      break;
  }
  return 32;
}

void SettingsController::set_cache_bits(int bits) {
  engine::ComputingSettings wished = wish_;
  wished.cache = bits == 8    ? engine::CachePrecision::kQ8_0
                 : bits == 16 ? engine::CachePrecision::kF16
                              : engine::CachePrecision::kF32;
  wish(wished);
}

void SettingsController::set_context(int tokens) {
  engine::ComputingSettings wished = wish_;
  wished.context = tokens;
  wish(wished);
}

void SettingsController::set_kept_mebibytes(int mebibytes) {
  engine::ComputingSettings wished = wish_;
  wished.kept_mib = mebibytes;
  wish(wished);
}

void SettingsController::set_default_model(const QString& path) {
  if (path == default_model()) return;
  session_.post(engine::ChooseDefaultModel{path.toStdString()});
  ++awaited_;
}

void SettingsController::resetComputing() {
  set_default_model({});
  wish({});
}

void SettingsController::wish(const engine::ComputingSettings& wish) {
  if (!known() || wish == wish_) return;
  wish_ = wish;
  settling_.start();
  Q_EMIT computingChanged();
}

void SettingsController::send_wish() {
  session_.post(engine::ConfigureEngine{wish_});
  ++awaited_;
}

QString SettingsController::data_folder() const {
  return QDir::toNativeSeparators(data_folder_);
}

QString SettingsController::data_size() const {
  qint64 bytes = 0;
  // With what SQLite has not moved into the file yet.
  for (const auto& name : {QStringLiteral("canter.db"), QStringLiteral("canter.db-wal")})
    bytes += QFileInfo(QDir(data_folder_), name).size();
  if (bytes == 0) return {};
  return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString SettingsController::version() const {
  return QCoreApplication::applicationVersion();
}

void SettingsController::openDataFolder() {
  if (!QDesktopServices::openUrl(QUrl::fromLocalFile(data_folder_)))
    session_.fail(tr("No program opens folders here. The folder is %1.").arg(data_folder()));
}

void SettingsController::exportEverything() {
  Q_EMIT saveWanted(
      QStringLiteral("canter-%1.json").arg(QDate::currentDate().toString(Qt::ISODate)),
      tr("JSON (*.json)"));
}

void SettingsController::export_to(const QUrl& file) {
  set_export(Exporting, {});
  session_.post(
      engine::ExportEverything{QDir::toNativeSeparators(file.toLocalFile()).toStdString()});
}

void SettingsController::refresh() {
  Q_EMIT dataSizeChanged();
}

void SettingsController::set_export(ExportState state, const QString& text) {
  export_state_ = state;
  export_text_ = text;
  Q_EMIT exportChanged();
}

void SettingsController::follow(const engine::Event& event) {
  dispatch(
      event,
      [this](const engine::EngineConfigured& configured) {
        engine_ = configured;
        --awaited_;
        if (awaited_ == 0 && !settling_.isActive()) wish_ = configured.wish;
        Q_EMIT computingChanged();
      },
      [this](const engine::EverythingExported& exported) {
        if (exported.error)
          set_export(ExportFailed, QString::fromStdString(exported.error->message));
        else
          set_export(Exported, QString::fromStdString(exported.path));
      });
}

}  // namespace canter::ui
