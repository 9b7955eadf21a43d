#pragma once

#include <filesystem>
#include <functional>
#include <span>

#include "engine/session/library_messages.h"
#include "store/store.h"

namespace canter::engine {

/// Called after each chat with how many were seen; false: to go on no further.
using ImportProgress = std::function<bool(int chats)>;

/// Adds the chats of files that this program or another exported: conversations.json of ChatGPT and
/// Claude, *.conversation.json of LM Studio, thread.json of Jan with messages.jsonl beside it, the
/// chats of Open WebUI, Canter's own. Folders are searched for files of these names. Each chat
/// comes whole or not at all; what is wrong with one, or with a file, is in the report and keeps
/// nothing else from coming. A chat that is there already is left as it is.
ChatsImported import_chats(Store& store, std::span<const std::filesystem::path> paths,
                           const ImportProgress& progress = {});

}  // namespace canter::engine
