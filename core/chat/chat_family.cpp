#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "chat/built_in_format.h"

namespace canter {
namespace {

constexpr std::array kFamilies = {ChatFamily::kStarter,   ChatFamily::kChatML, ChatFamily::kLlama2,
                                  ChatFamily::kLlama3,    ChatFamily::kZephyr, ChatFamily::kMistral,
                                  ChatFamily::kMistralV3, ChatFamily::kGemma,  ChatFamily::kPhi3,
                                  ChatFamily::kVicuna};

/// Letters and digits alone, in lower case: people write `Llama 3`, `llama3` and `llama-3`.
std::string plain(std::string_view name) {
  std::string letters;
  for (const unsigned char c : name)
    if (std::isalnum(c) != 0) letters += char(std::tolower(c));
  return letters;
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

std::optional<ChatFamily> family_named(std::string_view name) {
  constexpr std::size_t kLongestName = 32;
  if (name.size() > kLongestName || name.find('{') != name.npos) return std::nullopt;
  const auto named = std::ranges::find_if(
      kFamilies, [&](ChatFamily family) { return plain(chat_family_name(family)) == plain(name); });
  return named == kFamilies.end() ? std::nullopt : std::optional(*named);
}

ChatFamily family_of(const Tokenizer& tokenizer) {
  const auto has = [&](std::string_view marker) { return tokenizer.find_special(marker) >= 0; };
  if (has("<|im_start|>")) return ChatFamily::kChatML;
  if (has("<|start_header_id|>")) return ChatFamily::kLlama3;
  if (has("<start_of_turn>")) return ChatFamily::kGemma;
  if (has("[INST]")) return ChatFamily::kMistralV3;
  if (has("<|user|>") && has("<|end|>")) return ChatFamily::kPhi3;
  return ChatFamily::kVicuna;
}

}  // namespace canter
