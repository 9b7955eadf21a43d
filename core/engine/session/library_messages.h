#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "store/records.h"

namespace canter::engine {

// Commands --------------------------------------------------------------------------------------

/// Answered by ConversationsFound, unless a newer search waits.
struct SearchConversations {
  std::string text;
  std::uint64_t request = 0;
};
struct PinConversation {
  ConversationId id = 0;
  bool pinned = true;
};
struct DuplicateConversation {
  ConversationId id = 0;
  std::string title;  ///< of the copy
};
enum class ExportFormat { kMarkdown, kJson };
struct ExportConversation {
  ConversationId id = 0;
  ExportFormat format = ExportFormat::kMarkdown;
  std::filesystem::path path;
};
struct ListTrash {};
/// For good; it must be in the trash. Answered by TrashListed.
struct DeleteConversation {
  ConversationId id = 0;
};
/// With all below it, for good; it must be in the trash. Answered by TrashListed.
struct DeleteMessage {
  MessageId id = 0;
};
struct EmptyTrash {};

// Events ----------------------------------------------------------------------------------------

struct ConversationsFound {
  std::uint64_t request = 0;
  std::string text;
  std::vector<SearchHit> hits;
};
struct ConversationDuplicated {
  Conversation conversation;
};
struct ConversationExported {
  std::filesystem::path path;
};
struct TrashListed {
  std::vector<Conversation> conversations;
  std::vector<TrashedMessages> messages;
};

}  // namespace canter::engine
