#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QString>
#include <vector>

#include "engine/session/comparison_messages.h"

namespace canter::ui {

/// The prompts of a set with what each gained.
class PairListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by CompareController")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role {
    kPrompt = Qt::UserRole,  ///< in one line
    kSpeedup,                ///< `2.3×`
    kShare,                  ///< of the largest speed-up, 0 to 1
    kIdentical,
  };

  using QAbstractListModel::QAbstractListModel;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return rowCount(); }

  void clear();
  void append(const QString& prompt, double speedup, bool identical);
  void show(const std::vector<engine::ComparedPair>& pairs);
  std::vector<double> speedups() const;
  int identical() const;

 Q_SIGNALS:
  void countChanged();

 private:
  struct Row {
    QString prompt;
    double speedup = 0;
    bool identical = false;
  };
  std::vector<Row> rows_;
  double most_ = 0;
};

}  // namespace canter::ui
