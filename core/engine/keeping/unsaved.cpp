#include "engine/keeping/unsaved.h"

#include <algorithm>
#include <set>
#include <utility>

namespace canter::engine {

bool Unsaved::empty() const {
  const std::lock_guard lock(mutex_);
  return answers_.empty() && turns_.empty();
}

std::optional<Store::Turn> Unsaved::follow(ConversationId conversation, const std::string& text) {
  const std::lock_guard lock(mutex_);
  const auto last = std::find_if(turns_.rbegin(), turns_.rend(), [&](const Store::Turn& each) {
    return each.question.conversation == conversation;
  });
  if (last == turns_.rend()) return std::nullopt;
  return append(conversation, last->answer.id, text);
}

Store::Turn Unsaved::add_turn(ConversationId conversation, std::optional<MessageId> head,
                              const std::string& text) {
  const std::lock_guard lock(mutex_);
  return append(conversation, head, text);
}

Store::Turn Unsaved::append(ConversationId conversation, std::optional<MessageId> parent,
                            const std::string& text) {
  Store::Turn turn;
  turn.question.id = next_id_--;
  turn.question.conversation = conversation;
  turn.question.parent = parent;
  turn.question.role = MessageRole::kUser;
  turn.question.content = text;
  turn.answer.id = next_id_--;
  turn.answer.conversation = conversation;
  turn.answer.parent = turn.question.id;
  turn.answer.role = MessageRole::kAssistant;
  turn.answer.status = MessageStatus::kStreaming;
  turns_.push_back(turn);
  tell();
  return turn;
}

void Unsaved::finish(const Message& answer) {
  const std::lock_guard lock(mutex_);
  const auto turn = std::ranges::find_if(
      turns_, [&](const Store::Turn& each) { return each.answer.id == answer.id; });
  if (turn != turns_.end()) {
    turn->answer = answer;
    return;
  }
  answers_.push_back(answer);
  tell();
}

void Unsaved::save(Store& store) {
  const std::lock_guard lock(mutex_);
  const int before = messages();
  AnswersSaved saved;
  std::erase_if(answers_, [&](const Message& answer) {
    const auto kept = store.finish_answer(answer);
    if (kept) saved.answers.push_back(answer);
    // Whatever else is wrong will stay so: its conversation may be gone for good.
    return kept || kept.error().kind != ErrorKind::kDatabase;
  });
  if (answers_.empty()) save_turns(store, saved);
  if (messages() != before) tell();
  if (!saved.answers.empty()) events_->push(std::move(saved));
}

void Unsaved::save_turns(Store& store, AnswersSaved& saved) {
  std::set<ConversationId> waiting;
  std::erase_if(turns_, [&](const Store::Turn& turn) {
    const ConversationId conversation = turn.question.conversation;
    if (waiting.contains(conversation)) return false;
    const bool done =
        turn.answer.status != MessageStatus::kStreaming && save_turn(store, turn, saved);
    if (!done) waiting.insert(conversation);
    return done;
  });
}

bool Unsaved::save_turn(Store& store, const Store::Turn& turn, AnswersSaved& saved) {
  auto kept = store.add_turn(turn.question, turn.answer);
  if (!kept) return kept.error().kind != ErrorKind::kDatabase;
  for (Store::Turn& later : turns_)
    if (later.question.parent == turn.answer.id) later.question.parent = kept->answer.id;
  saved.renumbered.insert(turn.question.conversation);
  saved.answers.push_back(std::move(kept->answer));
  return true;
}

Result<std::vector<Message>> Unsaved::branch(Store& store, MessageId leaf) const {
  std::vector<Message> newer;  // the newest first
  {
    const std::lock_guard lock(mutex_);
    for (auto turn = turns_.rbegin(); turn != turns_.rend(); ++turn) {
      if (turn->answer.id != leaf && turn->question.id != leaf) continue;
      if (turn->answer.id == leaf) newer.push_back(turn->answer);
      newer.push_back(turn->question);
      leaf = turn->question.parent.value_or(0);
    }
  }
  std::vector<Message> messages;
  if (leaf != 0) {
    auto saved = store.branch(leaf);
    if (!saved) return propagate(saved);
    messages = std::move(*saved);
    const std::lock_guard lock(mutex_);
    complete(messages);
  }
  messages.insert(messages.end(), newer.rbegin(), newer.rend());
  return messages;
}

void Unsaved::complete(std::vector<Message>& branch) const {
  for (Message& message : branch) {
    const auto found = std::ranges::find(answers_, message.id, &Message::id);
    if (found != answers_.end()) message = *found;
  }
}

void Unsaved::extend(ConversationId conversation, std::vector<Message>& branch) const {
  const std::lock_guard lock(mutex_);
  complete(branch);
  for (const Store::Turn& turn : turns_) {
    if (turn.question.conversation != conversation) continue;
    branch.push_back(turn.question);
    branch.push_back(turn.answer);
  }
}

}  // namespace canter::engine
