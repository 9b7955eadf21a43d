#include "store/rows.h"
#include "store/state.h"

namespace canter {

Result<void> Store::State::erase_conversation(ConversationId id) {
  SQLite::Statement streaming(database,
                              "SELECT 1 FROM messages WHERE conversation = ? AND "
                              "status = 'streaming'");
  streaming.bind(1, id);
  if (streaming.executeStep())
    return fail(ErrorKind::kUsage, "an answer of this chat is still being written; stop it first");
  set_head(id, std::nullopt);
  for (const char* sql :
       {"DELETE FROM messages WHERE conversation = ?", "DELETE FROM conversations WHERE id = ?"}) {
    SQLite::Statement erase(database, sql);
    erase.bind(1, id);
    erase.exec();
  }
  return {};
}

Result<void> Store::delete_conversation(ConversationId id) {
  return state_->write("delete a conversation", [&]() -> Result<void> {
    auto conversation = state_->find_conversation(id);
    if (!conversation) return propagate(conversation);
    if (!conversation->trashed)
      return fail(ErrorKind::kUsage, "conversation " + std::to_string(id) +
                                         " is not in the trash; move it there first");
    return state_->erase_conversation(id);
  });
}

Result<void> Store::empty_trash() {
  return state_->write("empty the trash", [&]() -> Result<void> {
    for (const Conversation& trashed : state_->list_conversations(true))
      if (auto erased = state_->erase_conversation(trashed.id); !erased) return erased;
    // What is below a deleted message is deleted, too.
    state_->database.exec("DELETE FROM messages WHERE trashed IS NOT NULL");
    return {};
  });
}

}  // namespace canter
