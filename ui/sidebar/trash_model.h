#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <vector>

#include "session/session.h"
#include "store/records.h"

namespace canter::ui {

/// The conversations in the trash and what can be done to them.
class TrashModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by SidebarController")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role { kTitle = Qt::UserRole, kWhen };

  explicit TrashModel(Session& session, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return rowCount(); }

  Q_INVOKABLE void restore(int row);
  /// For good. Whoever calls this has asked.
  Q_INVOKABLE void erase(int row);
  Q_INVOKABLE void empty();

 Q_SIGNALS:
  void countChanged();

 private:
  void show(std::vector<Conversation> conversations);

  Session& session_;
  std::vector<Conversation> conversations_;
};

}  // namespace canter::ui
