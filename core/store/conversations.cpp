#include "store/rows.h"
#include "store/state.h"
#include "store/text.h"

namespace canter {

Result<Conversation> Store::State::find_conversation(ConversationId id) {
  SQLite::Statement query(
      database, std::string("SELECT ") + kConversationColumns + " FROM conversations WHERE id = ?");
  query.bind(1, id);
  if (!query.executeStep()) return fail_missing("conversation", id);
  return read_conversation(query);
}

void Store::State::touch(ConversationId id) {
  SQLite::Statement update(database,
                           "UPDATE conversations SET updated = ?, activity = "
                           "(SELECT max(activity) + 1 FROM conversations) WHERE id = ?");
  update.bind(1, now());
  update.bind(2, id);
  update.exec();
}

Result<Conversation> Store::create_conversation() {
  return state_->write("add a conversation", [&]() -> Result<Conversation> {
    SQLite::Statement insert(state_->database,
                             std::string("INSERT INTO conversations (created, updated, activity) "
                                         "VALUES (?1, ?1, (SELECT coalesce(max(activity), 0) + 1 "
                                         "FROM conversations)) RETURNING ") +
                                 kConversationColumns);
    insert.bind(1, now());
    insert.executeStep();
    Conversation created = read_conversation(insert);
    insert.executeStep();
    return created;
  });
}

Result<Conversation> Store::conversation(ConversationId id) {
  return state_->read("read a conversation", [&] { return state_->find_conversation(id); });
}

std::vector<Conversation> Store::State::list_conversations(bool trashed) {
  SQLite::Statement query(database, std::string("SELECT ") + kConversationColumns +
                                        " FROM conversations WHERE (trashed IS NOT NULL) = ? "
                                        "ORDER BY pinned DESC, activity DESC, id DESC");
  query.bind(1, trashed ? 1 : 0);
  std::vector<Conversation> found;
  while (query.executeStep()) found.push_back(read_conversation(query));
  return found;
}

Result<std::vector<Conversation>> Store::conversations(bool trashed) {
  return state_->read("list the conversations", [&]() -> Result<std::vector<Conversation>> {
    return state_->list_conversations(trashed);
  });
}

Result<void> Store::pin_conversation(ConversationId id, bool pinned) {
  return state_->change_conversation("change a conversation", id, "pinned = ?1", pinned ? 1 : 0);
}

Result<void> Store::rename_conversation(ConversationId id, std::string_view title) {
  auto text = storable_text(title);
  if (!text) return propagate(text);
  const std::string line = collapse_white_space(*text);
  if (line.empty()) {
    return fail(ErrorKind::kUsage, "a conversation's title cannot be blank; type a title");
  }
  return state_->change_conversation("rename a conversation", id, "title = ?1", line);
}

Result<void> Store::set_accelerate(ConversationId id, bool wished) {
  return state_->change_conversation("change a conversation", id, "accelerate = ?1",
                                     wished ? 1 : 0);
}

Result<void> Store::keep_draft(ConversationId id, std::string_view text) {
  auto draft = storable_text(text);
  if (!draft) return propagate(draft);
  return state_->change_conversation("save a draft", id, "draft = ?1", *draft);
}

Result<void> Store::configure_conversation(ConversationId id, std::string_view json) {
  if (!is_json_object(json))
    return fail(ErrorKind::kUsage, "a conversation's settings are no JSON object; pass one");
  return state_->change_conversation("change a conversation", id, "settings = ?1",
                                     std::string(json));
}

Result<void> Store::choose_model(ConversationId id, std::string_view path) {
  return state_->change_conversation("change a conversation", id, "model = ?1", std::string(path));
}

Result<void> Store::trash_conversation(ConversationId id) {
  return state_->change_conversation("delete a conversation", id, "trashed = coalesce(trashed, ?1)",
                                     now());
}

Result<void> Store::restore_conversation(ConversationId id) {
  return state_->write("restore a conversation", [&]() -> Result<void> {
    SQLite::Statement update(state_->database,
                             "UPDATE conversations SET trashed = NULL WHERE id = ?");
    update.bind(1, id);
    if (update.exec() == 0) return state_->fail_missing("conversation", id);
    return {};
  });
}

}  // namespace canter
