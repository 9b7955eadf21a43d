#include <algorithm>
#include <map>

#include "store/rows.h"
#include "store/state.h"
#include "store/text.h"

namespace canter {
namespace {

bool same(const Message& kept, const Message& imported) {
  return kept.role == imported.role && kept.content == imported.content;
}

/// What was said there since does not count.
bool begins_with(const std::vector<Message>& kept, const std::vector<Message>& imported) {
  return kept.size() >= imported.size() &&
         std::equal(imported.begin(), imported.end(), kept.begin(),
                    [](const Message& a, const Message& b) { return same(b, a); });
}

std::string title_of(const ImportedConversation& imported) {
  if (!imported.conversation.title.empty())
    return collapse_white_space(imported.conversation.title);
  const auto asked = std::ranges::find(imported.messages, MessageRole::kUser, &Message::role);
  return asked == imported.messages.end() ? std::string() : title_from_text(asked->content);
}

Result<void> make_storable(ImportedConversation& imported) {
  const auto mend = [](std::string& text) -> Result<void> {
    auto storable = storable_text(text);
    if (!storable) return propagate(storable);
    text = std::move(*storable);
    return {};
  };
  Conversation& chat = imported.conversation;
  for (std::string* text : {&chat.title, &chat.draft, &chat.model, &imported.folder})
    if (auto done = mend(*text); !done) return done;
  for (Message& message : imported.messages)
    for (std::string* text :
         {&message.content, &message.thinking, &message.error, &message.model, &message.model_path})
      if (auto done = mend(*text); !done) return done;
  return {};
}

/// Of an INSERT that returns it.
std::int64_t added_id(SQLite::Statement& insert) {
  insert.executeStep();
  const std::int64_t id = insert.getColumn(0).getInt64();
  insert.executeStep();
  return id;
}

std::optional<FolderId> folder_named(SQLite::Database& database, const std::string& name) {
  const std::string line = collapse_white_space(name);
  if (line.empty()) return std::nullopt;
  SQLite::Statement known(database, "SELECT id FROM folders WHERE name = ? ORDER BY id LIMIT 1");
  known.bind(1, line);
  if (known.executeStep()) return known.getColumn(0).getInt64();
  SQLite::Statement add(database, "INSERT INTO folders (name, created) VALUES (?, ?) RETURNING id");
  add.bind(1, line);
  add.bind(2, now());
  return added_id(add);
}

ConversationId add_conversation(SQLite::Database& database, const ImportedConversation& imported) {
  const Conversation& chat = imported.conversation;
  SQLite::Statement add(
      database,
      "INSERT INTO conversations (title, created, updated, activity, trashed, accelerate, pinned, "
      "draft, settings, model, folder) VALUES (?, ?, ?, (SELECT coalesce(max(activity), 0) + 1 "
      "FROM conversations), ?, ?, ?, ?, ?, ?, ?) RETURNING id");
  add.bind(1, title_of(imported));
  add.bind(2, chat.created);
  add.bind(3, std::max(chat.created, chat.updated));
  bind_optional(add, 4, chat.trashed);
  add.bind(5, chat.accelerate ? 1 : 0);
  add.bind(6, chat.pinned ? 1 : 0);
  add.bind(7, chat.draft);
  add.bind(8, is_json_object(chat.settings) ? chat.settings : "{}");
  add.bind(9, chat.model);
  bind_optional(add, 10, folder_named(database, imported.folder));
  return added_id(add);
}

/// Returns the id that each local one became.
std::map<MessageId, MessageId> add_messages(SQLite::Database& database,
                                            const std::vector<Message>& messages,
                                            ConversationId conversation) {
  std::map<MessageId, MessageId> ids;
  SQLite::Statement add(
      database,
      "INSERT INTO messages (conversation, parent_id, role, content, status, error, model, "
      "statistics, created, trashed, thinking, thinking_ms, model_path, edited) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id");
  for (const Message& message : messages) {
    const bool streamed = message.status == MessageStatus::kStreaming;
    const auto parent = message.parent ? ids.find(*message.parent) : ids.end();
    add.reset();
    add.bind(1, conversation);
    bind_optional(add, 2, parent == ids.end() ? std::nullopt : std::optional(parent->second));
    add.bind(3, role_name(message.role));
    add.bind(4, message.content);
    add.bind(5, status_name(streamed ? MessageStatus::kInterrupted : message.status));
    add.bind(6, message.error);
    add.bind(7, message.model);
    add.bind(8, is_json_object(message.statistics) ? message.statistics : "");
    add.bind(9, message.created);
    bind_optional(add, 10, message.trashed);
    add.bind(11, message.thinking);
    add.bind(12, message.thinking_ms);
    add.bind(13, message.model_path);
    add.bind(14, message.edited ? 1 : 0);
    ids[message.id] = added_id(add);
  }
  return ids;
}

}  // namespace

Result<std::optional<Conversation>> Store::import_conversation(ImportedConversation imported) {
  if (auto mended = make_storable(imported); !mended) return propagate(mended);
  return state_->write("import a conversation", [&]() -> Result<std::optional<Conversation>> {
    const bool dated = imported.conversation.created > 0;
    SQLite::Statement alike(state_->database, std::string("SELECT id FROM conversations WHERE ") +
                                                  (dated ? "created" : "title") +
                                                  " = ?1 AND (trashed IS NULL) = ?2");
    if (dated)
      alike.bind(1, imported.conversation.created);
    else
      alike.bind(1, title_of(imported));
    alike.bind(2, imported.conversation.trashed ? 0 : 1);
    while (alike.executeStep())
      if (begins_with(state_->all_messages(alike.getColumn(0).getInt64()), imported.messages))
        return std::optional<Conversation>();
    if (!dated) imported.conversation.created = now();
    const ConversationId id = add_conversation(state_->database, imported);
    const auto ids = add_messages(state_->database, imported.messages, id);
    const auto& head = imported.conversation.head;
    if (const auto found = head ? ids.find(*head) : ids.end(); found != ids.end())
      state_->set_head(id, found->second);
    else if (!ids.empty())
      state_->set_head(id, ids.rbegin()->second);
    auto added = state_->find_conversation(id);
    if (!added) return propagate(added);
    return std::optional(std::move(*added));
  });
}

}  // namespace canter
