#include "decode/grammar/gbnf_parser.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"

namespace canter {
namespace {

using Element = GrammarRules::Element;
using Kind = GrammarRules::Kind;

constexpr std::size_t kMostBytes = std::size_t{1} << 20;
constexpr std::size_t kMostRules = 100'000;
constexpr std::size_t kMostElements = 500'000;
constexpr std::uint32_t kMostRepeats = 100'000;
constexpr int kMostGroupDepth = 100;

bool is_name_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

class Parser {
 public:
  explicit Parser(std::u32string text) : text_(std::move(text)) {}

  Result<GrammarRules> run() {
    skip_space(true);
    while (!error_ && !at_end()) parse_rule();
    if (!error_) check_names();
    if (error_) return tl::unexpected<Error>(std::move(*error_));
    return flattened();
  }

 private:
  using Sequence = std::vector<Element>;

  struct Draft {
    std::string name;
    std::vector<Sequence> alternatives = {};
    bool defined = false;
    std::size_t first_use = 0;
  };

  bool at_end() const { return at_ == text_.size(); }
  char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0';
  }
  bool take(char32_t wanted) {
    if (at_end() || peek() != wanted) return false;
    ++at_;
    return true;
  }

  void refuse(const std::string& problem, std::size_t at, ErrorKind kind = ErrorKind::kUsage) {
    if (error_) return;
    const auto before = std::u32string_view(text_).substr(0, at);
    const auto line_start = before.rfind(U'\n');
    const std::size_t line = 1 + std::size_t(std::ranges::count(before, U'\n'));
    const std::size_t column =
        1 + at - (line_start == std::u32string_view::npos ? 0 : line_start + 1);
    error_ = Error{kind, "the grammar, line " + std::to_string(line) + ", column " +
                             std::to_string(column) + ": " + problem};
    at_ = text_.size();
  }
  void refuse(const std::string& problem) { refuse(problem, at_); }

  std::string found() const {
    if (at_end()) return "the grammar's end";
    const char32_t c = peek();
    if (c == '\n' || c == '\r') return "the line's end";
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return "a control character";
    return "'" + utf8_of(c) + "'";
  }

  void skip_space(bool lines) {
    for (; !at_end(); ++at_) {
      const char32_t c = peek();
      if (c == '#') {
        while (!at_end() && peek() != '\n' && peek() != '\r') ++at_;
        if (at_end()) return;
        if (!lines) return;
      } else if (c != ' ' && c != '\t' && !(lines && (c == '\n' || c == '\r'))) {
        return;
      }
    }
  }

  std::string take_name() {
    std::string name;
    while (is_name_letter(peek())) name += char(text_[at_++]);
    return name;
  }

  std::uint32_t new_rule(std::string name) {
    if (drafts_.size() == kMostRules)
      refuse("there are more than " + std::to_string(kMostRules) +
                 " rules, groups and repetitions; make the grammar smaller",
             at_, ErrorKind::kTooLarge);
    else
      drafts_.push_back({.name = std::move(name)});
    return std::uint32_t(drafts_.size() - 1);
  }

  std::uint32_t rule_named(const std::string& name, std::size_t at) {
    if (const auto known = by_name_.find(name); known != by_name_.end()) return known->second;
    const std::uint32_t rule = new_rule(name);
    drafts_[rule].first_use = at;
    return by_name_[name] = rule;
  }

  void append(Sequence& sequence, Element element) {
    if (++elements_ > kMostElements)
      return refuse(
          "the grammar has more than " + std::to_string(kMostElements) + " parts; make it smaller",
          at_, ErrorKind::kTooLarge);
    sequence.push_back(element);
  }

  void append_set(Sequence& sequence, CodePoints set) {
    const auto [place, is_new] = sets_.try_emplace(std::move(set), std::uint32_t(sets_.size()));
    append(sequence, {.kind = Kind::kSet, .index = place->second});
  }

  void parse_rule() {
    const std::size_t start = at_;
    const std::string name = take_name();
    if (name.empty())
      return refuse("a rule begins with its name, as in root ::= \"yes\" | \"no\"; this is " +
                    found());
    skip_space(false);
    if (!(take(':') && take(':') && take('=')))
      return refuse("::= belongs behind the name " + name + "; this is " + found());
    const std::uint32_t rule = rule_named(name, start);
    if (error_) return;
    if (drafts_[rule].defined)
      return refuse("the rule " + name + " is there twice; rename one", start);
    drafts_[rule].defined = true;
    current_ = name;
    skip_space(true);
    parse_alternatives(rule, 0);
    if (error_) return;
    if (!at_end() && peek() != '\n' && peek() != '\r')
      return refuse("a rule ends with its line; this is " + found());
    skip_space(true);
  }

