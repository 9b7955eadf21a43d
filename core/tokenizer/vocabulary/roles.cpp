#include "tokenizer/vocabulary/roles.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace canter {
namespace {

constexpr std::size_t kMaxTemplateMarker = 64;

constexpr std::array<std::string_view, 13> kEndNames = {
    "<|im_end|>",    "<|eot_id|>",      "<|eom_id|>", "<end_of_turn>",
    "<turn|>",       "<|end|>",         "<|return|>", "<|call|>",
    "<|endoftext|>", "<|end_of_text|>", "</s>",       "<｜end▁of▁sentence｜>",
    "<|eot|>"};

bool is_piped(std::string_view text) {
  return text.size() > 4 && text.starts_with("<|") && text.ends_with("|>");
}

bool names_a_turn(std::string_view text) {
  return text == "<start_of_turn>" || text == "<end_of_turn>" || text == "<|turn>" ||
         text == "<turn|>";
}

/// Every stretch of `text` from an opening to a closing bracket, up to a length.
std::unordered_set<std::string_view> bracketed_stretches(std::string_view text) {
  std::unordered_set<std::string_view> found;
  for (auto begin = text.find_first_of("<["); begin != std::string_view::npos;
       begin = text.find_first_of("<[", begin + 1)) {
    const auto stretch = text.substr(begin, kMaxTemplateMarker);
    for (auto end = stretch.find_first_of(">]"); end != std::string_view::npos;
         end = stretch.find_first_of(">]", end + 1)) {
      found.insert(stretch.substr(0, end + 1));
    }
  }
  return found;
}

}  // namespace

void mark_special_tokens(std::vector<Token>& tokens, KindsFrom source,
                         const std::set<std::string, std::less<>>& declared,
                         std::string_view chat_template) {
  const auto in_template = bracketed_stretches(chat_template);
  for (auto& token : tokens) {
    token.special = token.kind == TokenKind::kControl;
    if (token.kind != TokenKind::kUserDefined) continue;
    const bool is_used = in_template.contains(token.text);
    token.special = declared.contains(token.text);
    if (source == KindsFrom::kSentencePiece) {
      token.special = token.special || is_piped(token.text) || is_used;
    } else {
      token.special =
          token.special || (is_used && (is_piped(token.text) || names_a_turn(token.text)));
    }
  }
}

void collect_ends(Vocabulary& vocabulary, std::vector<TokenId> ids) {
  const auto special = [&](std::string_view name) {
    const TokenId id = vocabulary.find_marked(name);
    return id >= 0 && vocabulary[id].special ? id : -1;
  };
  if (vocabulary.eos >= 0) ids.push_back(vocabulary.eos);
  for (const auto name : kEndNames) ids.push_back(special(name));
  const bool has_channels = special("<|return|>") >= 0 && special("<|call|>") >= 0;
  const TokenId end_of_message = has_channels ? special("<|end|>") : -1;
  std::erase_if(ids, [&](TokenId id) { return !vocabulary.contains(id) || id == end_of_message; });
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  vocabulary.ends = std::move(ids);
}

}  // namespace canter
