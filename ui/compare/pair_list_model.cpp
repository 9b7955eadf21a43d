#include "compare/pair_list_model.h"

#include <algorithm>

#include "session/speed_words.h"

namespace canter::ui {

int PairListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(rows_.size());
}

QVariant PairListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = rows_[std::size_t(index.row())];
  switch (role) {
    case Qt::DisplayRole:
    case kPrompt:
      return row.prompt;
    case kSpeedup:
      return ratio_text(row.speedup);
    case kShare:
      return most_ > 0 ? row.speedup / most_ : 0;
    case kIdentical:
      return row.identical;
    default:
      return {};
  }
}

QHash<int, QByteArray> PairListModel::roleNames() const {
  return {{kPrompt, "prompt"}, {kSpeedup, "speedup"}, {kShare, "share"}, {kIdentical, "identical"}};
}

void PairListModel::clear() {
  show({});
}

void PairListModel::append(const QString& prompt, double speedup, bool identical) {
  beginInsertRows({}, count(), count());
  rows_.push_back({prompt.simplified(), speedup, identical});
  endInsertRows();
  Q_EMIT countChanged();
  if (speedup <= most_) return;
  most_ = speedup;
  Q_EMIT dataChanged(index(0), index(count() - 1), {kShare});
}

void PairListModel::show(const std::vector<engine::ComparedPair>& pairs) {
  beginResetModel();
  rows_.clear();
  most_ = 0;
  for (const engine::ComparedPair& pair : pairs) {
    rows_.push_back(
        {QString::fromStdString(pair.prompt).simplified(), pair.speedup(), !pair.difference});
    most_ = std::max(most_, pair.speedup());
  }
  endResetModel();
  Q_EMIT countChanged();
}

std::vector<double> PairListModel::speedups() const {
  std::vector<double> all;
  for (const Row& row : rows_) all.push_back(row.speedup);
  return all;
}

int PairListModel::identical() const {
  return int(
      std::count_if(rows_.begin(), rows_.end(), [](const Row& row) { return row.identical; }));
}

}  // namespace canter::ui
