#include "sidebar/sidebar_controller.h"

#include <algorithm>
#include <filesystem>

#include "session/say_again.h"

namespace canter::ui {
namespace {

/// What every file system takes.
QString file_name(const QString& title) {
  QString name;
  for (const QChar c : title) name += c.isLetterOrNumber() || c == u'-' || c == u'_' ? c : u' ';
  name = name.simplified().left(60).trimmed();
  return name.isEmpty() ? QStringLiteral("chat") : name;
}

}  // namespace

SidebarController::SidebarController(Session& session, QObject* parent)
    : QObject(parent),
      session_(session),
      search_(session),
      trash_(session),
      imports_(session),
      printer_(session) {
  connect(&printer_, &ChatPrinter::written, this, &SidebarController::exported);
  connect(&session, &Session::event, this, &SidebarController::follow);
  connect(&session, &Session::languageChanged, this, [this] { say_again(conversations_); });
}

void SidebarController::rename(qint64 id, const QString& title) {
  const QString trimmed = title.simplified();
  if (trimmed.isEmpty() || trimmed == conversations_.title(id)) return;
  session_.post(engine::RenameConversation{id, trimmed.toStdString()});
}

void SidebarController::remove(qint64 id) {
  if (!conversations_.contains(id)) return;
  note_deleted({.title = conversations_.title(id),
                .deed = session_.next_deed(),
                .conversation = id,
                .was_shown = id == session_.current(),
                .folder = {}});
  session_.post(engine::TrashConversation{id});
}

void SidebarController::note_deleted(Deleted deleted) {
  deleted_.push_back(std::move(deleted));
  Q_EMIT undoChanged();
  Q_EMIT removed();
}

void SidebarController::undo() {
  if (deleted_.empty()) return;
  Deleted last = std::move(deleted_.back());
  deleted_.pop_back();
  if (last.folder)
    session_.post(engine::RestoreFolder{*std::move(last.folder)});
  else
    session_.post(engine::RestoreConversation{last.conversation});
  if (last.was_shown && session_.current() == 0) session_.openConversation(last.conversation);
  Q_EMIT undoChanged();
}

void SidebarController::pin(qint64 id, bool pinned) {
  session_.post(engine::PinConversation{id, pinned});
}

void SidebarController::createFolder(qint64 conversation) {
  engine::CreateFolder folder{tr("New folder").toStdString()};
  if (conversation != 0) folder.conversation = conversation;
  session_.post(std::move(folder));
}

void SidebarController::renameFolder(qint64 folder, const QString& name) {
  const QString trimmed = name.simplified();
  if (trimmed.isEmpty() || trimmed == conversations_.folder_name(folder)) return;
  session_.post(engine::RenameFolder{folder, trimmed.toStdString()});
}

void SidebarController::collapseFolder(qint64 folder, bool collapsed) {
  session_.post(engine::CollapseFolder{folder, collapsed});
}

void SidebarController::deleteFolder(qint64 folder) {
  session_.post(engine::DeleteFolder{folder});
}

void SidebarController::move(qint64 conversation, qint64 folder) {
  if (!conversations_.contains(conversation)) return;
  engine::MoveConversation wish{conversation};
  if (folder != 0) wish.folder = folder;
  session_.post(wish);
}

void SidebarController::duplicate(qint64 id) {
  const QString title = tr("%1 (copy)").arg(conversations_.title(id));
  session_.post(engine::DuplicateConversation{id, title.toStdString()});
}

void SidebarController::exportMarkdown(qint64 id) {
  export_ = {id, engine::ExportFormat::kMarkdown, {}};
  export_pdf_ = false;
  Q_EMIT exportPlaceWanted(file_name(conversations_.title(id)) + QStringLiteral(".md"),
                           tr("Markdown (*.md)"));
}

void SidebarController::exportJson(qint64 id) {
  export_ = {id, engine::ExportFormat::kJson, {}};
  export_pdf_ = false;
  Q_EMIT exportPlaceWanted(file_name(conversations_.title(id)) + QStringLiteral(".json"),
                           tr("JSON (*.json)"));
}

void SidebarController::exportPdf(qint64 id) {
  export_ = {id, engine::ExportFormat::kMarkdown, {}};
  export_pdf_ = true;
  Q_EMIT exportPlaceWanted(file_name(conversations_.title(id)) + QStringLiteral(".pdf"),
                           tr("PDF (*.pdf)"));
}

void SidebarController::exportTo(const QUrl& file) {
  if (export_pdf_) return printer_.save_pdf(export_.id, file.toLocalFile());
  export_.path = std::filesystem::path(file.toLocalFile().toStdU16String());
  session_.post(export_);
}

void SidebarController::follow(const engine::Event& event) {
  dispatch(
      event,
      [this](const engine::ConversationsListed& listed) {
        conversations_.reset(listed.conversations);
      },
      [this](const engine::ConversationChanged& changed) {
        conversations_.put(changed.conversation);
      },
      [this](const engine::FoldersListed& listed) {
        conversations_.set_folders(listed.folders);
        if (listed.created) Q_EMIT folderCreated(*listed.created);
      },
      [this](const engine::FolderDeleted& gone) {
        note_deleted({.title = QString::fromStdString(gone.deleted.folder.name),
                      .deed = session_.next_deed(),
                      .conversation = 0,
                      .was_shown = false,
                      .folder = gone.deleted});
      },
      [this](const engine::ConversationDuplicated& copy) {
        session_.openConversation(copy.conversation.id);
      },
      [this](const engine::ConversationExported& done) {
        Q_EMIT exported(QString::fromStdU16String(done.path.u16string()));
      },
      [this](const engine::TurnAdded& added) {
        unfinished_.insert(added.answer.id, added.conversation.id);
        conversations_.put(added.conversation);
        conversations_.set_answering(added.conversation.id, true);
      },
      [this](const engine::AnswerFinished& finished) {
        unfinished_.remove(finished.answer.id);
        const ConversationId id = finished.answer.conversation;
        conversations_.set_answering(id, unfinished_.key(id, 0) != 0);
      });
}

}  // namespace canter::ui
