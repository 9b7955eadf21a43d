#include "downloads/storage_controller.h"

#include <QDir>
#include <QStringList>
#include <QVariantMap>
#include <algorithm>

#include "session/size_words.h"

namespace canter::ui {

StorageController::StorageController(Session& session, QObject* parent)
    : QObject(parent), session_(session) {
  connect(&session, &Session::event, this, &StorageController::follow);
  connect(&session, &Session::languageChanged, this, &StorageController::changed);
  connect(&session, &Session::languageChanged, this, &StorageController::searchChanged);
}

int StorageController::elsewhere() const {
  const QString folder = QString::fromStdString(listed_.folder) + QDir::separator();
  return int(std::count_if(listed_.downloads.begin(), listed_.downloads.end(),
                           [&](const engine::Download& each) {
                             return each.state == engine::DownloadState::kDone &&
                                    !QString::fromStdString(each.path).startsWith(folder);
                           }));
}

QString StorageController::move_text() const {
  if (move_.error) return QString::fromStdString(move_.error->message);
  if (!moving_) return {};
  return tr("Moving %1: %2 of %3")
      .arg(QString::fromStdString(move_.title), size_text(move_.bytes), size_text(move_.total));
}

double StorageController::move_share() const {
  return move_.total > 0 ? double(move_.bytes) / double(move_.total) : 0;
}

QString StorageController::search_text() const {
  if (!searched_) return {};
  if (duplicates_.empty()) return tr("No file is there twice.");
  quint64 freed = 0;
  for (const engine::DuplicateFiles& each : duplicates_)
    freed += each.bytes * (each.paths.size() - 1);
  return tr("One of each would be enough. That would free %1.").arg(size_text(freed));
}

QVariantList StorageController::duplicates() const {
  QVariantList list;
  for (const engine::DuplicateFiles& each : duplicates_) {
    QStringList paths;
    for (const std::string& path : each.paths) paths += short_folder(QString::fromStdString(path));
    list += QVariantMap{{QStringLiteral("size"), size_text(each.bytes)},
                        {QStringLiteral("paths"), paths.join(u'\n')}};
  }
  return list;
}

void StorageController::moveHere() {
  move_ = {};
  moving_ = true;
  Q_EMIT changed();
  session_.post(engine::MoveModels{listed_.own_folder ? std::string() : listed_.folder});
}

void StorageController::stopMoving() {
  session_.post(engine::StopMoving{});
}

void StorageController::findDuplicates() {
  searching_ = true;
  Q_EMIT searchChanged();
  session_.post(engine::FindDuplicates{});
}

void StorageController::follow(const engine::Event& event) {
  dispatch(
      event,
      [this](const engine::DownloadsListed& listed) {
        listed_ = listed;
        Q_EMIT changed();
      },
      [this](const engine::ModelsMoving& now) {
        move_ = now;
        moving_ = !now.ended;
        Q_EMIT changed();
      },
      [this](const engine::DuplicatesFound& found) {
        duplicates_ = found.files;
        searching_ = !found.ended;
        searched_ = true;
        Q_EMIT searchChanged();
      });
}

}  // namespace canter::ui
