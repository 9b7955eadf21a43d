#include "tokenizer/vocabulary/added_tokens.h"

#include <algorithm>

#include "base/held_memory.h"
#include "tokenizer/text/characters.h"

namespace canter {
namespace {

std::size_t white_space_before(std::string_view text, std::size_t at) {
  while (at > 0) {
    const std::size_t begin = character_before(text, at);
    if (!is_white_space(code_point_at(text, begin))) break;
    at = begin;
  }
  return at;
}

std::size_t white_space_behind(std::string_view text, std::size_t at) {
  while (at < text.size() && is_white_space(code_point_at(text, at))) {
    at += character_length(text[at]);
  }
  return at;
}

bool stands_alone(std::string_view text, ByteRange range) {
  const auto is_word = [&](std::size_t at) { return is_word_character(code_point_at(text, at)); };
  return (range.begin == 0 || !is_word(character_before(text, range.begin))) &&
         (range.end == text.size() || !is_word(range.end));
}

}  // namespace

AddedTokens::AddedTokens(std::vector<AddedToken> tokens) : tokens_(std::move(tokens)) {
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (tokens_[i].text.empty()) continue;
    std::uint32_t at = 0;
    for (const char byte : tokens_[i].text) {
      const Node* next = child(nodes_[at], byte);
      if (next) {
        at = static_cast<std::uint32_t>(next - nodes_.data());
      } else {
        const auto fresh = static_cast<std::uint32_t>(nodes_.size());
        if (at == 0) roots_[static_cast<unsigned char>(byte)] = fresh;
        nodes_[at].children.emplace_back(byte, fresh);
        nodes_.emplace_back();
        at = fresh;
      }
    }
    if (nodes_[at].token < 0) nodes_[at].token = static_cast<std::int32_t>(i);
  }
}

std::size_t AddedTokens::memory_bytes() const {
  std::size_t bytes = held_bytes(tokens_) + held_bytes(nodes_) + held_bytes(roots_);
  for (const AddedToken& token : tokens_) bytes += held_bytes(token.text);
  for (const Node& node : nodes_) bytes += held_bytes(node.children);
  return bytes;
}

const AddedTokens::Node* AddedTokens::child(const Node& node, char byte) const {
  for (const auto& [label, target] : node.children) {
    if (label == byte) return &nodes_[target];
  }
  return nullptr;
}

std::vector<AddedTokens::Match> AddedTokens::find(std::string_view text,
                                                  std::span<const ByteRange> content) const {
  std::vector<Match> matches;
  RangeCursor typed(content);
  std::size_t done = 0;  // of the text, up to which earlier matches reach
  for (std::size_t begin = 0; begin < text.size();) {
    const AddedToken* longest = nullptr;
    std::size_t end = begin + 1;
    const std::uint32_t root = roots_[static_cast<unsigned char>(text[begin])];
    const Node* node = root == 0 ? nullptr : &nodes_[root];
    for (std::size_t at = begin + 1; node; ++at) {
      if (node->token >= 0) {
        const AddedToken& token = tokens_[static_cast<std::size_t>(node->token)];
        if (!token.special || !typed.touches(begin, at)) {
          longest = &token;
          end = at;
        }
      }
      node = at < text.size() ? child(*node, text[at]) : nullptr;
    }
    if (longest && (!longest->single_word || stands_alone(text, {begin, end}))) {
      ByteRange range{begin, end};
      if (longest->lstrip) range.begin = std::max(white_space_before(text, begin), done);
      if (longest->rstrip) range.end = white_space_behind(text, end);
      matches.push_back({longest->id, range});
      done = range.end;
    }
    begin = end;
  }
  return matches;
}

}  // namespace canter
