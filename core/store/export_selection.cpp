#include "store/export_selection.h"

#include <algorithm>

namespace canter {

Result<std::vector<Conversation>> conversations_to_export(Store& store,
                                                          std::optional<ConversationId> only) {
  if (only) {
    auto conversation = store.conversation(*only);
    if (!conversation) return propagate(conversation);
    return std::vector<Conversation>{std::move(*conversation)};
  }
  auto all = store.conversations(false);
  if (!all) return propagate(all);
  auto trashed = store.conversations(true);
  if (!trashed) return propagate(trashed);
  all->insert(all->end(), trashed->begin(), trashed->end());
  std::ranges::sort(*all, {}, &Conversation::id);
  return all;
}

Result<FolderNames> folder_names(Store& store) {
  const auto folders = store.folders();
  if (!folders) return propagate(folders);
  FolderNames names;
  for (const Folder& folder : *folders) names[folder.id] = folder.name;
  return names;
}

std::optional<std::string> folder_of(const FolderNames& names, const Conversation& conversation) {
  const auto found = conversation.folder ? names.find(*conversation.folder) : names.end();
  return found == names.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace canter
