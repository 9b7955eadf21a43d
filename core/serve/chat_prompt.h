#pragma once

#include <string>
#include <vector>

#include "serve/json_fields.h"
#include "serve/served_model.h"
#include "serve/tool_calls.h"

namespace canter::serve {

/// Reads messages as OpenAI and Ollama write them. What is no text is refused with its place.
Checked<std::vector<ChatMessage>> read_messages(const Json& list, const std::string& place);

/// A chat that is to be answered.
struct ChatTask {
  std::vector<ChatMessage> messages = {};
  std::string messages_place = "messages";
  Tools tools = {};
  ThinkingWish thinking = ThinkingWish::kDefault;
  GenerationSettings settings = {};
  int answers = 1;
  int likelihoods = -1;  ///< as GenerationRequest has it
};

/// What a model is to write on, and how to read it.
struct ChatPrompt {
  std::vector<engine::GenerationRequest> requests = {};
  AnswerSplitter splitter{{}};
};

/// Puts the task through the model's template. 400 for what the template refuses, or a prompt that
/// does not fit the context.
Checked<ChatPrompt> make_chat_prompt(const ServedModel& served, const ChatTask& task);

/// 400 for a prompt that leaves no room for an answer.
Checked<void> check_length(const ServedModel& served, std::size_t tokens, const std::string& place);

/// 400, naming the member `param`, where the model cannot do what is wished.
Checked<void> check_thinking(const ServedModel& served, ThinkingWish wish,
                             const std::string& param);

}  // namespace canter::serve
