#include "chat/chat_format.h"

#include "chat/built_in_format.h"

namespace canter {
namespace {

ChatFamily family_of(const Tokenizer& tokenizer) {
  if (const auto family = recognise_chat_family(tokenizer.chat_template())) return *family;
  return tokenizer.find_special("<|im_start|>") >= 0 ? ChatFamily::kChatML : ChatFamily::kVicuna;
}

/// The tokens' own spelling, so that an end that is no `</s>` is found in markup.
TurnTokens turn_tokens(const Tokenizer& tokenizer) {
  TurnTokens tokens;
  if (tokenizer.is_special(tokenizer.bos())) tokens.start = tokenizer.stored_piece(tokenizer.bos());
  if (tokenizer.is_special(tokenizer.eos())) tokens.end = tokenizer.stored_piece(tokenizer.eos());
  return tokens;
}

}  // namespace

struct ChatFormat::State {
  const Tokenizer* tokenizer;
  ChatFamily family;
  TurnTokens turn_tokens;
  std::vector<std::string> stop_strings;
  std::vector<TokenId> end_tokens;
  Thinking thinking;
};

ChatFormat::ChatFormat(const Tokenizer& tokenizer) {
  const auto family = family_of(tokenizer);
  state_ =
      std::make_shared<const State>(State{.tokenizer = &tokenizer,
                                          .family = family,
                                          .turn_tokens = turn_tokens(tokenizer),
                                          .stop_strings = built_in_stop_strings(family, tokenizer),
                                          .end_tokens = {},
                                          .thinking = {}});
}

Result<std::vector<PromptPart>> ChatFormat::render(std::span<const ChatMessage> messages,
                                                   const PromptOptions& options) const {
  return render_built_in(state_->family, messages, options.add_generation_prompt,
                         state_->turn_tokens);
}

Result<std::vector<TokenId>> ChatFormat::encode(std::span<const PromptPart> prompt) const {
  std::vector<Tokenizer::TextPart> parts;
  for (const auto& part : prompt) parts.push_back({part.text, part.markup});
  return state_->tokenizer->encode_parts(parts, true);
}

Result<std::vector<TokenId>> ChatFormat::encode(std::span<const ChatMessage> messages,
                                                const PromptOptions& options) const {
  const auto prompt = render(messages, options);
  if (!prompt) return propagate(prompt);
  return encode(*prompt);
}

AnswerSplitter ChatFormat::splitter(std::span<const PromptPart> prompt) const {
  AnswerSplitter splitter(state_->thinking.markers);
  for (auto part = prompt.rbegin(); part != prompt.rend(); ++part) {
    if (!part->markup) continue;
    splitter.begin_behind(part->text, part != prompt.rbegin());
    break;
  }
  return splitter;
}

const std::vector<std::string>& ChatFormat::stop_strings() const {
  return state_->stop_strings;
}

const std::vector<TokenId>& ChatFormat::end_tokens() const {
  return state_->end_tokens;
}

const Thinking& ChatFormat::thinking() const {
  return state_->thinking;
}

std::string describe_chat_template(const std::string& source) {
  return source.empty() ? "none" : "own";
}

}  // namespace canter
