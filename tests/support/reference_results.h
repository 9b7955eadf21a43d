#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "chat/chat_prompt.h"
#include "tokenizer/tokenizer.h"

namespace canter::test {

/// A case of tests/data/reference, computed in float64 by an independent program.
struct ReferenceCase {
  std::string id;
  std::vector<ChatMessage> messages;  // starter
  std::string text;                   // stories260K
  std::vector<TokenId> tokens;
  double nll = 0;
  std::vector<TokenId> greedy;
  std::vector<float> logits;  // after the last input token
};

/// Mask rows of the starter's reference adapter: logits for each anchor and mask, in that order.
struct MaskCase {
  std::vector<TokenId> tokens;
  std::vector<int> anchors;                // positions
  std::vector<std::vector<float>> logits;  // [anchors * masks][vocabulary]
};
std::vector<MaskCase> mask_cases();
/// Masks, prompts and transition term.
std::filesystem::path starter_adapter();

/// `name` is `starter` or `stories260K`.
std::vector<ReferenceCase> reference_cases(const std::string& name);

/// Conversations that no tuning has seen, ending with a question.
std::vector<std::vector<ChatMessage>> evaluation_prompts();

std::filesystem::path starter_gguf();
std::filesystem::path starter_folder();
std::filesystem::path stories_gguf();

}  // namespace canter::test
