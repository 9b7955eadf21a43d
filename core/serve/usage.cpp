#include "serve/usage.h"

#include <algorithm>

namespace canter::serve {

void Usage::add(const Answer& answer) {
  const AnswerStatistics& cost = answer.statistics;
  prompt = std::max(prompt, cost.prompt_tokens);
  cached = std::max(cached, cost.reused_tokens);
  generated += cost.generated;
  prompt_ms = std::max(prompt_ms, cost.prompt_ms);
  first_token_ms = std::max(first_token_ms, cost.first_token_ms);
  total_ms = std::max(total_ms, cost.total_ms);
}

Json completion_usage(const Usage& usage) {
  return {{"prompt_tokens", usage.prompt},
          {"completion_tokens", usage.generated},
          {"total_tokens", usage.prompt + usage.generated},
          {"prompt_tokens_details", {{"cached_tokens", usage.cached}}},
          {"completion_tokens_details", {{"accepted_prediction_tokens", usage.accepted}}}};
}

const char* finish_name(FinishReason reason) {
  const bool full = reason == FinishReason::kTokenLimit || reason == FinishReason::kContextFull;
  return full ? "length" : "stop";
}

}  // namespace canter::serve
