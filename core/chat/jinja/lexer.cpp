#include "chat/jinja/lexer.h"

#include <algorithm>
#include <array>
#include <optional>

#include "chat/jinja/located.h"
#include "chat/jinja/string_literal.h"
#include "chat/jinja/unicode.h"

namespace canter::jinja {
namespace {

constexpr std::array<std::string_view, 26> kOperators = {
    "//", "**", "==", "!=", ">=", "<=", "+", "-", "/", "*", "%", "~", "[",
    "]",  "(",  ")",  "{",  "}",  ">",  "<", "=", ".", ":", "|", ",", ";"};

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

class Lexer {
 public:
  explicit Lexer(std::string_view source) : source_(source) {}

  Result<std::vector<Token>> run() {
    while (!error_ && position_ < source_.size()) read_data();
    if (error_) return syntax_error(source_, error_->offset, error_->message);
    add(TokenKind::kEnd, "", source_.size());
    return std::move(tokens_);
  }

 private:
  struct Problem {
    std::size_t offset;
    std::string message;
  };

  std::string_view rest() const { return source_.substr(position_); }
  bool at(std::string_view text) const { return rest().starts_with(text); }

  void fail(std::size_t offset, std::string message) {
    if (!error_) error_ = Problem{offset, std::move(message)};
  }

  void add(TokenKind kind, std::string text, std::size_t offset) {
    tokens_.push_back({kind, std::move(text), static_cast<std::uint32_t>(offset)});
  }

  void skip_space() { position_ = source_.size() - strip_space_left(rest()).size(); }

  /// `-`, `+` or nothing behind the opening of a tag.
  char read_sign() {
    if (!at("-") && !at("+")) return '\0';
    return source_[position_++];
  }

  /// Adds the text before a tag, less the white space that the tag takes away.
  void add_data(std::size_t begin, std::size_t end, char sign, bool variable) {
    std::string_view text = source_.substr(begin, end - begin);
    if (sign == '-') {
      text = strip_space_right(text);
    } else if (sign != '+' && !variable) {
      const std::size_t line = text.rfind('\n') + 1;  // 0 when there is none
      const bool begins_line = line > 0 || line_starting_;
      if (begins_line && strip_space(text.substr(line)).empty()) text = text.substr(0, line);
    }
    if (!text.empty()) add(TokenKind::kData, std::string(text), begin);
  }

  /// Reads `%}` and its like with the white space behind it, if it stands here.
  bool read_end(std::string_view end, bool plus_allowed, bool trims_line_break) {
    const std::size_t begin = position_;
    if (plus_allowed && at("+") && rest().substr(1).starts_with(end)) {
      position_ += 1 + end.size();
    } else if (at("-") && rest().substr(1).starts_with(end)) {
      position_ += 1 + end.size();
      skip_space();
    } else if (at(end)) {
      position_ += end.size();
      if (trims_line_break && at("\n")) ++position_;
    } else {
      return false;
    }
    line_starting_ = position_ > begin && source_[position_ - 1] == '\n';
    return true;
  }

  void read_data() {
    const std::size_t begin = position_;
    std::size_t tag = begin;
    while (true) {
      tag = source_.find('{', tag);
      if (tag == std::string_view::npos || tag + 1 >= source_.size()) {
        add(TokenKind::kData, std::string(source_.substr(begin)), begin);
        position_ = source_.size();
        return;
      }
      if (std::string_view("{%#").find(source_[tag + 1]) != std::string_view::npos) break;
      ++tag;
    }
    const char kind = source_[tag + 1];
    position_ = tag + 2;
    const char sign = read_sign();
    add_data(begin, tag, sign, kind == '{');
    if (kind == '#') {
      read_comment(tag);
    } else if (kind == '{') {
      add(TokenKind::kVariableBegin, "", tag);
      read_tag(tag, false);
    } else if (read_word("raw")) {
      read_raw(tag);
    } else {
      add(TokenKind::kBlockBegin, "", tag);
      read_tag(tag, true);
    }
  }

  /// `raw` or `endraw` and the white space around it, if the end of the block follows.
  bool read_word(std::string_view word) {
    const std::size_t begin = position_;
    skip_space();
    if (at(word)) {
      position_ += word.size();
      skip_space();
      if (at("%}") || at("-%}") || (word == "endraw" && at("+%}"))) return true;
    }
    position_ = begin;
    return false;
  }

  void read_comment(std::size_t tag) {
    const std::size_t end = source_.find("#}", position_);
    if (end == std::string_view::npos) return fail(tag, "Missing end of comment tag");
    const bool signed_end = end > position_ && (source_[end - 1] == '-' || source_[end - 1] == '+');
    position_ = signed_end ? end - 1 : end;
    read_end("#}", true, true);
  }

  void read_raw(std::size_t tag) {
    read_end("%}", false, false);
    const std::size_t begin = position_;
    std::size_t end = begin;
    while (true) {
      end = source_.find("{%", end);
      if (end == std::string_view::npos) return fail(tag, "Missing end of raw directive");
      position_ = end + 2;
      const char sign = read_sign();
      if (read_word("endraw")) {
        add_data(begin, end, sign, false);
        read_end("%}", true, true);
        return;
      }
      end += 2;
    }
  }

  void read_tag(std::size_t tag, bool block) {
    std::string open;
    while (!error_) {
      skip_space();
      const std::size_t begin = position_;
      if (open.empty() && (block ? read_end("%}", true, true) : read_end("}}", false, false))) {
        add(block ? TokenKind::kBlockEnd : TokenKind::kVariableEnd, "", begin);
        return;
      }
      if (position_ == source_.size()) {
        return fail(tag, std::string("unexpected end of template, expected 'end of ") +
                             (block ? "statement block'" : "print statement'"));
      }
      read_token(open);
    }
  }

