#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "chat/answer_splitter.h"
#include "chat/chat_prompt.h"
#include "chat/thinking.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// How a model reads a conversation: its own template, or a built-in format if it has none. Made
/// once for each open model; cheap to copy, immutable, safe to use from several threads.
class ChatFormat {
 public:
  /// `tokenizer` must outlive the object and its copies. A template that cannot be used is
  /// complained of by render().
  explicit ChatFormat(const Tokenizer& tokenizer);

  /// The prompt as parts of markup and content. kUsage for roles, or an order of them, that the
  /// format has no place for, and for no message at all. If the last message is the assistant's,
  /// the prompt ends inside it (inside its thinking, if it has nothing else), so that the answer
  /// continues it.
  Result<std::vector<PromptPart>> render(std::span<const ChatMessage> messages,
                                         const PromptOptions& options = {}) const;

  /// The start token if the model wants one (never twice), markup with special tokens, content
  /// without.
  Result<std::vector<TokenId>> encode(std::span<const PromptPart> prompt) const;
  /// Both steps.
  Result<std::vector<TokenId>> encode(std::span<const ChatMessage> messages,
                                      const PromptOptions& options = {}) const;

  /// For an answer to `prompt`: knows whether the prompt has opened or closed a block of thinking.
  AnswerSplitter splitter(std::span<const PromptPart> prompt) const;

  /// Texts that end an answer where turns do not end with a special token.
  const std::vector<std::string>& stop_strings() const;
  /// Tokens that end turns though the tokenizer does not count them as ends.
  const std::vector<TokenId>& end_tokens() const;

  const Thinking& thinking() const;
  /// Whether PromptOptions::tools are told to the model.
  bool takes_tools() const;

 private:
  struct State;
  std::shared_ptr<const State> state_;
};

/// A model's template for display, by its source: `none`, or `own` with what it can.
std::string describe_chat_template(const std::string& source);

}  // namespace canter