  void parse_alternatives(std::uint32_t rule, int depth) {
    do {
      skip_space(true);
      Sequence sequence;
      parse_sequence(sequence, depth);
      append(sequence, {});
      if (error_) return;
      drafts_[rule].alternatives.push_back(std::move(sequence));
      if (depth == 0) go_to_next_lines_bar();
    } while (take('|'));
  }

  /// An alternative may begin on a line of its own.
  void go_to_next_lines_bar() {
    const std::size_t here = at_;
    skip_space(true);
    if (peek() != '|') at_ = here;
  }

  void parse_sequence(Sequence& sequence, int depth) {
    while (!error_) {
      const std::size_t last = sequence.size();
      const char32_t c = peek();
      if (at_end()) return;
      if (c == '"')
        parse_literal(sequence);
      else if (c == '[')
        parse_class(sequence);
      else if (c == '(')
        parse_group(sequence, depth);
      else if (take('.'))
        append_set(sequence, CodePoints::all());
      else if (c == '<')
        return refuse("tokens in angle brackets are not supported; write their text in quotes");
      else if (is_name_letter(c))
        parse_use(sequence);
      else if (c == '*' || c == '+' || c == '?' || c == '{')
        return refuse(found() + " repeats what stands before it, and there is nothing");
      else
        return finish_sequence(depth);
      parse_repetitions(sequence, last);
      skip_space(depth > 0);
    }
  }

  /// What cannot go on a sequence has to end it.
  void finish_sequence(int depth) {
    const char32_t c = peek();
    if (c == '|' || (depth > 0 && c == ')') || (depth == 0 && (c == '\n' || c == '\r'))) return;
    refuse("a string, class, group or name is expected; this is " + found());
  }

  void parse_use(Sequence& sequence) {
    const std::size_t start = at_;
    const std::string name = take_name();
    append(sequence, {.kind = Kind::kRule, .index = rule_named(name, start)});
  }

  void parse_group(Sequence& sequence, int depth) {
    if (depth == kMostGroupDepth)
      return refuse("groups are nested more than " + std::to_string(kMostGroupDepth) +
                        " deep; use rules instead",
                    at_, ErrorKind::kTooLarge);
    const std::size_t start = at_++;
    const std::uint32_t rule = new_rule(current_);
    if (error_) return;
    drafts_[rule].defined = true;
    parse_alternatives(rule, depth + 1);
    if (error_) return;
    if (!take(')')) return refuse("this group is never closed; add )", start);
    append(sequence, {.kind = Kind::kRule, .index = rule});
  }

  void parse_literal(Sequence& sequence) {
    const std::size_t start = at_++;
    while (!error_ && !take('"')) {
      if (at_end() || peek() == '\n') return refuse("this string is never closed; add \"", start);
      append_set(sequence, CodePoints::one(take_character()));
    }
  }

  void parse_class(Sequence& sequence) {
    const std::size_t start = at_++;
    const bool negated = take('^');
    std::vector<CodePoints::Range> ranges;
    while (!error_ && !take(']')) {
      if (at_end() || peek() == '\n') return refuse("this class is never closed; add ]", start);
      const std::size_t here = at_;
      CodePoints::Range range{.first = take_character(), .last = 0};
      range.last = range.first;
      if (peek() == '-' && peek(1) != ']') {
        ++at_;
        if (at_end() || peek() == '\n') continue;
        range.last = take_character();
      }
      if (range.last < range.first) return refuse("this range runs backwards; swap its ends", here);
      ranges.push_back(range);
    }
    if (error_) return;
    CodePoints set(std::move(ranges));
    if (negated) set = set.inverted();
    if (set.empty()) return refuse("no character is of this class; put some into it", start);
    append_set(sequence, std::move(set));
  }

  char32_t take_character() {
    const char32_t c = text_[at_++];
    if (c != '\\') return c;
    const char32_t name = peek();
    if (!at_end()) ++at_;
    switch (name) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case 'r':
        return '\r';
      case '\\':
      case '"':
      case '[':
      case ']':
      case '-':
      case '^':
        return name;
      case 'x':
        return take_hex(2);
      case 'u':
        return take_hex(4);
      case 'U':
        return take_hex(8);
      default:
        refuse(
            "no such escape; there are \\n \\t \\r \\\\ \\\" \\[ \\] \\- \\^ \\xHH \\uHHHH and "
            "\\UHHHHHHHH",
            at_ - 1);
        return 0;
    }
  }

