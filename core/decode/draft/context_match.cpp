#include "decode/draft/context_match.h"

#include <algorithm>

namespace canter {
namespace {

/// A single token says too little.
constexpr int kShortest = 2;
constexpr int kLongest = 24;

}  // namespace

void ContextMatch::find(std::span<const TokenId> text) {
  text_ = text;
  length_ = 0;
  if (text.size() < kShortest + 1) return;
  const TokenId last = text.back();
  for (std::size_t end = text.size() - 1; end > 0 && length_ < kLongest; --end) {
    if (text[end - 1] != last) continue;
    const int most = int(std::min<std::size_t>(end, kLongest));
    int length = 1;
    while (length < most && text[end - 1 - length] == text[text.size() - 1 - length]) ++length;
    if (length >= kShortest && length > length_) {
      length_ = length;
      next_ = end;
    }
  }
}

std::optional<TokenId> ContextMatch::token(int offset) const {
  if (length_ == 0 || next_ + offset >= text_.size()) return std::nullopt;
  return text_[next_ + offset];
}

double ContextMatch::confidence() const {
  return 1 - 1.4 / (1 + length_);
}

}  // namespace canter
