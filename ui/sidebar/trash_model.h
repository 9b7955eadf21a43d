#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <variant>
#include <vector>

#include "session/session.h"
#include "store/records.h"

namespace canter::ui {

/// The conversations and messages in the trash, what was deleted last first.
class TrashModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by SidebarController")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role {
    kTitle = Qt::UserRole,  ///< of a conversation; of messages, how the first begins
    kOrigin,                ///< of messages: how many, and of which conversation
    kWhen,
  };

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
  /// A conversation, or messages of one that is not in the trash.
  using Row = std::variant<Conversation, TrashedMessages>;
  void show(const engine::TrashListed& listed);
  static Timestamp deleted(const Row& row);

  Session& session_;
  std::vector<Row> rows_;
};

}  // namespace canter::ui
