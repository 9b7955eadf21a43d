#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QString>
#include <vector>

#include "engine/session/download_messages.h"

namespace canter::ui {

/// What a search of the hub found.
class HubListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by OffersController")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role {
    kRepo = Qt::UserRole,
    kFacts,    ///< family, licence and how often it is downloaded, in one line
    kProblem,  ///< that Canter does not run its family; empty when it does
    kGated,
    /// A map each: `source`, `title`, `format`, `size`, `note`, and `short` where it does not fit.
    kSizes,
  };

  explicit HubListModel(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return rowCount(); }

  void clear();
  void add(const engine::HubOffer& offer);

 Q_SIGNALS:
  void countChanged();

 private:
  std::vector<engine::HubOffer> offers_;
};

}  // namespace canter::ui
