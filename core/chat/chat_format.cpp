#include "chat/chat_format.h"

#include <utility>
#include <variant>

#include "chat/built_in_format.h"
#include "chat/template_format.h"
#include "chat/thinking_markers.h"

namespace canter {
namespace {

/// The tokens' own spelling, so that an end that is no `</s>` is found in markup.
TurnTokens turn_tokens(const Tokenizer& tokenizer) {
  TurnTokens tokens;
  if (tokenizer.is_special(tokenizer.bos())) tokens.start = tokenizer.stored_piece(tokenizer.bos());
  if (tokenizer.is_special(tokenizer.eos())) tokens.end = tokenizer.stored_piece(tokenizer.eos());
  return tokens;
}

/// A model without a template.
struct FamilyFormat {
  ChatFamily family;
  TurnTokens turn_tokens;
};

}  // namespace

struct ChatFormat::State {
  const Tokenizer* tokenizer;
  std::variant<FamilyFormat, TemplateFormat, Error> format;
  TurnEnds turn_ends = {};
  Thinking thinking = {};
  std::map<TokenId, std::string> hidden = {};
};

ChatFormat::ChatFormat(const Tokenizer& tokenizer) {
  const std::string& source = tokenizer.chat_template();
  const auto family = source.empty() ? family_of(tokenizer) : family_named(source);
  State state{.tokenizer = &tokenizer, .format = Error()};
  if (family) {
    state.format = FamilyFormat{*family, turn_tokens(tokenizer)};
    state.turn_ends.stop_strings = built_in_stop_strings(*family, tokenizer);
    state.thinking.markers = find_thinking_markers({}, tokenizer);
    state.thinking.on_by_default = state.thinking.thinks();
  } else if (auto own = TemplateFormat::create(source, tokenizer)) {
    state.turn_ends = own->turn_ends();
    state.thinking = own->thinking();
    state.format = std::move(*own);
  } else {
    state.format = own.error();
  }
  state.hidden = hidden_tokens(state.thinking.markers, tokenizer);
  state_ = std::make_shared<const State>(std::move(state));
}

Result<std::vector<PromptPart>> ChatFormat::render(std::span<const ChatMessage> messages,
                                                   const PromptOptions& options) const {
  if (const auto* broken = std::get_if<Error>(&state_->format)) return tl::unexpected(*broken);
  if (const auto* own = std::get_if<TemplateFormat>(&state_->format))
    return own->render(messages, options);
  const auto& built_in = std::get<FamilyFormat>(state_->format);
  return render_built_in(built_in.family, messages, options.add_generation_prompt,
                         built_in.turn_tokens);
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
  AnswerSplitter splitter(state_->thinking.markers, state_->hidden);
  for (auto part = prompt.rbegin(); part != prompt.rend(); ++part) {
    if (!part->markup) continue;
    splitter.begin_behind(part->text, part != prompt.rbegin());
    break;
  }
  return splitter;
}

const std::vector<std::string>& ChatFormat::stop_strings() const {
  return state_->turn_ends.stop_strings;
}

const std::vector<TokenId>& ChatFormat::end_tokens() const {
  return state_->turn_ends.end_tokens;
}

const Thinking& ChatFormat::thinking() const {
  return state_->thinking;
}

bool ChatFormat::takes_tools() const {
  const auto* own = std::get_if<TemplateFormat>(&state_->format);
  return own && own->takes_tools();
}

std::string describe_chat_template(const std::string& source) {
  if (source.empty()) return "none";
  if (const auto family = family_named(source)) return std::string(chat_family_name(*family));
  const auto parsed = jinja::Template::parse(source);
  if (!parsed) return "own, which cannot be read";
  std::string text = "own";
  if (mentions_thinking(source)) text += ", thinking";
  if (parsed->names("tools")) text += ", tools";
  return text;
}

}  // namespace canter
