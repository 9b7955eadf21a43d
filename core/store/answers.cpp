#include "base/utf8.h"
#include "store/rows.h"
#include "store/state.h"
#include "store/text.h"

namespace canter {
namespace {

tl::unexpected<Error> fail_not_streaming(MessageId id) {
  return fail(ErrorKind::kUsage, "message " + std::to_string(id) +
                                     " is not being written any more; what is saved stays, ask "
                                     "again for a new answer");
}

}  // namespace

Result<Store::Turn> Store::add_turn(ConversationId conversation, std::optional<MessageId> parent,
                                    std::string_view text, std::string_view model) {
  Message question;
  question.conversation = conversation;
  question.parent = parent;
  question.role = MessageRole::kUser;
  question.content = text;
  Message answer;
  answer.conversation = conversation;
  answer.role = MessageRole::kAssistant;
  answer.status = MessageStatus::kStreaming;
  answer.model = model;
  return add_turn(question, std::move(answer));
}

Result<Store::Turn> Store::add_turn(const Message& question, Message answer) {
  return state_->write("save a message", [&]() -> Result<Turn> {
    auto asked = state_->insert_message(question);
    if (!asked) return propagate(asked);
    answer.parent = asked->id;
    auto begun = state_->insert_message(answer);
    if (!begun) return propagate(begun);
    return Turn{std::move(*asked), std::move(*begun)};
  });
}

Result<Message> Store::resume_answer(MessageId id) {
  return state_->write("save an answer", [&]() -> Result<Message> {
    auto answer = state_->find_message(id);
    if (!answer) return propagate(answer);
    SQLite::Statement follower(state_->database,
                               "SELECT 1 FROM messages WHERE parent_id = ? AND trashed IS NULL");
    follower.bind(1, id);
    if (answer->role != MessageRole::kAssistant || answer->trashed ||
        answer->status == MessageStatus::kComplete || answer->status == MessageStatus::kStreaming ||
        follower.executeStep()) {
      return fail(ErrorKind::kUsage, "message " + std::to_string(id) +
                                         " is no answer that ended early; ask for another one");
    }
    SQLite::Statement update(state_->database,
                             "UPDATE messages SET status = 'streaming', owner = ?, error = '' "
                             "WHERE id = ?");
    update.bind(1, state_->session->token());
    update.bind(2, id);
    update.exec();
    state_->set_head(answer->conversation, id);
    return state_->find_message(id);
  });
}

Result<void> Store::State::write_answer(const Message& answer) {
  auto saved = find_message(answer.id);
  if (!saved) return propagate(saved);
  if (saved->status != MessageStatus::kStreaming) return fail_not_streaming(answer.id);
  auto content = storable_text(answer.content);
  if (!content) return propagate(content);
  auto thinking = storable_text(answer.thinking);
  if (!thinking) return propagate(thinking);
  const Message& author = answer.model.empty() ? *saved : answer;
  SQLite::Statement update(database,
                           "UPDATE messages SET content = ?, thinking = ?, thinking_ms = ?, "
                           "model = ?, model_path = ? WHERE id = ?");
  update.bind(1, *content);
  update.bind(2, *thinking);
  update.bind(3, answer.thinking_ms);
  update.bind(4, to_valid_utf8(author.model));
  update.bind(5, author.model_path);
  update.bind(6, answer.id);
  update.exec();
  touch(saved->conversation);
  return {};
}

Result<void> Store::checkpoint_answer(const Message& answer) {
  return state_->write("save an answer", [&] { return state_->write_answer(answer); });
}

Result<void> Store::finish_answer(const Message& answer) {
  if (answer.status == MessageStatus::kStreaming) {
    return fail(ErrorKind::kUsage, "a finished answer cannot be streaming; give it its end state");
  }
  if (!answer.statistics.empty() && !is_json_object(answer.statistics)) {
    return fail(ErrorKind::kUsage, "a message's statistics are no JSON object; pass one");
  }
  return state_->write("save an answer", [&]() -> Result<void> {
    if (auto written = state_->write_answer(answer); !written) return written;
    SQLite::Statement update(state_->database,
                             "UPDATE messages SET status = ?, owner = NULL, error = ?, "
                             "statistics = ? WHERE id = ?");
    update.bind(1, status_name(answer.status));
    update.bind(2, to_valid_utf8(answer.error));
    update.bind(3, answer.statistics);
    update.bind(4, answer.id);
    update.exec();
    return {};
  });
}

}  // namespace canter
