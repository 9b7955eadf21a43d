#include <utility>

#include "base/file.h"
#include "engine/library/library_worker.h"

namespace canter::engine {
namespace {

constexpr std::size_t kMostHits = 100;

}  // namespace

Result<void> LibraryWorker::search(const SearchConversations& command) {
  if (newest_search_ != command.request) return {};
  auto hits = store_->search(command.text, kMostHits);
  if (!hits) return propagate(hits);
  events_->push(ConversationsFound{command.request, command.text, std::move(*hits)});
  return {};
}

Result<void> LibraryWorker::duplicate(const DuplicateConversation& command) {
  return report_copy(store_->duplicate_conversation(command.id, command.title));
}

Result<void> LibraryWorker::branch(const BranchConversation& command) {
  if (const auto saved = saved_message(command.last); !saved) return propagate(saved);
  return report_copy(store_->branch_conversation(command.last, command.title));
}

Result<void> LibraryWorker::report_copy(Result<Conversation> copy) {
  if (!copy) return propagate(copy);
  events_->push(ConversationChanged{*copy});
  events_->push(ConversationDuplicated{std::move(*copy)});
  return {};
}

Result<void> LibraryWorker::export_conversation(const ExportConversation& command) {
  const auto text = command.format == ExportFormat::kJson ? export_json(*store_, command.id)
                                                          : export_markdown(*store_, command.id);
  if (!text) return propagate(text);
  if (auto written = write_text_file(command.path, *text); !written) return written;
  events_->push(ConversationExported{command.path});
  return {};
}

Result<void> LibraryWorker::create_folder(const CreateFolder& command) {
  const auto folder = store_->create_folder(command.name);
  if (!folder) return propagate(folder);
  if (auto listed = list_folders(folder->id); !listed || !command.conversation) return listed;
  auto moved = store_->move_conversation(*command.conversation, folder->id);
  return moved ? report(*command.conversation) : moved;
}

Result<void> LibraryWorker::delete_folder(const DeleteFolder& command) {
  auto deleted = store_->delete_folder(command.id);
  if (!deleted) return propagate(deleted);
  events_->push(FolderDeleted{std::move(*deleted)});
  return list_folders();
}

Result<void> LibraryWorker::restore_folder(const DeletedFolder& deleted) {
  if (auto restored = store_->restore_folder(deleted); !restored) return restored;
  if (auto listed = list_folders(); !listed) return listed;
  for (const ConversationId id : deleted.conversations)
    if (store_->conversation(id)) (void)report(id);
  return {};
}

Result<void> LibraryWorker::list_folders(std::optional<FolderId> created) {
  auto folders = store_->folders();
  if (!folders) return propagate(folders);
  events_->push(FoldersListed{std::move(*folders), created});
  return {};
}

Result<void> LibraryWorker::list_trash() {
  auto trashed = store_->conversations(/*trashed=*/true);
  if (!trashed) return propagate(trashed);
  auto messages = store_->trashed_messages();
  if (!messages) return propagate(messages);
  events_->push(TrashListed{std::move(*trashed), std::move(*messages)});
  return {};
}

}  // namespace canter::engine
