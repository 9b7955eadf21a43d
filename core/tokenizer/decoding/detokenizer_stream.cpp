#include "base/utf8.h"
#include "tokenizer/tokenizer.h"

namespace canter {

DetokenizerStream::DetokenizerStream(const Tokenizer& tokenizer, bool at_text_start,
                                     bool show_special)
    : tokenizer_(&tokenizer), at_start_(at_text_start), show_special_(show_special) {}

std::string DetokenizerStream::push(TokenId token) {
  const auto [bytes, waits] = tokenizer_->next_bytes(token, show_special_, at_start_);
  if (waits) {
    byte_run_ += bytes;
    return {};
  }
  std::string text;
  if (!bytes.empty()) text = take_byte_run();
  pending_ += bytes;
  const auto length = complete_utf8_prefix(pending_);
  text += to_valid_utf8(std::string_view(pending_).substr(0, length));
  pending_.erase(0, length);
  return text;
}

std::string DetokenizerStream::finish() {
  auto text = take_byte_run() + to_valid_utf8(pending_);
  pending_.clear();
  return text;
}

std::string DetokenizerStream::take_byte_run() {
  std::string text;
  if (is_valid_utf8(byte_run_)) {
    text = byte_run_;
  } else {
    for (std::size_t i = 0; i < byte_run_.size(); ++i) text += "\uFFFD";
  }
  byte_run_.clear();
  return text;
}

}  // namespace canter
