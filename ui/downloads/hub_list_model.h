#pragma once

#include <QtQml/qqmlregistration.h>
#include <vector>

#include "downloads/card_list_model.h"
#include "engine/session/download_messages.h"

namespace canter::ui {

/// What a search of the hub found.
class HubListModel : public CardListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by OffersController")

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

  void clear();
  void add(const engine::HubOffer& offer);

 protected:
  int rows() const override { return int(offers_.size()); }
  QVariant value(int row, int role) const override;

 private:
  std::vector<engine::HubOffer> offers_;
};

}  // namespace canter::ui