  char32_t take_hex(int digits) {
    const std::size_t start = at_ - 2;
    std::uint64_t point = 0;
    for (int i = 0; i < digits; ++i) {
      const char32_t c = peek();
      const bool small = c >= 'a' && c <= 'f', large = c >= 'A' && c <= 'F';
      if (!is_digit(c) && !small && !large) {
        refuse("this escape wants " + std::to_string(digits) + " hexadecimal digits", start);
        return 0;
      }
      point = point << 4 | (is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
      ++at_;
    }
    if (point > kLastCodePoint || (point >= 0xD800 && point <= 0xDFFF)) {
      refuse("this escape is no Unicode character", start);
      return 0;
    }
    return char32_t(point);
  }

  void parse_repetitions(Sequence& sequence, std::size_t from) {
    while (!error_) {
      if (take('?'))
        repeat(sequence, from, 0, 1);
      else if (take('*'))
        repeat(sequence, from, 0, GrammarRules::kEndless);
      else if (take('+'))
        repeat(sequence, from, 1, GrammarRules::kEndless);
      else if (peek() == '{')
        parse_braces(sequence, from);
      else
        return;
    }
  }

  void parse_braces(Sequence& sequence, std::size_t from) {
    const std::size_t start = at_++;
    const auto least = take_number();
    auto most = least;
    if (!error_ && take(',')) {
      skip_space(false);
      most = is_digit(peek()) ? take_number() : GrammarRules::kEndless;
    }
    if (error_) return;
    if (!take('}')) return refuse("a repetition is written {3}, {3,} or {3,5}", start);
    if (most < least) return refuse("this repetition ends before it begins; swap its ends", start);
    repeat(sequence, from, least, most);
  }

  std::uint32_t take_number() {
    skip_space(false);
    const std::size_t start = at_;
    std::uint32_t number = 0;
    while (!error_ && is_digit(peek())) {
      number = number * 10 + std::uint32_t(text_[at_++] - '0');
      if (number > kMostRepeats)
        refuse("nothing may repeat more than " + std::to_string(kMostRepeats) +
                   " times; leave the end open",
               start, ErrorKind::kTooLarge);
    }
    if (!error_ && at_ == start) refuse("a repetition is written {3}, {3,} or {3,5}");
    skip_space(false);
    return number;
  }

  void repeat(Sequence& sequence, std::size_t from, std::uint32_t least, std::uint32_t most) {
    if (from == sequence.size() || (least == 1 && most == 1)) return;
    Sequence body(sequence.begin() + std::ptrdiff_t(from), sequence.end());
    sequence.resize(from);
    if (most == 0) return;
    std::uint32_t rule = body.front().index;
    if (body.size() > 1 || body.front().kind != Kind::kRule) {
      rule = new_rule(current_);
      append(body, {});
      if (error_) return;
      drafts_[rule].defined = true;
      drafts_[rule].alternatives.push_back(std::move(body));
    }
    append(sequence, {.kind = Kind::kRepeat, .index = rule, .least = least, .most = most});
  }

  void check_names() {
    for (const Draft& draft : drafts_)
      if (!draft.defined)
        return refuse("there is no rule " + draft.name + "; add one, or mend the name",
                      draft.first_use);
    if (!by_name_.contains("root"))
      refuse("there is no rule root, which is the whole text; add one", text_.size());
  }

  GrammarRules flattened() {
    GrammarRules rules;
    rules.elements.reserve(elements_);
    for (Draft& draft : drafts_) {
      auto& rule = rules.rules.emplace_back();
      rule.name = std::move(draft.name);
      for (const Sequence& sequence : draft.alternatives) {
        rule.starts.push_back(std::uint32_t(rules.elements.size()));
        rules.elements.insert(rules.elements.end(), sequence.begin(), sequence.end());
      }
    }
    rules.sets.resize(sets_.size());
    for (const auto& [set, index] : sets_) rules.sets[index] = set;
    rules.root = by_name_.at("root");
    return rules;
  }

  std::u32string text_;
  std::size_t at_ = 0;
  std::string current_;  ///< name of the rule that is read
  std::vector<Draft> drafts_;
  std::unordered_map<std::string, std::uint32_t> by_name_;
  std::map<CodePoints, std::uint32_t> sets_;
  std::size_t elements_ = 0;
  std::optional<Error> error_;
};

}  // namespace

Result<GrammarRules> parse_gbnf(std::string_view text) {
  if (text.size() > kMostBytes)
    return fail(ErrorKind::kTooLarge, "the grammar is longer than " + std::to_string(kMostBytes) +
                                          " bytes; make it smaller");
  if (!is_valid_utf8(text))
    return fail(ErrorKind::kUsage, "the grammar is no UTF-8 text; save it as such");
  return Parser(code_points_of(text)).run();
}

}  // namespace canter
