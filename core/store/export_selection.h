#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace canter {

/// `only`, or all conversations, trashed ones included, in the order they were begun.
Result<std::vector<Conversation>> conversations_to_export(Store& store,
                                                          std::optional<ConversationId> only);

using FolderNames = std::map<FolderId, std::string>;

Result<FolderNames> folder_names(Store& store);
/// Nothing for a conversation in no folder, or in one that was made after the names were read.
std::optional<std::string> folder_of(const FolderNames& names, const Conversation& conversation);

}  // namespace canter
