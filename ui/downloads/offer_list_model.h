#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QString>
#include <vector>

#include "engine/session/download_messages.h"

namespace canter::ui {

/// Models of the catalogue beside this computer.
class OfferListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by OffersController")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role {
    kSource = Qt::UserRole,
    kTitle,
    kWhy,  ///< it is recommended; empty for the others
    kGoodAt,
    kCannot,
    kFacts,   ///< maker, licence, size and languages in one line
    kSpeed,   ///< expected; empty when it is not known
    kMemory,  ///< what it needs, and what is free when that is less
    kMemoryShort,
  };

  explicit OfferListModel(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return rowCount(); }

  void show(std::vector<Suitability> models, const ComputerFacts& computer);

 Q_SIGNALS:
  void countChanged();

 private:
  std::vector<Suitability> models_;
  ComputerFacts computer_;
};

}  // namespace canter::ui
