#include "tokenizer/text/oniguruma_pattern.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include "format/message.h"

namespace canter {
namespace {

constexpr int kMostNestedClasses = 32;

struct Shorthand {
  char letter;
  std::string_view inside;      ///< a character class
  std::string_view complement;  ///< the same, of all other characters
};

/// What Oniguruma's classes hold, spelt out where PCRE2's own differ.
constexpr std::array kShorthands = {
    Shorthand{
        's',
        R"(\x09-\x0d\x20\x85\xa0\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000})",
        R"(\x00-\x08\x0e-\x1f\x21-\x84\x86-\x9f\xa1-\x{167f}\x{1681}-\x{1fff}\x{200b}-\x{2027}\x{202a}-\x{202e}\x{2030}-\x{205e}\x{2060}-\x{2fff}\x{3001}-\x{10ffff})"},
    Shorthand{'h', "0-9a-fA-F", R"(\x00-/:-@G-`g-\x{10ffff})"},
    Shorthand{'d', R"(\p{Nd})", R"(\P{Nd})"},
};
constexpr std::string_view kWord = R"(\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\xb2\xb3\xb9\xbc-\xbe)";

/// An expression for the characters that are not in `members`.
std::string none_of(std::string_view members) {
  return "[^" + std::string(members) + "]";
}

struct PropertyName {
  std::string_view oniguruma;  ///< in lower case, without spaces, hyphens and underscores
  std::string_view pcre2;
};
constexpr std::array kProperties = {
    PropertyName{"letter", "L"},
    PropertyName{"mark", "M"},
    PropertyName{"number", "N"},
    PropertyName{"punctuation", "P"},
    PropertyName{"punct", "P"},
    PropertyName{"symbol", "S"},
    PropertyName{"separator", "Z"},
    PropertyName{"other", "C"},
    PropertyName{"uppercaseletter", "Lu"},
    PropertyName{"lowercaseletter", "Ll"},
    PropertyName{"titlecaseletter", "Lt"},
    PropertyName{"modifierletter", "Lm"},
    PropertyName{"otherletter", "Lo"},
    PropertyName{"nonspacingmark", "Mn"},
    PropertyName{"spacingmark", "Mc"},
    PropertyName{"enclosingmark", "Me"},
    PropertyName{"decimalnumber", "Nd"},
    PropertyName{"digit", "Nd"},
    PropertyName{"letternumber", "Nl"},
    PropertyName{"othernumber", "No"},
    PropertyName{"alpha", "Alphabetic"},
    PropertyName{"upper", "Uppercase"},
    PropertyName{"lower", "Lowercase"},
    PropertyName{"space", "White_Space"},
};

/// Asked for these, PCRE2 gives the characters of the property Script_Extensions, as `、` for Han,
/// unless told that Script is meant.
constexpr std::string_view kScripts[] = {
    "arabic",    "bengali", "bopomofo", "cyrillic", "devanagari", "georgian", "greek",  "gujarati",
    "gurmukhi",  "han",     "hangul",   "hiragana", "kannada",    "katakana", "latin",  "malayalam",
    "mongolian", "myanmar", "oriya",    "sinhala",  "syriac",     "tamil",    "telugu", "thaana"};

std::string property_key(std::string_view name) {
  std::string key;
  for (const char c : name) {
    if (c != ' ' && c != '-' && c != '_') {
      key.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    }
  }
  return key;
}

/// One pass over the pattern. Whatever it does not know goes through as it is.
class Translator {
 public:
  explicit Translator(std::string_view pattern) : rest_(pattern) {}

  Result<std::string> run() {
    while (!rest_.empty() && problem_.empty()) step();
    if (!problem_.empty()) return fail(ErrorKind::kUnsupported, problem_);
    return std::move(out_);
  }

 private:
  void step() {
    const char c = rest_.front();
    if (c == '\\') {
      begin_atom();
      out_ += escape();
    } else if (c == '[') {
      begin_atom();
      out_ += character_class(0);
    } else if (c == '(') {
      open_group();
    } else if (c == ')') {
      atom_ = groups_.empty() ? out_.size() : groups_.back();
      if (!groups_.empty()) groups_.pop_back();
      take(1);
    } else if (c == '{' && interval()) {
      return;
    } else {
      if (c != '*' && c != '+' && c != '?') begin_atom();
      take(1);
    }
  }

