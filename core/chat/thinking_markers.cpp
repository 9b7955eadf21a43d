#include "chat/thinking_markers.h"

#include <array>
#include <optional>

#include "chat/has.h"

namespace canter {
namespace {

/// Markers around a block, and the white space that models put beside them.
struct Tags {
  std::string_view sign;  ///< what a template with them holds
  std::string_view open;
  std::string_view close;
  std::string_view after_open;
  std::string_view before_close;
  std::string_view after_close;
};

/// The common `<think>` last: templates of other kinds may mention it, too.
constexpr std::array kTags = {
    Tags{"<|channel>thought", "<|channel>thought", "<channel|>", "\n", "\n", ""},
    Tags{"<|begin|>assistant<|think|>", "<|think|>", "<|end|><|begin|>assistant<|content|>", "", "",
         ""},
    Tags{"[/THINK]", "[THINK]", "[/THINK]", "", "", ""},
    Tags{"</seed:think>", "<seed:think>", "</seed:think>", "", "", ""},
    Tags{"</mm:think>", "<mm:think>", "</mm:think>", "", "", ""},
    Tags{"<|END_THINKING|>", "<|START_THINKING|>", "<|END_THINKING|>", "", "", ""},
    Tags{"<|inner_suffix|>", "<|inner_prefix|>", "<|inner_suffix|>", "", "", ""},
    Tags{"◁/think▷", "◁think▷", "◁/think▷", "", "", ""},
    Tags{"</think{}>'.format(HYTK)", "<think:opensource>", "</think:opensource>", "", "", ""},
    Tags{"</think>", "<think>", "</think>", "\n", "\n", "\n\n"},
};

constexpr std::array<std::string_view, 6> kChannelTokens = {
    "<|start|>", "<|channel|>", "<|message|>", "<|end|>", "<|return|>", "<|call|>"};

ThinkingMarkers markers_of(const Tags& tags) {
  return {.style = ThinkingStyle::kTags,
          .open = std::string(tags.open),
          .close = std::string(tags.close),
          .opening = std::string(tags.open) + std::string(tags.after_open),
          .closing = std::string(tags.before_close) + std::string(tags.close) +
                     std::string(tags.after_close)};
}

const ThinkingMarkers kChannels = {
    .style = ThinkingStyle::kChannels,
    .opening = "<|channel|>analysis<|message|>",
    .closing = "<|end|><|start|>assistant<|channel|>final<|message|>"};

std::optional<ThinkingMarkers> markers_in(std::string_view jinja_template) {
  if (has(jinja_template, "<|channel|>analysis<|message|>")) return kChannels;
  for (const Tags& tags : kTags)
    if (has(jinja_template, tags.sign)) return markers_of(tags);
  return std::nullopt;
}

bool is_one_token(const Tokenizer& tokenizer, std::string_view text) {
  const auto tokens = tokenizer.encode(text, {.add_bos = false, .allow_special = true});
  return tokens && tokens->size() == 1;
}

/// Calls `visit` for each `<…>` and `[…]`.
template <typename Visit>
void for_each_bracketed(std::string_view text, const Visit& visit) {
  while (true) {
    const auto begin = text.find_first_of("<[");
    if (begin == text.npos) return;
    const auto end = text.find(text[begin] == '<' ? '>' : ']', begin);
    if (end == text.npos) return;
    visit(text.substr(begin, end + 1 - begin));
    text.remove_prefix(end + 1);
  }
}

}  // namespace

ThinkingMarkers find_thinking_markers(std::string_view jinja_template, const Tokenizer& tokenizer) {
  if (const auto markers = markers_in(jinja_template)) return *markers;
  for (const Tags& tags : kTags)
    if (is_one_token(tokenizer, tags.open) && is_one_token(tokenizer, tags.close))
      return markers_of(tags);
  return {};
}

bool mentions_thinking(std::string_view jinja_template) {
  return markers_in(jinja_template).has_value();
}

std::map<TokenId, std::string> hidden_tokens(const ThinkingMarkers& markers,
                                             const Tokenizer& tokenizer) {
  std::map<TokenId, std::string> hidden;
  const auto add = [&](std::string_view marker) {
    const TokenId token = tokenizer.find_special(marker);
    if (token >= 0 && tokenizer.piece_bytes(token).empty()) hidden.emplace(token, marker);
  };
  for_each_bracketed(markers.open + markers.close, add);
  if (markers.style == ThinkingStyle::kChannels)
    for (const std::string_view token : kChannelTokens) add(token);
  return hidden;
}

}  // namespace canter
