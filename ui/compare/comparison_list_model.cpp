#include "compare/comparison_list_model.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

#include "compare/comparison_words.h"
#include "session/speed_words.h"

namespace canter::ui {
namespace {

QVariant curve(const std::vector<double>& points) {
  return QVariant::fromValue(QList<qreal>(points.begin(), points.end()));
}

}  // namespace

int ComparisonListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(comparisons_.size());
}

QVariant ComparisonListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const engine::ComparisonSummary& each = comparisons_[std::size_t(index.row())];
  switch (role) {
    case kComparison:
      return qint64(each.id);
    case Qt::DisplayRole:
    case kTitle:
      return comparison_title(QString::fromStdString(each.prompt), each.set, each.prompts);
    case kDetails:
      return QStringLiteral("%1 · %2").arg(
          QString::fromStdString(each.model),
          QLocale().toString(QDateTime::fromMSecsSinceEpoch(each.created), QLocale::ShortFormat));
    case kSpeedup:
      return each.speedup > 0 ? ratio_text(each.speedup) : QStringLiteral("–");
    case kFaster:
      return each.speedup > kClearly;
    case kIdentical:
      return each.identical == each.prompts;
    case kPlainCurve:
      return curve(each.plain_curve);
    case kAcceleratedCurve:
      return curve(each.accelerated_curve);
    case kShown:
      return each.id == shown_;
    default:
      return {};
  }
}

QHash<int, QByteArray> ComparisonListModel::roleNames() const {
  return {{kComparison, "comparison"},
          {kTitle, "title"},
          {kDetails, "details"},
          {kSpeedup, "speedup"},
          {kFaster, "faster"},
          {kIdentical, "identical"},
          {kPlainCurve, "plainCurve"},
          {kAcceleratedCurve, "acceleratedCurve"},
          {kShown, "shown"}};
}

void ComparisonListModel::reset(std::vector<engine::ComparisonSummary> comparisons) {
  beginResetModel();
  comparisons_ = std::move(comparisons);
  endResetModel();
  Q_EMIT countChanged();
}

void ComparisonListModel::add(const engine::ComparisonSummary& comparison) {
  const auto place =
      std::find_if(comparisons_.begin(), comparisons_.end(),
                   [&](const engine::ComparisonSummary& each) { return each.id < comparison.id; });
  const int row = int(place - comparisons_.begin());
  beginInsertRows({}, row, row);
  comparisons_.insert(place, comparison);
  endInsertRows();
  Q_EMIT countChanged();
}

std::optional<engine::ComparisonSummary> ComparisonListModel::take(ComparisonId id) {
  const int row = row_of(id);
  if (row < 0) return std::nullopt;
  beginRemoveRows({}, row, row);
  engine::ComparisonSummary taken = std::move(comparisons_[std::size_t(row)]);
  comparisons_.erase(comparisons_.begin() + row);
  endRemoveRows();
  Q_EMIT countChanged();
  return taken;
}

void ComparisonListModel::set_shown(ComparisonId id) {
  const int before = row_of(shown_);
  shown_ = id;
  for (const int row : {before, row_of(id)})
    if (row >= 0) Q_EMIT dataChanged(index(row), index(row), {kShown});
}

int ComparisonListModel::row_of(ComparisonId id) const {
  const auto found =
      std::find_if(comparisons_.begin(), comparisons_.end(),
                   [id](const engine::ComparisonSummary& each) { return each.id == id; });
  return found == comparisons_.end() ? -1 : int(found - comparisons_.begin());
}

}  // namespace canter::ui
