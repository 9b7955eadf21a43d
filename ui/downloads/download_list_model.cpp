#include "downloads/download_list_model.h"

#include <QLocale>
#include <algorithm>

#include "session/size_words.h"

namespace canter::ui {
namespace {

constexpr double kSlowest = 1;  ///< bytes per second of which a time can be told
constexpr double kLongest = 100 * 3600;

QString time_left(double seconds) {
  if (seconds < 90) return DownloadListModel::tr("%1 s left").arg(std::max(1, int(seconds)));
  const QLocale locale;
  if (seconds < 5400) return DownloadListModel::tr("%1 min left").arg(int(seconds / 60 + 0.5));
  return DownloadListModel::tr("%1 h left").arg(locale.toString(seconds / 3600, 'f', 1));
}

}  // namespace

DownloadListModel::State shown_state(engine::DownloadState state) {
  switch (state) {
    case engine::DownloadState::kWaiting:
      return DownloadListModel::Waiting;
    case engine::DownloadState::kRunning:
      return DownloadListModel::Running;
    case engine::DownloadState::kPaused:
      return DownloadListModel::Paused;
    case engine::DownloadState::kFailed:
      return DownloadListModel::Failed;
    case engine::DownloadState::kChecking:
      return DownloadListModel::Checking;
    case engine::DownloadState::kDone:
      break;
  }
  return DownloadListModel::Done;
}

double share_of(const engine::Download& download) {
  return download.total > 0 ? std::min(1.0, double(download.bytes) / double(download.total)) : 0;
}

DownloadListModel::DownloadListModel(QObject* parent) : QAbstractListModel(parent) {}

int DownloadListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(rows_.size());
}

QVariant DownloadListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
    return {};
  const Row& row = rows_[std::size_t(index.row())];
  switch (role) {
    case kId:
      return qint64(row.download.id);
    case Qt::DisplayRole:
    case kTitle:
      return QString::fromStdString(row.download.title);
    case kState:
      return shown_state(row.download.state);
    case kShare:
      return share_of(row.download);
    case kFigures:
      return figures(row).join(QStringLiteral(" · "));
    case kError:
      return QString::fromStdString(row.download.error);
    case kDenied:
      return row.download.denied;
    default:
      return {};
  }
}

QHash<int, QByteArray> DownloadListModel::roleNames() const {
  return {{kId, "downloadId"},   {kTitle, "title"}, {kState, "downloadState"}, {kShare, "share"},
          {kFigures, "figures"}, {kError, "error"}, {kDenied, "denied"}};
}

QStringList DownloadListModel::figures(const Row& row) const {
  const engine::Download& download = row.download;
  QStringList parts;
  if (download.total > 0)
    parts += tr("%1 of %2").arg(size_text(download.bytes), size_text(download.total));
  else if (download.bytes > 0)
    parts += size_text(download.bytes);
  if (download.state == engine::DownloadState::kWaiting) parts += tr("waits for those before it");
  if (download.state == engine::DownloadState::kPaused) parts += tr("paused");
  if (download.state == engine::DownloadState::kRunning && row.bytes_per_second >= kSlowest) {
    parts += tr("%1 per second").arg(size_text(quint64(row.bytes_per_second)));
    const double seconds =
        double(download.total - std::min(download.bytes, download.total)) / row.bytes_per_second;
    if (download.total > 0 && seconds < kLongest) parts += time_left(seconds);
  } else if (download.state == engine::DownloadState::kRunning && parts.isEmpty()) {
    parts += tr("Asking for it…");
  }
  return parts;
}

QString DownloadListModel::running_figure() const {
  for (const Row& row : rows_)
    if (row.download.state == engine::DownloadState::kRunning) return figures(row).last();
  return {};
}

void DownloadListModel::show(const std::vector<engine::Download>& downloads) {
  const auto before = rows_.size();
  for (int row = int(rows_.size()) - 1; row >= 0; --row) {
    const auto same = [&](const engine::Download& each) {
      return each.id == rows_[std::size_t(row)].download.id;
    };
    if (std::any_of(downloads.begin(), downloads.end(), same)) continue;
    beginRemoveRows({}, row, row);
    rows_.erase(rows_.begin() + row);
    endRemoveRows();
  }
  // They keep their order, so those that are here are a part of the list in its order.
  for (int row = 0; row < int(downloads.size()); ++row) {
    const engine::Download& download = downloads[std::size_t(row)];
    if (row < int(rows_.size()) && rows_[std::size_t(row)].download.id == download.id) {
      Row& shown = rows_[std::size_t(row)];
      if (download.state != engine::DownloadState::kRunning) shown.bytes_per_second = 0;
      shown.download = download;
      Q_EMIT dataChanged(index(row), index(row));
    } else {
      beginInsertRows({}, row, row);
      rows_.insert(rows_.begin() + row, Row{download, 0});
      endInsertRows();
    }
  }
  if (rows_.size() != before) Q_EMIT countChanged();
}

void DownloadListModel::show_progress(const engine::DownloadProgressed& progress) {
  for (int row = 0; row < int(rows_.size()); ++row) {
    Row& shown = rows_[std::size_t(row)];
    if (shown.download.id != progress.id) continue;
    shown.download.bytes = progress.bytes;
    shown.download.total = progress.total;
    shown.bytes_per_second = progress.bytes_per_second;
    Q_EMIT dataChanged(index(row), index(row), {kShare, kFigures});
  }
}

}  // namespace canter::ui
