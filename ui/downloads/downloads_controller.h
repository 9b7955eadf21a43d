#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QUrl>
#include <vector>

#include "downloads/download_list_model.h"
#include "downloads/hub_token_controller.h"
#include "downloads/storage_controller.h"
#include "session/session.h"

namespace canter::ui {

/// Models that were asked for: those that come, and those that have come.
class DownloadsController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")
  Q_PROPERTY(canter::ui::HubTokenController* token READ token CONSTANT)
  Q_PROPERTY(canter::ui::StorageController* storage READ storage CONSTANT)
  /// Those that are not done.
  Q_PROPERTY(canter::ui::DownloadListModel* unfinished READ unfinished CONSTANT)
  /// Grows with every change of what stateOf() and the like tell.
  Q_PROPERTY(int revision READ revision NOTIFY changed)
  /// Where models go, for people.
  Q_PROPERTY(QString folder READ folder NOTIFY changed)
  /// Nobody chose it.
  Q_PROPERTY(bool ownFolder READ own_folder NOTIFY changed)
  /// What models take of the disk, and what is free.
  Q_PROPERTY(QString space READ space NOTIFY changed)
  /// The one that runs; empty: none does.
  Q_PROPERTY(QString runningTitle READ running_title NOTIFY changed)
  Q_PROPERTY(QString runningFigure READ running_figure NOTIFY progressed)
  /// Of the one that runs, from 0 to 1.
  Q_PROPERTY(double runningShare READ running_share NOTIFY progressed)
  /// The one that was done last.
  Q_PROPERTY(QString finishedTitle READ finished_title NOTIFY finished)
  Q_PROPERTY(QString finishedPath READ finished_path NOTIFY finished)

 public:
  explicit DownloadsController(Session& session, QObject* parent = nullptr);

  HubTokenController* token() { return &token_; }
  StorageController* storage() { return &storage_; }
  DownloadListModel* unfinished() { return &unfinished_; }
  int revision() const { return revision_; }
  QString folder() const;
  bool own_folder() const { return listed_.own_folder; }
  QString space() const;
  QString running_title() const;
  QString running_figure() const;
  double running_share() const;
  QString finished_title() const { return finished_title_; }
  QString finished_path() const { return finished_path_; }

  Q_INVOKABLE void refresh();
  Q_INVOKABLE void get(const QString& source, const QString& title);
  Q_INVOKABLE void pause(qint64 id);
  Q_INVOKABLE void resume(qint64 id);
  Q_INVOKABLE void discard(qint64 id);
  /// A DownloadListModel::State; -1 for what nobody asked for.
  Q_INVOKABLE int stateOf(const QString& source) const;
  /// What to open once it is done.
  Q_INVOKABLE QString pathOf(const QString& source) const;

  /// Has Canter brought the model there?
  Q_INVOKABLE bool keeps(const QString& path) const;
  /// What it takes of the disk.
  Q_INVOKABLE QString sizeOf(const QString& path) const;
  /// How a check of it goes or went, in words; empty when there was none.
  Q_INVOKABLE QString checkText(const QString& path) const;
  Q_INVOKABLE void check(const QString& path);
  /// From the disk, for good.
  Q_INVOKABLE void removeModel(const QString& path);

  Q_INVOKABLE void chooseFolder(const QUrl& folder);
  Q_INVOKABLE void useOwnFolder();
  Q_INVOKABLE void showFolder() const;

 Q_SIGNALS:
  void changed();
  void progressed();
  void finished();

 private:
  void follow(const engine::Event& event);
  void show();
  const engine::Download* running() const;
  const engine::Download* done_at(const QString& path) const;

  Session& session_;
  HubTokenController token_;
  StorageController storage_;
  DownloadListModel unfinished_;
  engine::DownloadsListed listed_;
  int revision_ = 0;
  QString finished_title_;
  QString finished_path_;
};

}  // namespace canter::ui
