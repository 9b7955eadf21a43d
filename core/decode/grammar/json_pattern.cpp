#include "decode/grammar/json_pattern.h"

#include <optional>
#include <utility>
#include <vector>

#include "decode/grammar/gbnf_text.h"

namespace canter {
namespace {

const CodePoints& digits() {
  static const CodePoints points({{'0', '9'}});
  return points;
}
const CodePoints& word_letters() {
  static const CodePoints points({{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}});
  return points;
}
const CodePoints& spaces() {
  static const CodePoints points({{'\t', '\r'},
                                  {' ', ' '},
                                  {0xA0, 0xA0},
                                  {0x1680, 0x1680},
                                  {0x2000, 0x200A},
                                  {0x2028, 0x2029},
                                  {0x202F, 0x202F},
                                  {0x205F, 0x205F},
                                  {0x3000, 0x3000},
                                  {0xFEFF, 0xFEFF}});
  return points;
}
const CodePoints& line_ends() {
  static const CodePoints points({{'\n', '\n'}, {'\r', '\r'}, {0x2028, 0x2029}});
  return points;
}

class PatternReader {
 public:
  explicit PatternReader(std::u32string pattern) : pattern_(std::move(pattern)) {}

  Result<std::string> run() {
    std::string text = alternatives(0);
    if (!problem_ && !at_end()) refuse("a ) that closes no group");
    if (problem_) return fail(ErrorKind::kUnsupported, *problem_);
    return text;
  }

 private:
  static constexpr int kMostDepth = 40;

  bool at_end() const { return at_ >= pattern_.size(); }
  char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < pattern_.size() ? pattern_[at_ + ahead] : U'\0';
  }
  bool take(char32_t wanted) {
    if (at_end() || peek() != wanted) return false;
    ++at_;
    return true;
  }
  std::string refuse(std::string problem) {
    if (!problem_) problem_ = std::move(problem);
    at_ = pattern_.size();
    return {};
  }

  std::string alternatives(int depth) {
    std::string text = "(" + sequence(depth);
    while (take('|')) text += " | " + sequence(depth);
    return text + ")";
  }

  std::string sequence(int depth) {
    const bool begins = depth == 0 && take('^');
    std::string text = depth == 0 && !begins ? "char* \"\"" : "\"\"";
    while (!at_end() && peek() != '|' && peek() != ')') {
      if (depth == 0 && peek() == '$' && (at_ + 1 == pattern_.size() || peek(1) == '|')) {
        ++at_;
        return text;
      }
      text += " " + repeated(part(depth));
    }
    return depth == 0 ? text + " char*" : text;
  }

  std::string part(int depth) {
    const char32_t c = pattern_[at_++];
    switch (c) {
      case '(':
        return group(depth);
      case '[':
        return set_text(char_class());
      case '.':
        return set_text(line_ends().inverted());
      case '\\':
        return set_text(escape(false));
      case '^':
      case '$':
        return refuse("an anchor in the middle");
      case '*':
      case '+':
      case '?':
        return refuse("a repetition of nothing");
      case '{':
      case '}':
      case ']':
        return refuse("a bracket that is not escaped");
      default:
        return set_text(CodePoints::one(c));
    }
  }

  std::string group(int depth) {
    if (depth == kMostDepth) return refuse("groups that are nested so deeply");
    if (take('?') && !take(':')) return refuse("a group that begins with (?");
    std::string text = alternatives(depth + 1);
    if (!problem_ && !take(')')) return refuse("a group that is never closed");
    return text;
  }

  std::string repeated(std::string part) {
    std::string count;
    if (take('*')) {
      count = "*";
    } else if (take('+')) {
      count = "+";
    } else if (take('?')) {
      count = "?";
    } else if (take('{')) {
      count = "{" + number();
      if (take(',')) count += "," + (peek() == '}' ? std::string() : number());
      if (!take('}')) return refuse("a repetition not written {3}, {3,} or {3,5}");
      count += "}";
    } else {
      return part;
    }
    take('?');  // which of the matches is taken does not matter
    if (peek() == '*' || peek() == '+' || peek() == '?' || peek() == '{')
      return refuse("a repetition of a repetition");
    return part + count;
  }

  std::string number() {
    std::string text;
    while (peek() >= '0' && peek() <= '9') text += char(pattern_[at_++]);
    return text.empty() ? refuse("a repetition not written {3}, {3,} or {3,5}") : text;
  }

  CodePoints char_class() {
    const bool negated = take('^');
    CodePoints points;
    while (!take(']')) {
      if (at_end()) {
        refuse("a class that is never closed");
        return {};
      }
      const CodePoints first = class_part();
      if (problem_) return {};
      if (peek() != '-' || peek(1) == ']' || at_ + 1 >= pattern_.size()) {
        points = points.with(first);
        continue;
      }
      ++at_;
      const CodePoints last = class_part();
      if (problem_) return {};
      const auto from = first.ranges().front(), to = last.ranges().back();
      if (from.first != first.ranges().back().last || to.first != to.last || to.last < from.first) {
        refuse("a range between classes, or one that runs backwards");
        return {};
      }
      points = points.with(CodePoints({{from.first, to.last}}));
    }
    return negated ? points.inverted() : points;
  }

  CodePoints class_part() {
    const char32_t c = pattern_[at_++];
    return c == '\\' ? escape(true) : CodePoints::one(c);
  }

  /// Behind the backslash.
  CodePoints escape(bool in_class) {
    if (at_end()) {
      refuse("a backslash at the end");
      return {};
    }
    const char32_t c = pattern_[at_++];
    switch (c) {
      case 'd':
        return digits();
      case 'D':
        return digits().inverted();
      case 'w':
        return word_letters();
      case 'W':
        return word_letters().inverted();
      case 's':
        return spaces();
      case 'S':
        return spaces().inverted();
      case 'n':
        return CodePoints::one('\n');
      case 'r':
        return CodePoints::one('\r');
      case 't':
        return CodePoints::one('\t');
      case 'f':
        return CodePoints::one('\f');
      case 'x':
        return hex(2);
      case 'u':
        return hex(4);
      default:
        break;
    }
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || c > 0x7E || (in_class && c < 0x20)) {
      refuse("the escape \\" + (c < 0x20 ? std::string("…") : utf8_of(c)));
      return {};
    }
    return CodePoints::one(c);
  }

  CodePoints hex(int count) {
    char32_t point = 0;
    for (; count > 0; --count) {
      const char32_t c = peek() | 0x20;
      if (!(peek() >= '0' && peek() <= '9') && !(c >= 'a' && c <= 'f')) {
        refuse("an escape without its hexadecimal digits");
        return {};
      }
      point = point << 4 | (c >= 'a' ? c - 'a' + 10 : peek() - '0');
      ++at_;
    }
    if (point >= 0xD800 && point <= 0xDFFF) refuse("half of a character");
    return CodePoints::one(point);
  }

  std::string set_text(const CodePoints& points) {
    if (problem_) return {};
    std::string text = gbnf_in_json_string(points);
    return text.empty() ? refuse("a class of characters that JSON only writes as numbers") : text;
  }

  std::u32string pattern_;
  std::size_t at_ = 0;
  std::optional<std::string> problem_;
};

}  // namespace

Result<std::string> gbnf_of_pattern(std::string_view pattern) {
  return PatternReader(code_points_of(pattern)).run();
}

}  // namespace canter