  void begin_atom() { atom_ = out_.size(); }

  void take(std::size_t count) {
    out_ += rest_.substr(0, count);
    rest_.remove_prefix(std::min(count, rest_.size()));
  }

  void open_group() {
    groups_.push_back(out_.size());
    if (rest_.starts_with("(*")) {
      problem_ = "calls something by (*…)";
    } else if (rest_.starts_with("(?#")) {
      take(std::min(rest_.find(')'), rest_.size()));
    } else if (rest_.starts_with("(?")) {
      // `m` lets the dot match line breaks, which PCRE2 calls `s`.
      const std::size_t end = rest_.find_first_not_of("imx-", 2);
      std::string options(rest_.substr(0, end));
      const bool is_options = end != rest_.npos && (rest_[end] == ':' || rest_[end] == ')');
      if (is_options) std::replace(options.begin(), options.end(), 'm', 's');
      out_ += options;
      rest_.remove_prefix(options.size());
    } else {
      take(1);
    }
  }

  /// `{2,3}+` repeats the repetition and `{,3}` begins at 0; in PCRE2 the first is possessive, the
  /// second ordinary text.
  bool interval() {
    const std::size_t end = rest_.find('}');
    if (end == rest_.npos || end == 1 || rest_.substr(0, end + 1) == "{,}" ||
        rest_.find_first_not_of("0123456789,", 1) != end) {
      return false;
    }
    const std::string_view counts = rest_.substr(1, end - 1);
    if (std::count(counts.begin(), counts.end(), ',') > 1) return false;
    out_ += counts.front() == ',' ? "{0" : "{";
    out_ += counts;
    out_ += '}';
    rest_.remove_prefix(end + 1);
    const bool is_fixed = counts.find(',') == counts.npos;
    if (rest_.starts_with('+') || (is_fixed && rest_.starts_with('?'))) {
      out_.insert(atom_, "(?:");
      out_ += ')';
      take(1);
    }
    return true;
  }

  /// Outside of a class.
  std::string escape() {
    const char letter = rest_.size() > 1 ? rest_[1] : '\0';
    if (letter == '\0') {
      problem_ = "ends with a backslash";
      rest_ = {};
      return {};
    }
    if (const auto members = class_members()) return "[" + *members + "]";
    if (letter == 'u') return code_point();
    if (letter == 'W') {
      rest_.remove_prefix(2);
      return none_of(kWord);
    }
    std::string same(rest_.substr(0, 2));
    rest_.remove_prefix(2);
    return same;
  }

  std::string code_point() {
    const std::string_view digits = rest_.substr(2, 4);
    if (digits.size() != 4 || digits.find_first_not_of("0123456789abcdefABCDEF") != digits.npos) {
      problem_ = "has \\u without four digits";
    }
    rest_.remove_prefix(std::min<std::size_t>(6, rest_.size()));
    return "\\x{" + std::string(digits) + "}";
  }

  /// What an escape that stands for many characters holds, written for the inside of a class;
  /// nullopt for one that stands for a single character or for none.
  std::optional<std::string> class_members() {
    const char letter = rest_[1];
    const char small = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    if (small == 'p') return property();
    if (small == 'w') {
      if (letter == 'W') return std::nullopt;
      rest_.remove_prefix(2);
      return std::string(kWord);
    }
    for (const auto& [name, inside, complement] : kShorthands) {
      if (small != name) continue;
      rest_.remove_prefix(2);
      return std::string(letter == name ? inside : complement);
    }
    return std::nullopt;
  }

  std::optional<std::string> property() {
    const std::size_t end = rest_.find('}');
    if (rest_.substr(2, 1) != "{" || end == rest_.npos) return std::nullopt;
    std::string_view name = rest_.substr(3, end - 3);
    bool negated = rest_[1] == 'P';
    if (name.starts_with('^')) {
      negated = !negated;
      name.remove_prefix(1);
    }
    rest_.remove_prefix(end + 1);
    const std::string key = property_key(name);
    if (key == "any") return std::string(R"(\x00-\x{10ffff})");
    if (key == "word" && !negated) return std::string(kWord);
    if (key == "alnum" && !negated) return std::string(R"(\p{Alphabetic}\p{Nd})");
    std::string spelling(name);
    for (const auto& [oniguruma, pcre2] : kProperties) {
      if (key == oniguruma) spelling = pcre2;
    }
    if (std::ranges::find(kScripts, key) != std::end(kScripts)) spelling = "sc:" + key;
    return (negated ? "\\P{" : "\\p{") + spelling + "}";
  }

