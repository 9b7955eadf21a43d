#include "downloads/downloads_controller.h"

#include <QDesktopServices>
#include <QDir>
#include <algorithm>

#include "session/size_words.h"

namespace canter::ui {

using engine::Download;
using engine::DownloadState;

DownloadsController::DownloadsController(Session& session, QObject* parent)
    : QObject(parent), session_(session), token_(session), storage_(session) {
  connect(&session, &Session::event, this, &DownloadsController::follow);
  connect(&session, &Session::languageChanged, this, &DownloadsController::show);
}

QString DownloadsController::folder() const {
  return short_folder(QString::fromStdString(listed_.folder));
}

QString DownloadsController::space() const {
  quint64 taken = 0;
  for (const Download& download : listed_.downloads) taken += download.bytes;
  const QString free = listed_.free_space > 0
                           ? tr("%1 of the disk is free").arg(size_text(listed_.free_space))
                           : QString();
  if (taken == 0) return free;
  const QString models = tr("What you got takes %1").arg(size_text(taken));
  return free.isEmpty() ? models : models + QStringLiteral(" · ") + free;
}

QString DownloadsController::running_title() const {
  const Download* one = running();
  return one ? QString::fromStdString(one->title) : QString();
}

QString DownloadsController::running_figure() const {
  return unfinished_.running_figure();
}

double DownloadsController::running_share() const {
  const Download* one = running();
  return one ? share_of(*one) : 0;
}

void DownloadsController::refresh() {
  session_.post(engine::ListDownloads{});
}

void DownloadsController::get(const QString& source, const QString& title) {
  session_.post(engine::GetModel{source.toStdString(), title.toStdString()});
}

void DownloadsController::pause(qint64 id) {
  session_.post(engine::PauseDownload{id});
}

void DownloadsController::resume(qint64 id) {
  session_.post(engine::ResumeDownload{id});
}

void DownloadsController::discard(qint64 id) {
  session_.post(engine::RemoveDownload{id});
}

int DownloadsController::stateOf(const QString& source) const {
  for (const Download& download : listed_.downloads)
    if (download.source == source.toStdString()) return shown_state(download.state);
  return -1;
}

QString DownloadsController::pathOf(const QString& source) const {
  for (const Download& download : listed_.downloads)
    if (download.source == source.toStdString()) return QString::fromStdString(download.path);
  return {};
}

bool DownloadsController::keeps(const QString& path) const {
  return done_at(path) != nullptr;
}

QString DownloadsController::sizeOf(const QString& path) const {
  const Download* model = done_at(path);
  return model ? size_text(model->bytes) : QString();
}

QString DownloadsController::checkText(const QString& path) const {
  const Download* model = done_at(path);
  if (!model) return {};
  if (model->state == DownloadState::kChecking) return tr("Checking the file…");
  return model->checked ? tr("Checked: the file is whole and unchanged") : QString();
}

void DownloadsController::check(const QString& path) {
  if (const Download* model = done_at(path)) session_.post(engine::CheckDownload{model->id});
}

void DownloadsController::removeModel(const QString& path) {
  if (const Download* model = done_at(path)) session_.post(engine::RemoveDownload{model->id});
}

void DownloadsController::chooseFolder(const QUrl& folder) {
  if (folder.isLocalFile())
    session_.post(
        engine::ChooseModelsFolder{QDir::toNativeSeparators(folder.toLocalFile()).toStdString()});
}

void DownloadsController::useOwnFolder() {
  session_.post(engine::ChooseModelsFolder{});
}

void DownloadsController::showFolder() const {
  QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString(listed_.folder)));
}

void DownloadsController::follow(const engine::Event& event) {
  dispatch(
      event,
      [this](const engine::DownloadsListed& listed) {
        listed_ = listed;
        show();
      },
      [this](const engine::DownloadProgressed& progress) {
        for (Download& download : listed_.downloads) {
          if (download.id != progress.id) continue;
          download.bytes = progress.bytes;
          download.total = progress.total;
        }
        unfinished_.show_progress(progress);
        Q_EMIT progressed();
      },
      [this](const engine::DownloadFinished& done) {
        finished_title_ = QString::fromStdString(done.title);
        finished_path_ = QString::fromStdString(done.path);
        Q_EMIT finished();
      });
}

void DownloadsController::show() {
  std::vector<Download> unfinished;
  for (const Download& download : listed_.downloads)
    if (download.state != DownloadState::kDone && download.state != DownloadState::kChecking)
      unfinished.push_back(download);
  unfinished_.show(unfinished);
  ++revision_;
  Q_EMIT changed();
  Q_EMIT progressed();
}

const Download* DownloadsController::running() const {
  const auto found = std::find_if(
      listed_.downloads.begin(), listed_.downloads.end(),
      [](const Download& download) { return download.state == DownloadState::kRunning; });
  return found == listed_.downloads.end() ? nullptr : &*found;
}

const Download* DownloadsController::done_at(const QString& path) const {
  const auto found = std::find_if(
      listed_.downloads.begin(), listed_.downloads.end(), [&](const Download& download) {
        return download.path == path.toStdString() && (download.state == DownloadState::kDone ||
                                                       download.state == DownloadState::kChecking);
      });
  return found == listed_.downloads.end() ? nullptr : &*found;
}

}  // namespace canter::ui
