#include <map>

#include "store/rows.h"
#include "store/state.h"
#include "store/text.h"

namespace canter {
namespace {

/// An empty one like it, under another title.
ConversationId add_like(SQLite::Database& database, ConversationId original,
                        std::string_view title) {
  SQLite::Statement add(
      database,
      std::string("INSERT INTO conversations "
                  "(title, created, updated, activity, accelerate, settings, model, folder) "
                  "SELECT ?1, ?2, ?2, (SELECT max(activity) + 1 FROM "
                  "conversations), accelerate, settings, model, folder FROM conversations "
                  "WHERE id = ?3 RETURNING id"));
  add.bind(1, collapse_white_space(title));
  add.bind(2, now());
  add.bind(3, original);
  add.executeStep();
  const ConversationId copy = add.getColumn(0).getInt64();
  add.executeStep();
  return copy;
}

/// `messages` gives ids and parents, oldest first. Returns the copy of each.
std::map<MessageId, MessageId> copy_messages(SQLite::Database& database,
                                             SQLite::Statement& messages, ConversationId copy) {
  std::map<MessageId, MessageId> copies;
  SQLite::Statement insert(
      database,
      "INSERT INTO messages (conversation, parent_id, role, content, status, error, model, "
      "statistics, created, thinking, thinking_ms, model_path, edited) SELECT ?1, ?2, role, "
      "content, CASE status WHEN 'streaming' THEN 'stopped' ELSE status END, error, model, "
      "statistics, created, thinking, thinking_ms, model_path, edited FROM messages WHERE id = ?3 "
      "RETURNING id");
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
  return copies;
}

}  // namespace

Result<Conversation> Store::duplicate_conversation(ConversationId id, std::string_view title) {
  auto text = storable_text(title);
  if (!text) return propagate(text);
  return state_->write("duplicate a conversation", [&]() -> Result<Conversation> {
    auto original = state_->find_conversation(id);
    if (!original) return propagate(original);
    const ConversationId copy = add_like(state_->database, id, *text);
    SQLite::Statement messages(state_->database,
                               "SELECT id, parent_id FROM messages WHERE conversation = ? "
                               "AND trashed IS NULL ORDER BY id");
    messages.bind(1, id);
    const auto copies = copy_messages(state_->database, messages, copy);
    if (original->head) state_->set_head(copy, copies.at(*original->head));
    return state_->find_conversation(copy);
  });
}

Result<Conversation> Store::branch_conversation(MessageId last, std::string_view title) {
  auto text = storable_text(title);
  if (!text) return propagate(text);
  return state_->write("duplicate a conversation", [&]() -> Result<Conversation> {
    auto end = state_->find_message(last);
    if (!end) return propagate(end);
    const ConversationId copy = add_like(state_->database, end->conversation, *text);
    SQLite::Statement messages(state_->database,
                               "WITH RECURSIVE line (id, parent_id) AS ("
                               "SELECT id, parent_id FROM messages WHERE id = ?1 "
                               "UNION ALL SELECT m.id, m.parent_id FROM line "
                               "JOIN messages m ON m.id = line.parent_id AND m.id < line.id) "
                               "SELECT id, parent_id FROM line ORDER BY id");
    messages.bind(1, last);
    const auto copies = copy_messages(state_->database, messages, copy);
    state_->set_head(copy, copies.at(last));
    return state_->find_conversation(copy);
  });
}

}  // namespace canter
