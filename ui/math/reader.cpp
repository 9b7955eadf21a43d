#include "math/reader.h"

#include <algorithm>
#include <utility>

namespace canter::ui::math {
namespace {

bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\u00a0';
}

}  // namespace

void Reader::skip_blanks() {
  while (is_blank(peek())) ++at_;
}

bool Reader::take(char32_t c) {
  const std::size_t begin = at_;
  skip_blanks();
  if (!at_end() && peek() == c) {
    ++at_;
    return true;
  }
  at_ = begin;
  return false;
}

std::string Reader::peek_command() const {
  if (peek() != U'\\') return {};
  std::size_t end = at_ + 1;
  while (end < tex_.size() && is_letter(tex_[end])) ++end;
  if (end == at_ + 1 && end < tex_.size()) ++end;
  return ascii(tex_.substr(at_ + 1, end - at_ - 1));
}

std::string Reader::command() {
  const std::string name = peek_command();
  at_ += name.size() + 1;
  return name;
}

std::u32string Reader::braced() {
  skip_blanks();
  if (at_end()) return {};
  if (peek() != U'{') return {next()};
  const std::size_t begin = ++at_;
  for (int open = 1; !at_end(); ++at_) {
    const char32_t c = tex_[at_];
    if (c == U'\\' && at_ + 1 < tex_.size()) {
      ++at_;
    } else if (c == U'{') {
      ++open;
    } else if (c == U'}' && --open == 0) {
      return std::u32string(tex_.substr(begin, at_++ - begin));
    }
  }
  return std::u32string(tex_.substr(begin));
}

std::u32string Reader::bracketed() {
  const std::size_t before = at_;
  if (!take(U'[')) return {};
  const std::size_t end = tex_.find(U']', at_);
  if (end == std::u32string_view::npos) {
    at_ = before;
    return {};
  }
  return std::u32string(tex_.substr(std::exchange(at_, end + 1), end - at_));
}

double length_in_em(std::u32string_view text) {
  const std::string plain = ascii(text);
  std::size_t at = 0;
  double sign = 1, value = 0, digit = 1;
  while (at < plain.size() && plain[at] == ' ') ++at;
  if (at < plain.size() && (plain[at] == '-' || plain[at] == '+'))
    sign = plain[at++] == '-' ? -1 : 1;
  bool behind_point = false;
  for (; at < plain.size() && ((plain[at] >= '0' && plain[at] <= '9') || plain[at] == '.'); ++at) {
    if (plain[at] == '.') {
      behind_point = true;
    } else if (behind_point) {
      value += (digit /= 10) * (plain[at] - '0');
    } else {
      value = std::min(10 * value + (plain[at] - '0'), 1000.0);
    }
  }
  while (at < plain.size() && plain[at] == ' ') ++at;
  const std::string unit = plain.substr(at, 2);
  const double em = unit == "em"   ? 1
                    : unit == "ex" ? 0.45
                    : unit == "pt" ? 0.1
                    : unit == "mu" ? 1 / 18.0
                    : unit == "cm" ? 2.85
                    : unit == "mm" ? 0.285
                    : unit == "in" ? 7.2
                                   : 0;
  return sign * std::min(value * em, 20.0);
}

std::string ascii(std::u32string_view text) {
  std::string plain(text.size(), '?');
  std::transform(text.begin(), text.end(), plain.begin(),
                 [](char32_t c) { return c < 128 ? char(c) : '?'; });
  return plain;
}

}  // namespace canter::ui::math
