#include "downloads/card_list_model.h"

#include <utility>

namespace canter::ui {

CardListModel::CardListModel(QHash<int, QByteArray> roles, QObject* parent)
    : QAbstractListModel(parent), roles_(std::move(roles)) {
  connect(this, &QAbstractItemModel::modelReset, this, &CardListModel::countChanged);
  connect(this, &QAbstractItemModel::rowsInserted, this, &CardListModel::countChanged);
}

int CardListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : rows();
}

QVariant CardListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
    return {};
  return value(index.row(), role);
}

}  // namespace canter::ui