  void read_token(std::string& open) {
    const std::size_t begin = position_;
    const char c = source_[begin];
    if (is_ascii_digit(c)) return read_number();
    if (is_word_character(first_code_point(rest()).value)) return read_name();
    if ((c == '\'' || c == '"') && read_string(c)) return;
    const auto* found = std::ranges::find_if(kOperators, [&](auto text) { return at(text); });
    if (found == kOperators.end()) {
      const std::string text(rest().substr(0, first_code_point(rest()).bytes));
      return fail(begin, "unexpected char '" + text + "'");
    }
    if (*found == "(" || *found == "[" || *found == "{") {
      open += *found == "(" ? ')' : *found == "[" ? ']' : '}';
    } else if (*found == ")" || *found == "]" || *found == "}") {
      if (open.empty()) return fail(begin, "unexpected '" + std::string(*found) + "'");
      if (open.back() != (*found)[0]) {
        return fail(begin,
                    "unexpected '" + std::string(*found) + "', expected '" + open.back() + "'");
      }
      open.pop_back();
    }
    position_ += found->size();
    add(TokenKind::kOperator, std::string(*found), begin);
  }

  void read_name() {
    const std::size_t begin = position_;
    while (position_ < source_.size()) {
      const CodePoint next = first_code_point(rest());
      if (!is_word_character(next.value)) break;
      position_ += next.bytes;
    }
    add(TokenKind::kName, std::string(source_.substr(begin, position_ - begin)), begin);
  }

  /// False when it does not end.
  bool read_string(char quote) {
    const std::size_t begin = position_;
    std::size_t end = begin + 1;
    while (end < source_.size() && source_[end] != quote) end += source_[end] == '\\' ? 2 : 1;
    if (end >= source_.size()) return false;
    position_ = end + 1;
    Result<std::string> text = unescape(source_.substr(begin + 1, end - begin - 1));
    if (text) {
      add(TokenKind::kString, std::move(*text), begin);
    } else {
      fail(begin, text.error().message);
    }
    return true;
  }

  /// Digits of `base` from `position` on, each may follow one `_`; where they end.
  std::size_t skip_digits(std::size_t position, std::string_view digits) const {
    const auto is_digit = [&](std::size_t i) {
      return i < source_.size() && digits.find(source_[i]) != std::string_view::npos;
    };
    while (true) {
      if (is_digit(position)) {
        ++position;
      } else if (position < source_.size() && source_[position] == '_' && is_digit(position + 1)) {
        position += 2;
      } else {
        return position;
      }
    }
  }

  void read_number() {
    constexpr std::string_view kDecimal = "0123456789";
    const std::size_t begin = position_;
    TokenKind kind = TokenKind::kInteger;
    std::size_t end = begin;
    const char base =
        begin + 1 < source_.size() ? static_cast<char>(source_[begin + 1] | 0x20) : ' ';
    if (source_[begin] == '0' && (base == 'x' || base == 'o' || base == 'b')) {
      const std::string_view digits = base == 'x'   ? "0123456789abcdefABCDEF"
                                      : base == 'o' ? "01234567"
                                                    : "01";
      end = skip_digits(begin + 2, digits);
      if (end == begin + 2) end = begin + 1;
    } else {
      end = skip_digits(begin, kDecimal);
      const bool behind_point = begin > 0 && source_[begin - 1] == '.';
      if (const std::size_t real = behind_point ? end : end_of_float(end); real != end) {
        end = real;
        kind = TokenKind::kFloat;
      } else if (source_[begin] == '0') {
        end = skip_digits(begin, "0");
      }
    }
    position_ = end;
    std::string text(source_.substr(begin, end - begin));
    std::erase(text, '_');
    add(kind, std::move(text), begin);
  }

  /// Where a fraction or an exponent behind whole digits ends; `whole` when there is neither.
  std::size_t end_of_float(std::size_t whole) const {
    constexpr std::string_view kDecimal = "0123456789";
    const auto digit_at = [&](std::size_t i) {
      return i < source_.size() && is_ascii_digit(source_[i]);
    };
    std::size_t end = whole;
    if (end < source_.size() && source_[end] == '.' && digit_at(end + 1)) {
      end = skip_digits(end + 1, kDecimal);
    }
    if (end < source_.size() && (source_[end] == 'e' || source_[end] == 'E')) {
      std::size_t exponent = end + 1;
      if (exponent < source_.size() && (source_[exponent] == '+' || source_[exponent] == '-')) {
        ++exponent;
      }
      if (digit_at(exponent)) end = skip_digits(exponent, kDecimal);
    }
    return end;
  }

  std::string_view source_;
  std::size_t position_ = 0;
  bool line_starting_ = true;  // what was read last ended a line
  std::vector<Token> tokens_;
  std::optional<Problem> error_;
};

}  // namespace

std::string normalized_source(std::string_view source) {
  std::string normalized;
  normalized.reserve(source.size());
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source[i] == '\r') {
      normalized += '\n';
      if (i + 1 < source.size() && source[i + 1] == '\n') ++i;
    } else {
      normalized += source[i];
    }
  }
  if (normalized.ends_with('\n')) normalized.pop_back();
  return normalized;
}

tl::unexpected<Error> syntax_error(std::string_view source, std::size_t offset,
                                   std::string_view what) {
  return fail(ErrorKind::kBadFile, "the chat template has an error at " +
                                       located(source, offset, what) +
                                       ", correct it or use another template");
}

Result<std::vector<Token>> tokenize(std::string_view source) {
  return Lexer(source).run();
}

}  // namespace canter::jinja
