#pragma once

#include "base/error.h"
#include "engine/import/chat_tree.h"

namespace canter::engine {

// Each reads one chat as that program exports it; kBadFile where it has another shape.
Result<ImportedConversation> read_chatgpt_chat(const Json& chat);
Result<ImportedConversation> read_claude_chat(const Json& chat);
Result<ImportedConversation> read_lm_studio_chat(const Json& chat);
Result<ImportedConversation> read_open_webui_chat(const Json& chat);
Result<ImportedConversation> read_canter_chat(const Json& chat);
/// `messages`: the lines of its messages.jsonl.
Result<ImportedConversation> read_jan_chat(const Json& thread, const std::vector<Json>& messages);

/// Whichever of these, but Jan's, has this shape; kUnsupported for none.
Result<ImportedConversation> read_chat(const Json& chat, bool of_canter);

}  // namespace canter::engine
