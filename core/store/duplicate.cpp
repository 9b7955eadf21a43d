#include <map>

#include "store/rows.h"
#include "store/state.h"
#include "store/text.h"

namespace canter {

Result<Conversation> Store::duplicate_conversation(ConversationId id, std::string_view title) {
  auto text = storable_text(title);
  if (!text) return propagate(text);
  return state_->write("duplicate a conversation", [&]() -> Result<Conversation> {
    auto original = state_->find_conversation(id);
    if (!original) return propagate(original);
    SQLite::Statement add(
        state_->database,
        std::string("INSERT INTO conversations "
                    "(title, created, updated, activity, accelerate, settings, model) "
                    "SELECT ?1, ?2, ?2, (SELECT max(activity) + 1 FROM "
                    "conversations), accelerate, settings, model FROM conversations "
                    "WHERE id = ?3 RETURNING id"));
    add.bind(1, collapse_white_space(*text));
    add.bind(2, now());
    add.bind(3, id);
    add.executeStep();
    const ConversationId copy = add.getColumn(0).getInt64();
    add.executeStep();

    SQLite::Statement messages(state_->database,
                               "SELECT id, parent_id FROM messages WHERE conversation = ? "
                               "AND trashed IS NULL ORDER BY id");
    messages.bind(1, id);
    std::map<MessageId, MessageId> copies;
    SQLite::Statement insert(
        state_->database,
        "INSERT INTO messages (conversation, parent_id, role, content, status, error, model, "
        "statistics, created, thinking, thinking_ms, model_path) SELECT ?1, ?2, role, content, "
        "CASE status WHEN 'streaming' THEN 'stopped' ELSE status END, error, model, statistics, "
        "created, thinking, thinking_ms, model_path FROM messages WHERE id = ?3 RETURNING id");
    while (messages.executeStep()) {
      const MessageId message = messages.getColumn(0).getInt64();
      const auto parent = optional_column(messages, 1);
      insert.reset();
      insert.bind(1, copy);
      bind_optional(insert, 2, parent ? std::optional(copies.at(*parent)) : std::nullopt);
      insert.bind(3, message);
      insert.executeStep();
      copies[message] = insert.getColumn(0).getInt64();
      insert.executeStep();
    }
    if (original->head) state_->set_head(copy, copies.at(*original->head));
    return state_->find_conversation(copy);
  });
}

}  // namespace canter
