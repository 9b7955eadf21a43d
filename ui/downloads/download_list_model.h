#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QString>
#include <QStringList>
#include <vector>

#include "engine/session/download_messages.h"

namespace canter::ui {

/// Downloads that are not done, in the order in which they come.
class DownloadListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by DownloadsController")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role {
    kId = Qt::UserRole,
    kTitle,
    kState,
    kShare,    ///< from 0 to 1
    kFigures,  ///< how much of how much is here, how fast it comes and how long that takes
    kError,
    kDenied,  ///< it wants an access token, or another one
  };
  enum State { Waiting, Running, Paused, Failed, Checking, Done };
  Q_ENUM(State)

  explicit DownloadListModel(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return rowCount(); }

  /// Rows that stay keep their delegates.
  void show(const std::vector<engine::Download>& downloads);
  /// The one of its figures that tells most of what runs; empty when nothing does.
  QString running_figure() const;
  void show_progress(const engine::DownloadProgressed& progress);

 Q_SIGNALS:
  void countChanged();

 private:
  struct Row {
    engine::Download download;
    double bytes_per_second = 0;
  };

  QStringList figures(const Row& row) const;

  std::vector<Row> rows_;
};

DownloadListModel::State shown_state(engine::DownloadState state);
/// Of what is here, from 0 to 1.
double share_of(const engine::Download& download);

}  // namespace canter::ui
