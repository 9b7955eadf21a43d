#include <map>

#include "store/rows.h"
#include "store/state.h"

namespace canter {
namespace {

/// 0 stands for no parent: ids begin at 1.
MessageId parent_key(const std::optional<MessageId>& parent) {
  return parent.value_or(0);
}

}  // namespace

Result<Message> Store::add_answer(MessageId question, std::string_view model) {
  return state_->write("save a message", [&]() -> Result<Message> {
    auto asked = state_->find_message(question);
    if (!asked) return propagate(asked);
    if (asked->role != MessageRole::kUser)
      return fail(ErrorKind::kUsage,
                  "message " + std::to_string(question) + " is no question; answer a question");
    Message answer;
    answer.conversation = asked->conversation;
    answer.parent = asked->id;
    answer.role = MessageRole::kAssistant;
    answer.status = MessageStatus::kStreaming;
    answer.model = model;
    return state_->insert_message(answer);
  });
}

Result<Message> Store::edit_answer(MessageId id, std::string_view text) {
  return state_->write("save a message", [&]() -> Result<Message> {
    auto before = state_->find_message(id);
    if (!before) return propagate(before);
    if (before->role != MessageRole::kAssistant || before->status == MessageStatus::kStreaming)
      return fail(ErrorKind::kUsage,
                  "message " + std::to_string(id) + " is no finished answer; choose one");
    Message edited = std::move(*before);
    edited.content = text;
    edited.status = MessageStatus::kComplete;
    edited.error.clear();
    edited.statistics.clear();
    edited.edited = true;
    return state_->insert_message(edited);
  });
}

Result<std::vector<Versions>> Store::versions(std::span<const Message> branch) {
  if (branch.empty()) return std::vector<Versions>{};
  return state_->read("read a conversation", [&]() -> Result<std::vector<Versions>> {
    SQLite::Statement query(state_->database,
                            "SELECT id, parent_id FROM messages "
                            "WHERE conversation = ? AND trashed IS NULL ORDER BY id");
    query.bind(1, branch.front().conversation);
    std::map<MessageId, Versions> children;
    while (query.executeStep())
      children[parent_key(optional_column(query, 1))].push_back(query.getColumn(0).getInt64());
    std::vector<Versions> versions;
    for (const Message& message : branch) versions.push_back(children[parent_key(message.parent)]);
    return versions;
  });
}

// A message is younger than its parent, so the newest below it is a leaf.
void Store::State::show_newest_below(const Message& message) {
  SQLite::Statement newest(database,
                           "WITH RECURSIVE below (id) AS (SELECT ?1 UNION ALL "
                           "SELECT m.id FROM below JOIN messages m ON m.parent_id = below.id "
                           "AND m.id > below.id AND m.trashed IS NULL) SELECT max(id) FROM below");
  newest.bind(1, message.id);
  newest.executeStep();
  set_head(message.conversation, newest.getColumn(0).getInt64());
}

Result<void> Store::show_version(MessageId id) {
  return state_->write("show another version", [&]() -> Result<void> {
    auto message = state_->find_message(id);
    if (!message) return propagate(message);
    if (message->trashed)
      return fail(ErrorKind::kUsage,
                  "message " + std::to_string(id) + " was deleted; restore it to read it");
    state_->show_newest_below(*message);
    return {};
  });
}

}  // namespace canter
