#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/session/event_queue.h"
#include "store/store.h"

namespace canter::engine {

/// What the database could not take, because the disk is full or away: finished answers, and whole
/// turns of conversations that went on all the same. They are part of their conversations and
/// saved, in their order, when that is possible. Messages of such turns have ids below 0 until
/// then. Thread safe.
class Unsaved {
 public:
  /// Every change is told as MessagesUnsaved.
  explicit Unsaved(EventQueue& events) : events_(&events) {}

  bool empty() const;

  /// A question and its answer to come, behind the last unsaved turn of the conversation; nothing
  /// where all are saved.
  std::optional<Store::Turn> follow(ConversationId conversation, const std::string& text);
  /// The first unsaved one of a conversation, behind its head.
  Store::Turn add_turn(ConversationId conversation, std::optional<MessageId> head,
                       const std::string& text);
  /// An answer has ended: one of these turns, or one that the database has the beginning of.
  void finish(const Message& answer);

  /// Tries to save what is finished, and reports what could be.
  void save(Store& store);

  /// From the root to `leaf`, as Store::branch() has it with all that is unsaved.
  Result<std::vector<Message>> branch(Store& store, MessageId leaf) const;
  /// Adds what is unsaved to the branch that the database shows of a conversation.
  void extend(ConversationId conversation, std::vector<Message>& branch) const;

 private:
  Store::Turn append(ConversationId conversation, std::optional<MessageId> parent,
                     const std::string& text);
  void save_turns(Store& store, AnswersSaved& saved);
  bool save_turn(Store& store, const Store::Turn& turn, AnswersSaved& saved);
  /// Puts whole answers where the database has only their beginning.
  void complete(std::vector<Message>& branch) const;

  int messages() const { return int(answers_.size() + 2 * turns_.size()); }
  void tell() const { events_->push(MessagesUnsaved{messages()}); }

  EventQueue* events_;
  mutable std::mutex mutex_;
  std::vector<Message> answers_;
  std::vector<Store::Turn> turns_;  ///< as they were asked
  MessageId next_id_ = -1;
};

}  // namespace canter::engine
