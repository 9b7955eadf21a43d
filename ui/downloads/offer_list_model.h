#pragma once

#include <QtQml/qqmlregistration.h>
#include <vector>

#include "downloads/card_list_model.h"
#include "engine/session/download_messages.h"

namespace canter::ui {

/// Models of the catalogue beside this computer.
class OfferListModel : public CardListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by OffersController")

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

  void show(std::vector<Suitability> models, const ComputerFacts& computer);

 protected:
  int rows() const override { return int(models_.size()); }
  QVariant value(int row, int role) const override;

 private:
  std::vector<Suitability> models_;
  ComputerFacts computer_;
};

}  // namespace canter::ui
