#include "remote/server_model_list.h"

namespace canter::ui {
namespace {

constexpr int kMany = 8;

}  // namespace

int ServerModelList::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(shown_.size());
}

QVariant ServerModelList::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
    return {};
  return role == kName || role == Qt::DisplayRole ? shown_.at(index.row()) : QVariant();
}

QHash<int, QByteArray> ServerModelList::roleNames() const {
  return {{kName, "name"}};
}

bool ServerModelList::many() const {
  return names_.size() > kMany;
}

void ServerModelList::show(const QStringList& names) {
  names_ = names;
  words_.clear();
  filter();
}

void ServerModelList::lookFor(const QString& words) {
  words_ = words.trimmed();
  filter();
}

void ServerModelList::filter() {
  beginResetModel();
  shown_ = names_.filter(words_, Qt::CaseInsensitive);
  endResetModel();
  Q_EMIT countChanged();
}

}  // namespace canter::ui
