#include "tokenizer/vocabulary/vocabulary.h"

#include <utility>

#include "base/held_memory.h"

namespace canter {
namespace {

bool is_filler(const Token& token, std::size_t id) {
  return token.text.starts_with("[PAD") && token.text == "[PAD" + std::to_string(id) + "]";
}

TokenId find_in(const std::unordered_map<std::string_view, TokenId>& index, std::string_view text) {
  const auto found = index.find(text);
  return found == index.end() ? -1 : found->second;
}

}  // namespace

void remove_fillers(std::vector<Token>& tokens) {
  for (std::size_t id = 0; id < tokens.size(); ++id) {
    if (is_filler(tokens[id], id)) tokens[id] = {"", tokens[id].score, TokenKind::kUnused};
  }
  while (!tokens.empty() && tokens.back().text.empty()) tokens.pop_back();
}

Vocabulary::Vocabulary(std::vector<Token> tokens) : tokens_(std::move(tokens)) {
  plain_.reserve(tokens_.size());
  for (TokenId id = 0; id < size(); ++id) {
    const Token& token = (*this)[id];
    if (token.text.empty()) continue;
    const bool is_control =
        token.special || token.kind == TokenKind::kControl || token.kind == TokenKind::kUnknown;
    const bool is_user_defined = token.kind == TokenKind::kUserDefined;
    auto& index = is_control ? control_ : is_user_defined ? user_defined_ : plain_;
    index.emplace(token.text, id);
  }
}

std::size_t Vocabulary::memory_bytes() const {
  std::size_t bytes =
      held_bytes(tokens_) + held_bytes(control_) + held_bytes(user_defined_) + held_bytes(plain_);
  for (const Token& token : tokens_) bytes += held_bytes(token.text);
  return bytes;
}

TokenId Vocabulary::find_marked(std::string_view text) const {
  const TokenId control = find_in(control_, text);
  return control >= 0 ? control : find_in(user_defined_, text);
}

TokenId Vocabulary::find_plain(std::string_view text) const {
  const TokenId plain = find_in(plain_, text);
  return plain >= 0 ? plain : find_in(user_defined_, text);
}

}  // namespace canter
