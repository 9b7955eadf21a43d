#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "tokenizer/tokenizer.h"

namespace canter {

struct ChatMessage {
  std::string role;  ///< `system`, `user` or `assistant`
  std::string content;
};

/// The chat formats this program writes itself. A model's Jinja template is not run: it is
/// recognised.
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

/// nullopt for a template of no known family, or an empty one.
std::optional<ChatFamily> recognise_chat_family(std::string_view jinja_template);

/// A piece of a rendered prompt. `markup` comes from the template and may hold special tokens;
/// everything else was typed by somebody and must not.
struct PromptPart {
  std::string text;
  bool markup = false;

  bool operator==(const PromptPart&) const = default;
};

/// The prompt that asks for the next answer (ends where the assistant's text begins), without the
/// start token, which the tokenizer adds. kUsage for an unknown role, roles in an order the family
/// does not allow (Llama 2, Mistral, Gemma want user and assistant in turn), or no message at all.
/// Families without a system role put the system text where their own templates put it (in front of
/// the first user message). If the last message is the assistant's, the prompt ends inside it, so
/// that the answer continues it.
Result<std::vector<PromptPart>> render_chat(ChatFamily family,
                                            std::span<const ChatMessage> messages);

/// The parts joined, for display and tests.
std::string prompt_text(std::span<const PromptPart> parts);

/// Render and tokenise: the start token if the model wants one, markup with special tokens, content
/// without. The chat family is the tokenizer's; a model without a known template is written as
/// ChatML if its vocabulary has `<|im_start|>`, otherwise as Vicuna.
Result<std::vector<TokenId>> encode_chat(const Tokenizer& tokenizer,
                                         std::span<const ChatMessage> messages);

/// Strings that end an answer in families whose turns do not end with a special token.
std::vector<std::string> stop_strings(const Tokenizer& tokenizer);

}  // namespace canter
