#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>

namespace canter::ui {

/// What a page shows as cards: rows that come all at once or one by one, and never change.
class CardListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ANONYMOUS
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override { return roles_; }
  int count() const { return rowCount(); }

 Q_SIGNALS:
  void countChanged();

 protected:
  CardListModel(QHash<int, QByteArray> roles, QObject* parent);

  virtual int rows() const = 0;
  /// `row` is one of them.
  virtual QVariant value(int row, int role) const = 0;

 private:
  QHash<int, QByteArray> roles_;
};

}  // namespace canter::ui
