#include "engine/import/chat_reader.h"

namespace canter::engine {

Result<ImportedConversation> read_chat(const Json& chat, bool of_canter) {
  if (of_canter) return read_canter_chat(chat);
  if (const Json* mapping = member(chat, "mapping"); mapping && mapping->is_object())
    return read_chatgpt_chat(chat);
  if (member(chat, "chat_messages")) return read_claude_chat(chat);
  if (const Json* inner = member(chat, "chat"); inner && inner->is_object())
    return read_open_webui_chat(chat);
  const Json& messages = list_of(chat, "messages");
  if (!messages.empty() && member(messages.front(), "versions")) return read_lm_studio_chat(chat);
  if (messages.empty() && member(chat, "systemPrompt")) return read_lm_studio_chat(chat);
  return fail(ErrorKind::kUnsupported,
              "this is no chat of ChatGPT, Claude, LM Studio, Jan, Open WebUI or Canter; export it "
              "there as JSON");
}

}  // namespace canter::engine
