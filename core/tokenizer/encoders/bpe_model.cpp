#include "tokenizer/encoders/bpe_model.h"

#include <algorithm>
#include <utility>

#include "tokenizer/text/characters.h"
#include "tokenizer/vocabulary/byte_piece.h"

namespace canter {
namespace {

using Candidate = BpeModel::Workspace::Candidate;

/// For a heap whose top is merged first: lower ranks, then from left to right.
bool comes_later(const Candidate& a, const Candidate& b) {
  return a.rank != b.rank ? a.rank > b.rank : a.position > b.position;
}

}  // namespace

BpeModel::BpeModel(const Vocabulary& vocabulary, BpeSettings settings)
    : vocabulary_(&vocabulary), settings_(std::move(settings)), merges_(settings_.merges) {
  std::string character;
  for (char32_t c = 0; c < short_characters_.size(); ++c) {
    character.clear();
    append_character(character, c);
    short_characters_[c] = vocabulary.find_plain(character);
  }
  for (std::size_t byte = 0; byte < bytes_.size(); ++byte) {
    bytes_[byte] = vocabulary.find_plain(byte_piece(static_cast<std::uint8_t>(byte)));
  }
}

TokenId BpeModel::token_of(std::string_view character) const {
  if (character.size() <= 2) return short_characters_[code_point_at(character, 0)];
  return vocabulary_->find_plain(character);
}

void BpeModel::begin(std::string_view word, std::vector<Workspace::Symbol>& symbols) const {
  symbols.clear();
  const auto add = [&](TokenId token) {
    const auto index = static_cast<std::int32_t>(symbols.size());
    symbols.push_back({token, index - 1, index + 1});
  };
  bool unknown_waits = false;
  for (std::size_t at = 0; at < word.size();) {
    const auto character = word.substr(at, character_length(word[at]));
    at += character.size();
    if (const TokenId token = token_of(character); token >= 0) {
      if (unknown_waits) add(settings_.unknown);
      unknown_waits = false;
      add(token);
      continue;
    }
    const auto byte_token = [&](char c) { return bytes_[static_cast<unsigned char>(c)]; };
    if (settings_.byte_fallback &&
        std::ranges::all_of(character, [&](char c) { return byte_token(c) >= 0; })) {
      for (const char c : character) add(byte_token(c));
      continue;
    }
    if (settings_.unknown < 0) continue;
    if (unknown_waits && !settings_.fuse_unknown) add(settings_.unknown);
    unknown_waits = true;
  }
  if (unknown_waits) add(settings_.unknown);
  if (!symbols.empty()) symbols.back().next = -1;
}

void BpeModel::add_candidate(Workspace& workspace, std::int32_t position) const {
  const auto& symbols = workspace.symbols;
  const auto& left = symbols[static_cast<std::size_t>(position)];
  if (left.next < 0) return;
  const auto* merge = merges_.find(left.token, symbols[static_cast<std::size_t>(left.next)].token);
  if (!merge) return;
  workspace.heap.push_back({merge->rank, position, merge->result});
  std::ranges::push_heap(workspace.heap, comes_later);
}

void BpeModel::merge(Workspace& workspace) const {
  auto& symbols = workspace.symbols;
  auto& heap = workspace.heap;
  heap.clear();
  for (std::size_t i = 0; i + 1 < symbols.size(); ++i) {
    const auto* merge = merges_.find(symbols[i].token, symbols[i + 1].token);
    if (merge) heap.push_back({merge->rank, static_cast<std::int32_t>(i), merge->result});
  }
  std::ranges::make_heap(heap, comes_later);
  while (!heap.empty()) {
    std::ranges::pop_heap(heap, comes_later);
    const Candidate best = heap.back();
    heap.pop_back();
    auto& left = symbols[static_cast<std::size_t>(best.position)];
    if (left.token < 0 || left.next < 0) continue;
    auto& right = symbols[static_cast<std::size_t>(left.next)];
    // Its parts may have been merged with others since.
    const auto* merge = merges_.find(left.token, right.token);
    if (!merge || merge->result != best.result) continue;
    left.token = best.result;
    left.next = right.next;
    right.token = -1;
    if (left.next >= 0) symbols[static_cast<std::size_t>(left.next)].previous = best.position;
    if (left.previous >= 0) add_candidate(workspace, left.previous);
    add_candidate(workspace, best.position);
  }
}

void BpeModel::encode(std::string_view word, Workspace& workspace,
                      std::vector<TokenId>& tokens) const {
  if (settings_.ignore_merges) {
    if (const TokenId whole = vocabulary_->find_plain(word); whole >= 0) {
      tokens.push_back(whole);
      return;
    }
  }
  begin(word, workspace.symbols);
  merge(workspace);
  for (const auto& symbol : workspace.symbols) {
    if (symbol.token >= 0) tokens.push_back(symbol.token);
  }
}

}  // namespace canter
