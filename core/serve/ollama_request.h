#pragma once

#include "serve/chat_prompt.h"

namespace canter::serve {

/// A request to /api/chat or /api/generate.
struct OllamaRequest {
  ChatTask task = {};
  /// `raw`: this instead of a chat.
  std::optional<std::vector<TokenId>> raw = {};
  bool streamed = true;
  bool only_loads = false;  ///< nothing is asked: clients do so to have the model opened
};

Checked<OllamaRequest> read_ollama_chat(const ServedModel& served, const Json& request);
Checked<OllamaRequest> read_ollama_generate(const ServedModel& served, const Json& request);

/// What all of Ollama's paths take, each from its member: `options`, `keep_alive`.
void read_options(const ServedModel& served, JsonFields& fields, GenerationSettings& settings);
void read_keep_alive(JsonFields& fields);

}  // namespace canter::serve
