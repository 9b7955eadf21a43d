#include <utility>

#include "base/utf8.h"
#include "tokenizer/tokenizer.h"

namespace canter {
namespace {

std::string replacements(std::size_t count) {
  std::string text;
  for (; count > 0; --count) text += "\uFFFD";
  return text;
}

/// How much is certain. Two of a surrogate's three bytes, which no character continues, wait for
/// the third, so that all get their replacements at once.
std::size_t certain_prefix(std::string_view bytes) {
  const bool ends_in_surrogate = bytes.size() >= 2 && bytes[bytes.size() - 2] == '\xED' &&
                                 static_cast<unsigned char>(bytes.back()) >= 0xA0 &&
                                 static_cast<unsigned char>(bytes.back()) <= 0xBF;
  return ends_in_surrogate ? bytes.size() - 2 : complete_utf8_prefix(bytes);
}

}  // namespace

DetokenizerStream::DetokenizerStream(const Tokenizer& tokenizer, bool at_text_start,
                                     bool show_special)
    : tokenizer_(&tokenizer), at_start_(at_text_start), show_special_(show_special) {}

std::string DetokenizerStream::push(TokenId token) {
  const auto [bytes, in_byte_run] = tokenizer_->next_bytes(token, show_special_, at_start_);
  if (bytes.empty()) return {};
  return in_byte_run ? take_byte(bytes) : end_byte_run() + take(bytes);
}

std::string DetokenizerStream::finish() {
  auto text = end_byte_run() + to_valid_utf8(pending_);
  pending_.clear();
  return text;
}

std::string DetokenizerStream::take(std::string_view bytes) {
  pending_ += bytes;
  const auto length = certain_prefix(pending_);
  auto text = to_valid_utf8(std::string_view(pending_).substr(0, length));
  pending_.erase(0, length);
  return text;
}

std::string DetokenizerStream::take_byte(std::string_view byte) {
  byte_run_ += byte;
  if (holds_byte_runs_) return {};
  const auto length = certain_prefix(byte_run_);
  if (byte_run_is_broken_ || !is_valid_utf8(std::string_view(byte_run_).substr(0, length))) {
    byte_run_is_broken_ = true;
    return replacements(std::exchange(byte_run_, {}).size());
  }
  const auto text = byte_run_.substr(0, length);
  byte_run_.erase(0, length);
  return text;
}

std::string DetokenizerStream::end_byte_run() {
  byte_run_is_broken_ = false;
  const auto run = std::exchange(byte_run_, {});
  return is_valid_utf8(run) ? run : replacements(run.size());
}

}  // namespace canter
