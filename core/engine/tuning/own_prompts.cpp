#include "engine/tuning/own_prompts.h"

#include "engine/generation/history.h"

namespace canter::engine {

Result<std::vector<tuning::Prompt>> own_prompts(Store& store, std::size_t most) {
  const auto conversations = store.conversations();
  if (!conversations) return propagate(conversations);
  std::vector<tuning::Prompt> prompts;
  for (const Conversation& conversation : *conversations) {
    if (!conversation.head) continue;
    const auto branch = store.branch(*conversation.head);
    if (!branch) return propagate(branch);
    const tuning::Prompt history = chat_history(*branch);
    for (std::size_t end = 1; end <= history.size(); ++end) {
      if (prompts.size() == most) return prompts;
      if (history[end - 1].role == role_name(MessageRole::kUser))
        prompts.emplace_back(history.begin(), history.begin() + std::ptrdiff_t(end));
    }
  }
  return prompts;
}

}  // namespace canter::engine
