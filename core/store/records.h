#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace canter {

using ConversationId = std::int64_t;
using MessageId = std::int64_t;
using ComparisonId = std::int64_t;
using FolderId = std::int64_t;

/// Milliseconds since 1970, UTC.
using Timestamp = std::int64_t;

enum class MessageRole { kSystem, kUser, kAssistant };

/// As in the database, in exports and in chat templates.
std::string role_name(MessageRole role);

enum class MessageStatus {
  kComplete,
  kStreaming,    ///< being written by a running program
  kStopped,      ///< the user or a limit, which Message::error names, stopped it
  kInterrupted,  ///< the program ended in the middle; what is there stays
  kFailed,       ///< an error ended it; Message::error says which
};

struct Conversation {
  ConversationId id = 0;
  std::string title;  ///< empty until the first message
  Timestamp created = 0;
  Timestamp updated = 0;
  std::optional<Timestamp> trashed;
  std::optional<MessageId> head;  ///< the leaf of the branch that is shown
  bool accelerate = true;         ///< what the user wishes; the engine reports what is
  bool pinned = false;
  std::string draft;            ///< what is being written and not sent yet
  std::string settings = "{}";  ///< JSON object, written and read by the engine
  std::string model;            ///< path of the model that it uses; empty: none was chosen
  std::optional<FolderId> folder;

  bool operator==(const Conversation&) const = default;
};

/// One node of a conversation's tree. Its siblings are other versions of the same turn.
struct Message {
  MessageId id = 0;
  ConversationId conversation = 0;
  std::optional<MessageId> parent;
  MessageRole role = MessageRole::kUser;
  std::string content;
  MessageStatus status = MessageStatus::kComplete;
  std::string error;
  std::string model;       ///< display name of the model that answered
  std::string statistics;  ///< JSON object, written and read by the engine; empty: none
  Timestamp created = 0;
  std::optional<Timestamp> trashed;
  std::string thinking;          ///< what the model wrote before the answer proper
  std::int64_t thinking_ms = 0;  ///< how long that took
  std::string model_path;        ///< file or folder of the model that answered
  bool edited = false;           ///< an answer that the user changed by hand

  bool operator==(const Message&) const = default;
};

/// Holds conversations; a conversation is in one folder at most.
struct Folder {
  FolderId id = 0;
  std::string name;
  bool collapsed = false;
  Timestamp created = 0;

  bool operator==(const Folder&) const = default;
};

/// A folder that was deleted, with what was in it.
struct DeletedFolder {
  Folder folder;
  std::vector<ConversationId> conversations = {};  ///< those in the trash too
};

/// A conversation from a file.
struct ImportedConversation {
  Conversation conversation;           ///< its head and the messages have numbers of their own
  std::string folder = {};             ///< its name; empty: in none
  std::vector<Message> messages = {};  ///< each behind its parent
};

/// What was deleted at once in a conversation.
struct TrashedMessages {
  Message first;      ///< the others follow it
  std::string title;  ///< of the conversation
  int messages = 0;
};

/// Messages with the same parent, oldest first.
using Versions = std::vector<MessageId>;

/// Bytes of a UTF-8 text, [begin, end).
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const TextRange&) const = default;
};

/// A conversation that has what was searched for in its title or in a message.
struct SearchHit {
  Conversation conversation;
  std::vector<TextRange> title_matches;
  std::optional<MessageId> message;  ///< the newest that has it
  std::string snippet;               ///< of that message, on one line
  std::vector<TextRange> snippet_matches;
};

struct ModelRecord {
  std::int64_t id = 0;
  std::string path;
  std::string name;
  std::string fingerprint;
  std::uint64_t bytes = 0;
  Timestamp added = 0;
  std::optional<Timestamp> last_used;
};

struct PresetRecord {
  std::int64_t id = 0;
  std::string name;
  std::string settings;  ///< JSON object
};

struct AdapterRecord {
  std::int64_t id = 0;
  std::string path;
  std::string fingerprint;  ///< of the base weights it belongs to
  std::string settings;     ///< JSON object
  Timestamp added = 0;
};

struct ComparisonRecord {
  ComparisonId id = 0;
  std::string model;  ///< its name
  std::string fingerprint;
  std::string prompt;
  std::string result;  ///< JSON object, written and read by the engine
  Timestamp created = 0;

  bool operator==(const ComparisonRecord&) const = default;
};

struct StoreReport {
  std::int64_t conversations = 0;  ///< trashed ones included
  std::int64_t messages = 0;
  std::vector<std::string> problems;  ///< empty: all is well

  bool ok() const { return problems.empty(); }
};

/// What became of a damaged database.
struct RepairReport {
  std::filesystem::path kept;      ///< the damaged file as it was, its log beside it
  std::int64_t conversations = 0;  ///< in the new database
  std::int64_t messages = 0;
  std::int64_t unreadable = 0;       ///< rows that could not be read, or only in part
  std::vector<std::string> changes;  ///< what else is not as it was, a sentence each
};

}  // namespace canter
