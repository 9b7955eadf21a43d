#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QVariantList>

#include "session/session.h"

namespace canter::ui {

/// Where models lie: moves them into the folder for models, and finds those that are there twice.
class StorageController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by DownloadsController")
  /// How many that Canter brought lie elsewhere.
  Q_PROPERTY(int elsewhere READ elsewhere NOTIFY changed)
  Q_PROPERTY(bool moving READ moving NOTIFY changed)
  /// What is being moved and how much of all is, or why that ended; empty when there is nothing to
  /// say.
  Q_PROPERTY(QString moveText READ move_text NOTIFY changed)
  Q_PROPERTY(bool moveFailed READ move_failed NOTIFY changed)
  Q_PROPERTY(double moveShare READ move_share NOTIFY changed)
  Q_PROPERTY(bool searching READ searching NOTIFY searchChanged)
  /// What the last search came to; empty before one.
  Q_PROPERTY(QString searchText READ search_text NOTIFY searchChanged)
  /// Files that are there more than once: `size` in words and `paths`, one below another.
  Q_PROPERTY(QVariantList duplicates READ duplicates NOTIFY searchChanged)

 public:
  explicit StorageController(Session& session, QObject* parent = nullptr);

  int elsewhere() const;
  bool moving() const { return moving_; }
  QString move_text() const;
  bool move_failed() const { return move_.error.has_value(); }
  double move_share() const;
  bool searching() const { return searching_; }
  QString search_text() const;
  QVariantList duplicates() const;

  Q_INVOKABLE void moveHere();
  Q_INVOKABLE void stopMoving();
  Q_INVOKABLE void findDuplicates();

 Q_SIGNALS:
  void changed();
  void searchChanged();

 private:
  void follow(const engine::Event& event);

  Session& session_;
  engine::DownloadsListed listed_;
  engine::ModelsMoving move_;
  bool moving_ = false;
  std::vector<engine::DuplicateFiles> duplicates_;
  bool searching_ = false;
  bool searched_ = false;
};

}  // namespace canter::ui
