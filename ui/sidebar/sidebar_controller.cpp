#include "sidebar/sidebar_controller.h"

namespace canter::ui {

SidebarController::SidebarController(Session& session, QObject* parent)
    : QObject(parent), session_(session) {
  connect(&session, &Session::event, this, &SidebarController::follow);
}

void SidebarController::rename(qint64 id, const QString& title) {
  const QString trimmed = title.simplified();
  if (trimmed.isEmpty() || trimmed == conversations_.title(id)) return;
  session_.post(engine::RenameConversation{id, trimmed.toStdString()});
}

void SidebarController::remove(qint64 id) {
  if (conversations_.rowOf(id) < 0) return;
  deleted_.push_back({id, conversations_.title(id), id == session_.current()});
  session_.post(engine::TrashConversation{id});
  Q_EMIT undoChanged();
  Q_EMIT removed();
}

void SidebarController::undo() {
  if (deleted_.empty()) return;
  const Deleted last = std::move(deleted_.back());
  deleted_.pop_back();
  session_.post(engine::RestoreConversation{last.id});
  if (last.was_shown && session_.current() == 0) session_.openConversation(last.id);
  Q_EMIT undoChanged();
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
