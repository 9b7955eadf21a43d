#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QSet>
#include <QTimer>
#include <vector>

#include "store/records.h"

namespace canter::ui {

/// The conversations outside the trash: pinned ones, then the one that changed last first.
class ConversationListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by SidebarController")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role {
    kConversation = Qt::UserRole,  ///< its number
    kTitle,                        ///< never empty
    kWhen,                         ///< relative time
    kPinned,
    kSection,    ///< `Pinned`, `Today` and so on
    kAnswering,  ///< an answer is wanted or being given in it
  };

  explicit ConversationListModel(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return rowCount(); }

  void reset(std::vector<Conversation> conversations);
  /// Adds, updates and moves a conversation, or takes it out when it is in the trash.
  void put(const Conversation& conversation);
  void set_answering(ConversationId id, bool answering);

  /// -1 when it is not in the list.
  Q_INVOKABLE int rowOf(qint64 id) const;
  QString title(qint64 id) const;

 Q_SIGNALS:
  void countChanged();

 private:
  int place_of(const Conversation& conversation, int skipping) const;
  void remove(int row);

  std::vector<Conversation> conversations_;
  QSet<ConversationId> answering_;
  QTimer minute_;
};

}  // namespace canter::ui