  /// A class from its bracket on, as an expression that matches one character: a plain class where
  /// that is enough, otherwise alternatives and conditions.
  std::string character_class(int depth) {
    if (depth == kMostNestedClasses) {
      problem_ = "nests classes too deeply";
      return {};
    }
    rest_.remove_prefix(1);
    const bool negated = rest_.starts_with('^');
    if (negated) rest_.remove_prefix(1);
    std::string conditions;  // the earlier operands of `&&`
    std::string members;
    std::string nested;  // alternatives beside the members
    const auto operand = [&] {
      if (nested.empty()) return "[" + members + "]";
      return "(?:" + (members.empty() ? nested.substr(1) : "[" + members + "]" + nested) + ")";
    };
    bool is_first = true;
    while (problem_.empty()) {
      if (rest_.empty()) {
        problem_ = "has a class without an end";
      } else if (rest_.front() == ']' && !is_first) {
        rest_.remove_prefix(1);
        break;
      } else if (rest_.starts_with("[:")) {
        members += bracket();
      } else if (rest_.front() == '[') {
        nested += "|" + character_class(depth + 1);
      } else if (rest_.starts_with("&&")) {
        rest_.remove_prefix(2);
        conditions += "(?=" + operand() + ")";
        members.clear();
        nested.clear();
      } else {
        class_character(members, nested);
      }
      is_first = false;
    }
    const bool is_plain = conditions.empty() && nested.empty();
    if (is_plain) return (negated ? "[^" : "[") + members + "]";
    const std::string all = conditions + operand();
    return negated ? "(?:(?!" + all + ")[\\x00-\\x{10ffff}])" : "(?:" + all + ")";
  }

  /// As in `[[:alpha:]]`.
  std::string bracket() {
    const std::size_t end = std::min(rest_.find(":]"), rest_.size() - 2);
    const std::string_view name = rest_.substr(2, std::max<std::size_t>(end, 2) - 2);
    std::string same(rest_.substr(0, end + 2));
    rest_.remove_prefix(end + 2);
    if (name == "alpha") return R"(\p{Alphabetic})";
    if (name == "alnum") return R"(\p{Alphabetic}\p{Nd})";
    if (name == "upper") return R"(\p{Uppercase})";
    if (name == "lower") return R"(\p{Lowercase})";
    if (name == "digit") return R"(\p{Nd})";
    if (name == "punct") return R"(\p{P}\p{S})";
    if (name == "word") return R"(\p{Alphabetic}\p{M}\p{Nd}\p{Pc})";
    if (name == "blank") return R"(\p{Zs}\x09)";
    if (name == "space") return std::string(kShorthands[0].inside);
    return same;
  }

  void class_character(std::string& members, std::string& nested) {
    if (rest_.front() != '\\') {
      const bool is_special = rest_.front() == ']' || rest_.front() == '[';
      if (is_special) members += '\\';
      members += rest_.front();
      rest_.remove_prefix(1);
      return;
    }
    if (rest_.starts_with("\\W")) {
      rest_.remove_prefix(2);
      nested += "|" + none_of(kWord);
    } else if (rest_.size() < 2) {
      problem_ = "ends with a backslash";
    } else if (const auto many = class_members()) {
      members += *many;
    } else {
      members += rest_[1] == 'u' ? code_point() : std::string(rest_.substr(0, 2));
      if (!members.ends_with('}')) rest_.remove_prefix(2);
    }
  }

  std::string_view rest_;
  std::string out_;
  std::vector<std::size_t> groups_;  ///< where the open ones begin in out_
  std::size_t atom_ = 0;             ///< where what a quantifier would repeat begins in out_
  std::string problem_;
};

}  // namespace

Result<std::string> pattern_for_pcre2(std::string_view oniguruma) {
  auto translated = Translator(oniguruma).run();
  if (!translated) {
    return fail(translated.error().kind,
                "The pattern " + in_quotes(oniguruma) + " " + translated.error().message);
  }
  return translated;
}

std::string literal_pattern(std::string_view text) {
  std::string pattern;
  for (const char c : text) {
    const bool is_word = std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0;
    if (!is_word) pattern += '\\';
    pattern += c;
  }
  return pattern;
}

}  // namespace canter
