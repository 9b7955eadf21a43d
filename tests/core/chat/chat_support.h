#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chat/chat_format.h"
#include "core/tokenizer/gguf_support.h"

namespace canter::test {

using Messages = std::vector<ChatMessage>;

inline const Messages kSingle = {{"user", "Hi"}};

/// A small vocabulary with a template, and with `control` as tokens that have no text. No space is
/// put before words, as in the vocabularies of the published templates.
inline Tokenizer tokenizer_with(std::string_view chat_template,
                                const std::vector<std::string>& control = {}) {
  auto pieces = small_vocabulary();
  for (const std::string& text : control) pieces.push_back({text, 0, TokenKind::kControl});
  auto metadata = with(vocabulary_metadata(pieces), "tokenizer.chat_template",
                       text_value(std::string(chat_template)));
  return tokenizer_from(
             with(std::move(metadata), "tokenizer.ggml.add_space_prefix", flag_value(false)))
      .value();
}

/// A published template, from tests/data/templates.
inline std::string published_template(const std::string& name) {
  return read_file(kData / "templates" / (name + ".jinja"));
}

inline std::string prompt_of(const ChatFormat& format, const Messages& messages,
                             const PromptOptions& options = {}) {
  const auto prompt = format.render(messages, options);
  return prompt ? prompt_text(*prompt) : "error: " + prompt.error().message;
}

}  // namespace canter::test
