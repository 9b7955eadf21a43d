#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "chat/chat_prompt.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// The chat formats that this program writes itself, for models without a template.
enum class ChatFamily {
  kStarter,  ///< `<|user|>text</s>`
  kChatML,
  kLlama2,
  kLlama3,
  kZephyr,
  kMistral,    ///< up to version 2: `[INST] text [/INST]`
  kMistralV3,  ///< `[INST] text[/INST]`
  kGemma,
  kPhi3,
  kVicuna,
};

std::string_view chat_family_name(ChatFamily family);

/// Some files hold the name of a format, such as `chatml`, where their template should be.
std::optional<ChatFamily> family_named(std::string_view name);

/// The format that suits a vocabulary: that of the markers it holds.
ChatFamily family_of(const Tokenizer& tokenizer);

/// How a model writes its start and end tokens.
struct TurnTokens {
  std::string start = "<s>";
  std::string end = "</s>";
};

/// A conversation without the start token in front of it. `developer` is written as `system`,
/// `tool` as `user`. kUsage for another role, roles in an order that the family does not allow
/// (Llama 2, Mistral, Gemma want user and assistant in turn), or no message at all. Families
/// without a system role put the system text in front of the first user message. An assistant's
/// last message is continued, unless `add_generation_prompt` is off.
Result<std::vector<PromptPart>> render_built_in(ChatFamily family,
                                                std::span<const ChatMessage> messages,
                                                bool add_generation_prompt = true,
                                                const TurnTokens& tokens = {});

/// Texts that end an answer in a family whose turns do not end with a token of the vocabulary.
std::vector<std::string> built_in_stop_strings(ChatFamily family, const Tokenizer& tokenizer);

}  // namespace canter
