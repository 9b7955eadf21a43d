#include "decode/grammar/token_texts.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include "base/utf8.h"

namespace canter {
namespace {

/// Nobody needs longer ones inside a grammar.
constexpr std::size_t kMostTokenBytes = 1024;
/// Tokenizers that are remembered: a model's, and of another that is asked in turn.
constexpr std::size_t kMostTokenizers = 2;

/// Of all that tells tokenizers apart: how a piece becomes text is looked up for some.
std::size_t fingerprint(const Tokenizer& tokenizer) {
  constexpr TokenId kEvery = 61;
  const std::hash<std::string_view> hash_of;
  std::uint64_t hash = hash_of(tokenizer.description());
  const auto add = [&](std::uint64_t value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 32;
  };
  for (TokenId token = 0; token < tokenizer.vocabulary_size(); ++token) {
    add(hash_of(tokenizer.stored_piece(token)) + (tokenizer.is_special(token) ? 1 : 0));
    if (token % kEvery == 0) add(hash_of(tokenizer.piece_bytes(token)));
  }
  return std::size_t(hash);
}

template <typename TextOf>
TokenTrie trie_of(const Tokenizer& tokenizer, const TextOf& text_of) {
  std::vector<std::pair<std::string, TokenId>> texts;
  texts.reserve(std::size_t(tokenizer.vocabulary_size()));
  for (TokenId token = 0; token < tokenizer.vocabulary_size(); ++token) {
    std::string text = text_of(tokenizer, token);
    if (!text.empty() && text.size() <= kMostTokenBytes) texts.emplace_back(std::move(text), token);
  }
  return TokenTrie(std::move(texts));
}

std::string text_alone(const Tokenizer& tokenizer, TokenId token, bool at_text_start) {
  DetokenizerStream stream(tokenizer, at_text_start);
  std::string text = stream.push(token);
  return text + stream.finish();
}

}  // namespace

TokenTrie::TokenTrie(std::vector<std::pair<std::string, TokenId>> texts) {
  std::ranges::sort(texts);
  std::vector<std::uint32_t> path;
  std::string_view before;
  const auto close = [&](std::size_t depth) {
    for (; path.size() > depth; path.pop_back())
      nodes_[path.back()].end = std::uint32_t(nodes_.size());
  };
  for (const auto& [text, token] : texts) {
    const auto shared = std::size_t(std::ranges::mismatch(before, text).in1 - before.begin());
    close(shared);
    for (std::size_t i = shared; i < text.size(); ++i) {
      path.push_back(std::uint32_t(nodes_.size()));
      nodes_.push_back({.first_token = std::uint32_t(tokens_.size()),
                        .depth = std::uint16_t(i),
                        .byte = static_cast<unsigned char>(text[i])});
    }
    tokens_.push_back(token);
    depth_ = std::max(depth_, text.size());
    before = text;
  }
  close(0);
  nodes_.push_back({.first_token = std::uint32_t(tokens_.size())});
}

std::shared_ptr<const TokenTexts> TokenTexts::of(const Tokenizer& tokenizer) {
  struct Known {
    std::size_t fingerprint;
    std::shared_ptr<const TokenTexts> texts;
  };
  static std::mutex mutex;
  static std::vector<Known> remembered;  // the one that was asked for last comes first
  const std::size_t print = fingerprint(tokenizer);
  const std::scoped_lock lock(mutex);
  auto known = std::ranges::find(remembered, print, &Known::fingerprint);
  if (known == remembered.end()) {
    std::shared_ptr<const TokenTexts> texts(new TokenTexts(tokenizer));
    if (remembered.size() == kMostTokenizers) remembered.pop_back();
    known = remembered.insert(remembered.end(), {print, std::move(texts)});
  }
  std::rotate(remembered.begin(), known, known + 1);
  return remembered.front().texts;
}

TokenTexts::TokenTexts(const Tokenizer& tokenizer) : middle_(trie_of(tokenizer, in_the_middle)) {}

const TokenTrie& TokenTexts::beginning(const Tokenizer& tokenizer) const {
  std::call_once(begun_, [&] { beginning_ = trie_of(tokenizer, at_the_beginning); });
  return beginning_;
}

std::string TokenTexts::in_the_middle(const Tokenizer& tokenizer, TokenId token) {
  return tokenizer.is_special(token) ? std::string() : tokenizer.piece_bytes(token);
}

std::string TokenTexts::at_the_beginning(const Tokenizer& tokenizer, TokenId token) {
  std::string text = in_the_middle(tokenizer, token);
  // Only spaces are ever dropped, and the stream knows which; it shows no unfinished characters.
  if (text.find(' ') == std::string::npos) return text;
  const std::string shown = text_alone(tokenizer, token, true);
  std::size_t dropped = text_alone(tokenizer, token, false).size() - shown.size();
  if (is_valid_utf8(text)) return shown;
  for (std::size_t at = 0; dropped > 0 && (at = text.find(' ', at)) != std::string::npos; --dropped)
    text.erase(at, 1);
  return text;
}

}  // namespace canter
