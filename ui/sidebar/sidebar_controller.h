#pragma once

#include <QtQml/qqmlregistration.h>
#include <QHash>
#include <QObject>
#include <QString>
#include <vector>

#include "session/session.h"
#include "sidebar/conversation_list_model.h"

namespace canter::ui {

/// The list of conversations and what can be done to each. Deleting moves to the trash, and what
/// was deleted since the program started can be brought back, the last first.
class SidebarController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")
  Q_PROPERTY(canter::ui::ConversationListModel* conversations READ conversations CONSTANT)
  Q_PROPERTY(bool canUndo READ can_undo NOTIFY undoChanged)
  /// Title of the conversation that undo() brings back.
  Q_PROPERTY(QString undoTitle READ undo_title NOTIFY undoChanged)

 public:
  explicit SidebarController(Session& session, QObject* parent = nullptr);

  ConversationListModel* conversations() { return &conversations_; }
  bool can_undo() const { return !deleted_.empty(); }
  QString undo_title() const { return deleted_.empty() ? QString() : deleted_.back().title; }

  Q_INVOKABLE void rename(qint64 id, const QString& title);
  Q_INVOKABLE void remove(qint64 id);
  Q_INVOKABLE void undo();

 Q_SIGNALS:
  void undoChanged();
  void removed();

 private:
  struct Deleted {
    qint64 id;
    QString title;
    bool was_shown;
  };
  void follow(const engine::Event& event);

  Session& session_;
  ConversationListModel conversations_;
  QHash<MessageId, ConversationId> unfinished_;
  std::vector<Deleted> deleted_;
};

}  // namespace canter::ui
