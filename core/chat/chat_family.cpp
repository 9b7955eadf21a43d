#include <string>

#include "chat/built_in_format.h"

namespace canter {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// The template without what authors write now one way, now another: blanks, quotation marks, how
/// strings are joined, escaped line ends, whether the end token is named or spelt.
std::string condense(std::string_view jinja_template) {
  std::string text(jinja_template);
  std::erase_if(text, [](char c) {
    return std::string_view(" \t\r'\"+{}").find(c) != std::string_view::npos;
  });
  replace_all(text, "\\n", "\n");
  replace_all(text, "message.content", "message[content]");
  replace_all(text, "message.role", "message[role]");
  replace_all(text, "eos_token", "</s>");
  return text;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// Whether a role's marker, followed by `between`, comes before a message that an end token closes.
bool has_marked_turns(std::string_view condensed, const std::string& between) {
  return has(condensed, "<|user|>" + between + "message[content]</s>") ||
         has(condensed, "<|message[role]|>" + between + "message[content]</s>");
}

}  // namespace

std::string_view chat_family_name(ChatFamily family) {
  switch (family) {
    case ChatFamily::kStarter:
      return "starter";
    case ChatFamily::kChatML:
      return "ChatML";
    case ChatFamily::kLlama2:
      return "Llama 2";
    case ChatFamily::kLlama3:
      return "Llama 3";
    case ChatFamily::kZephyr:
      return "Zephyr";
    case ChatFamily::kMistral:
      return "Mistral";
    case ChatFamily::kMistralV3:
      return "Mistral v3";
    case ChatFamily::kGemma:
      return "Gemma";
    case ChatFamily::kPhi3:
      return "Phi-3";
    case ChatFamily::kVicuna:
      return "Vicuna";
  }
  return "unknown";
}

std::optional<ChatFamily> recognise_chat_family(std::string_view jinja_template) {
  // Markers that belong to one family come first, those that families share after them.
  if (has(jinja_template, "<|im_start|>")) return ChatFamily::kChatML;
  if (has(jinja_template, "<|start_header_id|>")) return ChatFamily::kLlama3;
  if (has(jinja_template, "<start_of_turn>")) return ChatFamily::kGemma;
  if (has(jinja_template, "[INST]")) {
    if (has(jinja_template, "<<SYS>>")) return ChatFamily::kLlama2;
    return has(jinja_template, " [/INST]") ? ChatFamily::kMistral : ChatFamily::kMistralV3;
  }

  const auto condensed = condense(jinja_template);
  const bool has_role_markers = has(condensed, "<|user|>") || has(condensed, "<|message[role]|>");
  if (has_role_markers && has(condensed, "<|end|>")) return ChatFamily::kPhi3;
  if (has_marked_turns(condensed, "\n")) return ChatFamily::kZephyr;
  if (has_marked_turns(condensed, "")) return ChatFamily::kStarter;
  if (has(condensed, "USER:") && has(condensed, "ASSISTANT:")) return ChatFamily::kVicuna;
  return std::nullopt;
}

}  // namespace canter
