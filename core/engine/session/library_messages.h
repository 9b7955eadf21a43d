#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
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
/// Answered by FoldersListed. With a conversation, which then goes into it.
struct CreateFolder {
  std::string name;
  std::optional<ConversationId> conversation = {};
};
/// The next two are answered by FoldersListed.
struct RenameFolder {
  FolderId id = 0;
  std::string name;
};
struct CollapseFolder {
  FolderId id = 0;
  bool collapsed = true;
};
/// Its conversations stay. Answered by FolderDeleted and FoldersListed.
struct DeleteFolder {
  FolderId id = 0;
};
/// Answered by FoldersListed, and ConversationChanged for each that is in it again.
struct RestoreFolder {
  DeletedFolder deleted;
};
/// Without a folder: out of the one that it is in.
struct MoveConversation {
  ConversationId id = 0;
  std::optional<FolderId> folder = {};
};
/// Files and folders of this and other programs (import/chat_import). Answered by ChatsImported for
/// all together.
struct ImportChats {
  std::vector<std::filesystem::path> paths;
};
/// The list once more, after somebody else changed it.
struct ReloadConversations {};
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
/// Sent before the list of conversations as well. Whoever names another folder is in none.
struct FoldersListed {
  std::vector<Folder> folders;
  std::optional<FolderId> created = {};  ///< just now
};
struct FolderDeleted {
  DeletedFolder deleted;
};
struct ConversationDuplicated {
  Conversation conversation;
};
/// A few times a second.
struct ImportProgressed {
  int chats = 0;  ///< seen so far
};
struct ChatsImported {
  int added = 0;
  int known = 0;                              ///< that were there already
  int empty = 0;                              ///< that nothing was said in
  std::vector<std::string> problems = {};     ///< a line for each file or chat that was not taken
  std::optional<ConversationId> newest = {};  ///< of those added
};
struct ConversationExported {
  std::filesystem::path path;
};
struct TrashListed {
  std::vector<Conversation> conversations;
  std::vector<TrashedMessages> messages;
};

}  // namespace canter::engine
