#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <optional>
#include <vector>

#include "engine/session/comparison_messages.h"

namespace canter::ui {

/// Earlier comparisons, the newest first.
class ComparisonListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by CompareController")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role {
    kComparison = Qt::UserRole,  ///< its number
    kTitle,
    kDetails,     ///< model and time
    kSpeedup,     ///< `2.3×`
    kFaster,      ///< clearly
    kIdentical,   ///< all answers were
    kPlainCurve,  ///< list of real, as engine::ComparisonSummary has them
    kAcceleratedCurve,
    kShown,  ///< it is the one on the page
  };

  using QAbstractListModel::QAbstractListModel;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return rowCount(); }

  void reset(std::vector<engine::ComparisonSummary> comparisons);
  /// In its place among the others.
  void add(const engine::ComparisonSummary& comparison);
  /// What was taken out; nullopt when it was not there.
  std::optional<engine::ComparisonSummary> take(ComparisonId id);
  void set_shown(ComparisonId id);

 Q_SIGNALS:
  void countChanged();

 private:
  int row_of(ComparisonId id) const;

  std::vector<engine::ComparisonSummary> comparisons_;
  ComparisonId shown_ = 0;
};

}  // namespace canter::ui
