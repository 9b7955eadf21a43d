#pragma once

#include <QtQml/qqmlregistration.h>
#include <QHash>
#include <QObject>
#include <QString>
#include <QUrl>
#include <optional>
#include <vector>

#include "printing/chat_printer.h"
#include "session/session.h"
#include "sidebar/chat_search.h"
#include "sidebar/conversation_list_model.h"
#include "sidebar/import_controller.h"
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
  Q_PROPERTY(canter::ui::ImportController* imports READ imports CONSTANT)
  Q_PROPERTY(bool canUndo READ can_undo NOTIFY undoChanged)
  /// Session::next_deed() of what undo() takes back; 0: nothing.
  Q_PROPERTY(int lastDeed READ last_deed NOTIFY undoChanged)
  /// Title of the conversation, or name of the folder, that undo() brings back.
  Q_PROPERTY(QString undoTitle READ undo_title NOTIFY undoChanged)
  Q_PROPERTY(bool undoesFolder READ undoes_folder NOTIFY undoChanged)

 public:
  explicit SidebarController(Session& session, QObject* parent = nullptr);

  ConversationListModel* conversations() { return &conversations_; }
  ChatSearch* search() { return &search_; }
  TrashModel* trash() { return &trash_; }
  ImportController* imports() { return &imports_; }
  bool can_undo() const { return !deleted_.empty(); }
  int last_deed() const { return deleted_.empty() ? 0 : deleted_.back().deed; }
  QString undo_title() const { return deleted_.empty() ? QString() : deleted_.back().title; }
  bool undoes_folder() const { return !deleted_.empty() && deleted_.back().folder; }

  Q_INVOKABLE void rename(qint64 id, const QString& title);
  Q_INVOKABLE void remove(qint64 id);
  Q_INVOKABLE void undo();
  Q_INVOKABLE void pin(qint64 id, bool pinned);
  /// Named by folderCreated(); with a conversation, which goes into it.
  Q_INVOKABLE void createFolder(qint64 conversation = 0);
  Q_INVOKABLE void renameFolder(qint64 folder, const QString& name);
  Q_INVOKABLE void collapseFolder(qint64 folder, bool collapsed);
  /// What is in it stays. Can be undone once the core has told of it.
  Q_INVOKABLE void deleteFolder(qint64 folder);
  /// 0: out of the folder that it is in.
  Q_INVOKABLE void move(qint64 conversation, qint64 folder);
  /// The copy is opened.
  Q_INVOKABLE void duplicate(qint64 id);
  /// Asks for a place; exportTo() writes.
  Q_INVOKABLE void exportMarkdown(qint64 id);
  Q_INVOKABLE void exportJson(qint64 id);
  Q_INVOKABLE void exportPdf(qint64 id);
  /// Asks for a printer.
  Q_INVOKABLE void print(qint64 id) { printer_.print(id); }
  void exportTo(const QUrl& file);

 Q_SIGNALS:
  void undoChanged();
  /// By the user, who may want to name it.
  void folderCreated(qint64 folder);
  void removed();
  /// `name` is a suggestion, `filter` as file dialogs have it.
  void exportPlaceWanted(const QString& name, const QString& filter);
  void exported(const QString& file);

 private:
  struct Deleted {
    QString title;
    int deed;
    qint64 conversation;
    bool was_shown;
    std::optional<DeletedFolder> folder;  ///< instead of a conversation
  };
  void note_deleted(Deleted deleted);
  void follow(const engine::Event& event);

  Session& session_;
  ConversationListModel conversations_;
  ChatSearch search_;
  TrashModel trash_;
  ImportController imports_;
  ChatPrinter printer_;
  engine::ExportConversation export_;  ///< where its place is asked for
  bool export_pdf_ = false;            ///< instead of what that says
  QHash<MessageId, ConversationId> unfinished_;
  std::vector<Deleted> deleted_;
};

}  // namespace canter::ui
