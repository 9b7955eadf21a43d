#include "decode/grammar/token_constraint.h"

#include <algorithm>
#include <utility>

#include "decode/scored_token.h"

namespace canter {
namespace {

/// So many states are remembered with what they allow.
constexpr std::size_t kMostRememberedStates = 256;
/// For what the grammar allows and the model does not: better than nothing, worse than all else.
constexpr float kHardly = -1e30f;

std::vector<TokenId> all_ends(const Tokenizer& tokenizer, const std::vector<TokenId>& others) {
  std::vector<TokenId> ends = others;
  for (TokenId token = 0; token < tokenizer.vocabulary_size(); ++token)
    if (tokenizer.ends_generation(token)) ends.push_back(token);
  std::ranges::sort(ends);
  return ends;
}

}  // namespace

TokenConstraint::TokenConstraint(std::shared_ptr<const Grammar> grammar, const Tokenizer& tokenizer,
                                 Options options)
    : tokenizer_(&tokenizer),
      options_(std::move(options)),
      texts_(TokenTexts::of(tokenizer)),
      ends_(all_ends(tokenizer, options_.end_tokens)),
      states_(std::move(grammar)),
      state_(states_.start()),
      at_text_start_(options_.at_text_start) {}

bool TokenConstraint::ends(TokenId token) const {
  return std::ranges::binary_search(ends_, token);
}

void TokenConstraint::mask(std::span<float> logits) {
  const auto& bits = allowed().bits;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    const bool may_follow = i / 64 < bits.size() && (bits[i / 64] >> (i % 64) & 1) != 0;
    if (!may_follow)
      logits[i] = kNeverChosen;
    else if (!(logits[i] > kHardly))
      logits[i] = kHardly;
  }
}

void TokenConstraint::accept(TokenId token) {
  const std::string text = at_text_start_ ? TokenTexts::at_the_beginning(*tokenizer_, token)
                                          : TokenTexts::in_the_middle(*tokenizer_, token);
  if (text.empty()) return;
  at_text_start_ = false;
  for (const char byte : text) state_ = states_.next(state_, static_cast<unsigned char>(byte));
}

const TokenConstraint::Allowed& TokenConstraint::allowed() {
  if (at_text_start_) {
    if (first_.bits.empty()) first_ = find_allowed();
    return first_;
  }
  if (const auto known = allowed_.find(state_); known != allowed_.end()) return known->second;
  Allowed found = find_allowed();
  if (allowed_.size() >= kMostRememberedStates) allowed_.clear();
  return allowed_[state_] = std::move(found);
}

TokenConstraint::Allowed TokenConstraint::find_allowed() {
  const TokenTrie& trie = at_text_start_ ? texts_->beginning(*tokenizer_) : texts_->middle();
  Allowed found;
  found.bits.resize((std::size_t(tokenizer_->vocabulary_size()) + 63) / 64);
  const auto allow = [&](TokenId token) {
    found.bits[std::size_t(token) / 64] |= std::uint64_t{1} << (token % 64);
  };
  path_.resize(trie.depth() + 1);
  path_[0] = state_;
  for (std::size_t i = 0; i < trie.size();) {
    const TokenTrie::Node& node = trie[i];
    const auto next = states_.next(path_[node.depth], node.byte);
    if (next == GrammarStates::kDead) {
      i = node.end;
      continue;
    }
    path_[node.depth + 1u] = next;
    for (const TokenId token : trie.tokens_at(i++)) {
      if (ends(token)) continue;
      allow(token);
      found.any = true;
    }
    if (!states_.is_full()) continue;
    states_.keep_only(std::span(path_).first(node.depth + 2u));
    state_ = path_[0];
    allowed_.clear();
  }
  if (options_.may_choose_end && may_end())
    for (const TokenId token : ends_)
      if (token >= 0 && token < tokenizer_->vocabulary_size()) allow(token);
  return found;
}

}  // namespace canter
