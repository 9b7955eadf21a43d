#include "base/utf8.h"
#include "tokenizer/tokenizer.h"

namespace canter {

DetokenizerStream::DetokenizerStream(const Tokenizer& tokenizer, bool at_text_start,
                                     bool show_special)
    : tokenizer_(&tokenizer), at_start_(at_text_start), show_special_(show_special) {}

std::string DetokenizerStream::push(TokenId token) {
  pending_ += tokenizer_->next_bytes(token, show_special_, at_start_);
  const auto length = complete_utf8_prefix(pending_);
  auto text = to_valid_utf8(std::string_view(pending_).substr(0, length));
  pending_.erase(0, length);
  return text;
}

std::string DetokenizerStream::finish() {
  auto text = to_valid_utf8(pending_);
  pending_.clear();
  return text;
}

}  // namespace canter
