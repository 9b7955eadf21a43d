#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QString>
#include <vector>

#include "engine/session/comparison_messages.h"

namespace canter::ui {

/// What both ways took, side by side; of several prompts together.
class FiguresModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by CompareController")

 public:
  enum Role {
    kName = Qt::UserRole,
    kPlain,
    kAccelerated,
    kWins,  ///< the accelerated figure is clearly the better one
  };

  using QAbstractListModel::QAbstractListModel;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  void show(const std::vector<engine::ComparedPair>& pairs);

 private:
  struct Row {
    QString name, plain, accelerated;
    bool wins = false;
  };
  std::vector<Row> rows_;
};

}  // namespace canter::ui
