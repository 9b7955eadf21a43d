#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "chat/chat_prompt.h"
#include "model/sampling_defaults.h"
#include "store/records.h"

namespace canter::engine {

/// What the model reads of a chat that its context cannot hold.
enum class WhenFull {
  kStop,        ///< nothing any more: answers end there
  kDropOldest,  ///< the newest turns
  kDropMiddle,  ///< the first turn and the newest ones
};

/// How a conversation's answers are given. Kept with it.
struct ChatSettings {
  std::string system_prompt;  ///< empty: none
  PartialSampling sampling;   ///< what is not given is the model's
  /// Otherwise every answer that is drawn has a seed of its own.
  bool fixed_seed = false;
  std::uint64_t seed = 0;
  int max_tokens = 0;  ///< of an answer; 0: until it ends
  /// What the open model cannot do is left to it.
  ThinkingWish thinking = ThinkingWish::kDefault;
  WhenFull when_full = WhenFull::kStop;

  bool operator==(const ChatSettings&) const = default;
};

/// Of Conversation::settings. What is missing or out of range has its default.
ChatSettings read_chat_settings(const std::string& json);
std::string write_chat_settings(const ChatSettings& settings);

struct Preset {
  std::int64_t id = 0;
  std::string name;
  ChatSettings settings;
};

// Commands --------------------------------------------------------------------------------------

/// Without a conversation: for those that will be begun.
struct ConfigureChat {
  std::optional<ConversationId> id;
  ChatSettings settings;
};
/// What is being written and not sent yet; without a conversation, in a new one.
struct KeepDraft {
  std::optional<ConversationId> id;
  std::string text;
};
/// Goes on with an answer that was stopped, interrupted, or ended by a limit.
struct ContinueAnswer {
  MessageId id = 0;
};
/// Copies the branch from its beginning to this message into a new conversation, which is reported
/// by ConversationDuplicated.
struct BranchConversation {
  MessageId last = 0;
  std::string title;  ///< of the new one
};
/// With all that follows it. Answered by MessageTrashed; the branch beside it is shown.
struct TrashMessage {
  MessageId id = 0;
};
/// Answered by ConversationOpened and TrashListed.
struct RestoreMessage {
  MessageId id = 0;
};
/// Of the prompt, were `text` sent now. Not answered while no model is open. With a `request`,
/// which comes back: of the text alone.
struct CountTokens {
  std::optional<ConversationId> id;
  std::string text;
  ChatSettings settings;
  std::uint64_t request = 0;
};
/// Of a text that the context has no room for, part by part. Answered by SummaryProgressed and at
/// the end SummaryEnded.
struct Summarize {
  std::string text;
  std::uint64_t request = 0;
};
struct StopSummaries {};
struct ListPresets {};
/// One of the same name is replaced.
struct SavePreset {
  std::string name;
  ChatSettings settings;
};
struct DeletePreset {
  std::int64_t id = 0;
};

// Events ----------------------------------------------------------------------------------------

/// What a new chat begins with; sent with the list of conversations.
struct NewChatPrepared {
  std::string draft;
  ChatSettings settings;
};
struct MessageTrashed {
  ConversationId conversation = 0;
  MessageId id = 0;
  int messages = 0;  ///< it and what followed
};
struct TokensCounted {
  std::optional<ConversationId> id;
  int tokens = 0;  ///< of what is read, where the chat's settings leave turns out
  std::uint64_t request = 0;
};
struct SummaryProgressed {
  std::uint64_t request = 0;
  int part = 0;   ///< that is read now, from 1 on
  int parts = 0;  ///< how many there are
};
struct SummaryEnded {
  std::uint64_t request = 0;
  std::string text = {};
  std::optional<Error> failure = {};  ///< kInterrupted where it was stopped
};
struct PresetsListed {
  std::vector<Preset> presets;  ///< by name
};

}  // namespace canter::engine
