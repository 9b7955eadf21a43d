#include "base/utf8.h"
#include "store/rows.h"
#include "store/state.h"
#include "store/text.h"

namespace canter {
namespace {

std::vector<Message> read_all(SQLite::Statement& query) {
  std::vector<Message> found;
  while (query.executeStep()) found.push_back(read_message(query));
  return found;
}

}  // namespace

Result<Message> Store::State::find_message(MessageId id) {
  SQLite::Statement query(database,
                          std::string("SELECT ") + kMessageColumns + " FROM messages WHERE id = ?");
  query.bind(1, id);
  if (!query.executeStep()) return fail_missing("message", id);
  return read_message(query);
}

Result<Message> Store::State::insert_message(const Message& message) {
  auto conversation = find_conversation(message.conversation);
  if (!conversation) return propagate(conversation);
  if (message.parent) {
    auto parent = find_message(*message.parent);
    if (!parent) return propagate(parent);
    if (parent->conversation != message.conversation) {
      return fail(ErrorKind::kUsage,
                  "message " + std::to_string(*message.parent) + " is not part of conversation " +
                      std::to_string(message.conversation) + "; answer one of its own messages");
    }
    if (parent->trashed)
      return fail(ErrorKind::kUsage, "message " + std::to_string(*message.parent) +
                                         " was deleted; restore it to go on below it");
  }
  auto content = storable_text(message.content);
  if (!content) return propagate(content);
  auto thinking = storable_text(message.thinking);
  if (!thinking) return propagate(thinking);
  if (!message.statistics.empty() && !is_json_object(message.statistics)) {
    return fail(ErrorKind::kUsage, "a message's statistics are no JSON object; pass one");
  }

  SQLite::Statement insert(
      database, std::string("INSERT INTO messages (conversation, parent_id, role, content, status, "
                            "owner, error, model, statistics, created, thinking, thinking_ms, "
                            "model_path, edited) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING ") +
                    kMessageColumns);
  insert.bind(1, message.conversation);
  bind_optional(insert, 2, message.parent);
  insert.bind(3, role_name(message.role));
  insert.bind(4, *content);
  insert.bind(5, status_name(message.status));
  if (message.status == MessageStatus::kStreaming) insert.bind(6, session->token());
  insert.bind(7, to_valid_utf8(message.error));
  insert.bind(8, to_valid_utf8(message.model));
  insert.bind(9, message.statistics);
  insert.bind(10, now());
  insert.bind(11, *thinking);
  insert.bind(12, message.thinking_ms);
  insert.bind(13, message.model_path);
  insert.bind(14, message.edited ? 1 : 0);
  insert.executeStep();
  Message added = read_message(insert);
  insert.executeStep();

  set_head(added.conversation, added.id);
  if (conversation->title.empty() && message.role == MessageRole::kUser) {
    SQLite::Statement name(database, "UPDATE conversations SET title = ? WHERE id = ?");
    name.bind(1, title_from_text(*content));
    name.bind(2, added.conversation);
    name.exec();
  }
  touch(added.conversation);
  return added;
}

void Store::State::set_head(ConversationId conversation, std::optional<MessageId> head) {
  SQLite::Statement update(database, "UPDATE conversations SET head = ? WHERE id = ?");
  bind_optional(update, 1, head);
  update.bind(2, conversation);
  update.exec();
}

Result<Message> Store::add_message(const Message& message) {
  return state_->write("save a message", [&] { return state_->insert_message(message); });
}

Result<Message> Store::message(MessageId id) {
  return state_->read("read a message", [&] { return state_->find_message(id); });
}

Result<std::vector<Message>> Store::branch(MessageId leaf) {
  return state_->read("read a conversation", [&]() -> Result<std::vector<Message>> {
    // Going to ever older messages ends even in a damaged tree.
    SQLite::Statement query(state_->database,
                            std::string("WITH RECURSIVE line (id, parent_id) AS ("
                                        "SELECT id, parent_id FROM messages WHERE id = ?1 "
                                        "UNION ALL SELECT m.id, m.parent_id FROM line "
                                        "JOIN messages m ON m.id = line.parent_id "
                                        "AND m.id < line.id) SELECT ") +
                                kMessageColumns +
                                " FROM messages WHERE id IN (SELECT id FROM line) ORDER BY id");
    query.bind(1, leaf);
    std::vector<Message> found = read_all(query);
    if (found.empty()) return state_->fail_missing("message", leaf);
    return found;
  });
}

Result<std::vector<Message>> Store::messages(ConversationId conversation) {
  return state_->read("read a conversation", [&]() -> Result<std::vector<Message>> {
    auto known = state_->find_conversation(conversation);
    if (!known) return propagate(known);
    return state_->all_messages(conversation);
  });
}

std::vector<Message> Store::State::all_messages(ConversationId id) {
  SQLite::Statement query(database, std::string("SELECT ") + kMessageColumns +
                                        " FROM messages WHERE conversation = ? ORDER BY id");
  query.bind(1, id);
  return read_all(query);
}

}  // namespace canter
