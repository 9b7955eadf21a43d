#pragma once

#include <QtQml/qqmlregistration.h>
#include <QHash>
#include <QObject>
#include <QString>
#include <QUrl>
#include <vector>

#include "session/session.h"
#include "sidebar/chat_search.h"
#include "sidebar/conversation_list_model.h"
#include "sidebar/trash_model.h"

namespace canter::ui {

/// The list of conversations and what can be done to each. Deleting moves to the trash, and what
/// was deleted since the program started can be brought back, the last first.
class SidebarController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")
  Q_PROPERTY(canter::ui::ConversationListModel* conversations READ conversations CONSTANT)
  Q_PROPERTY(canter::ui::ChatSearch* search READ search CONSTANT)
  Q_PROPERTY(canter::ui::TrashModel* trash READ trash CONSTANT)
  Q_PROPERTY(bool canUndo READ can_undo NOTIFY undoChanged)
  /// Session::next_deed() of what undo() takes back; 0: nothing.
  Q_PROPERTY(int lastDeed READ last_deed NOTIFY undoChanged)
  /// Title of the conversation that undo() brings back.
  Q_PROPERTY(QString undoTitle READ undo_title NOTIFY undoChanged)

 public:
  explicit SidebarController(Session& session, QObject* parent = nullptr);

  ConversationListModel* conversations() { return &conversations_; }
  ChatSearch* search() { return &search_; }
  TrashModel* trash() { return &trash_; }
  bool can_undo() const { return !deleted_.empty(); }
  int last_deed() const { return deleted_.empty() ? 0 : deleted_.back().deed; }
  QString undo_title() const { return deleted_.empty() ? QString() : deleted_.back().title; }

  Q_INVOKABLE void rename(qint64 id, const QString& title);
  Q_INVOKABLE void remove(qint64 id);
  Q_INVOKABLE void undo();
  Q_INVOKABLE void pin(qint64 id, bool pinned);
  /// The copy is opened.
  Q_INVOKABLE void duplicate(qint64 id);
  /// Asks for a place; exportTo() writes.
  Q_INVOKABLE void exportMarkdown(qint64 id);
  Q_INVOKABLE void exportJson(qint64 id);
  void exportTo(const QUrl& file);

 Q_SIGNALS:
  void undoChanged();
  void removed();
  /// `name` is a suggestion, `filter` as file dialogs have it.
  void exportPlaceWanted(const QString& name, const QString& filter);
  void exported(const QString& file);

 private:
  struct Deleted {
    qint64 id;
    QString title;
    bool was_shown;
    int deed;
  };
  void follow(const engine::Event& event);

  Session& session_;
  ConversationListModel conversations_;
  ChatSearch search_;
  TrashModel trash_;
  engine::ExportConversation export_;  ///< where its place is asked for
  QHash<MessageId, ConversationId> unfinished_;
  std::vector<Deleted> deleted_;
};

}  // namespace canter::ui
