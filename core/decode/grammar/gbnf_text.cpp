#include "decode/grammar/gbnf_text.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace canter {
namespace {

std::string hex(std::uint32_t number, int digits) {
  std::string text(std::size_t(digits), '0');
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, number >>= 4)
    *digit = "0123456789ABCDEF"[number & 0xF];
  return text;
}

std::string class_letter(char32_t point) {
  const bool plain = (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z') ||
                     (point >= 'A' && point <= 'Z');
  if (plain) return {char(point)};
  if (point < 0x100) return "\\x" + hex(point, 2);
  return "\\U" + hex(point, 8);
}

}  // namespace

std::string gbnf_literal(std::string_view text) {
  std::string literal = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      literal += {'\\', c};
    else if (byte < 0x20 || byte == 0x7F)
      literal += "\\x" + hex(byte, 2);
    else
      literal += c;
  }
  return literal + '"';
}

std::string gbnf_class(const CodePoints& points) {
  std::string text = "[";
  const auto add = [&](CodePoints::Range range) {
    text += class_letter(range.first);
    if (range.last != range.first) text += "-" + class_letter(range.last);
  };
  // Surrogates are no characters of a text, so escapes do not name them.
  const CodePoints characters = points.without(CodePoints({{0xD800, 0xDFFF}}));
  for (const CodePoints::Range& range : characters.ranges()) add(range);
  return text + "]";
}

std::string gbnf_in_json_string(const CodePoints& points) {
  static const CodePoints escaped({{0, 0x1F}, {'"', '"'}, {'\\', '\\'}, {0xD800, 0xDFFF}});
  static constexpr std::pair<char, char> kEscapes[] = {
      {'"', '"'}, {'\\', '\\'}, {'\b', 'b'}, {'\f', 'f'}, {'\n', 'n'}, {'\r', 'r'}, {'\t', 't'}};
  std::vector<std::string> ways;
  if (const CodePoints plain = points.without(escaped); !plain.empty())
    ways.push_back(gbnf_class(plain));
  for (const auto& [point, letter] : kEscapes)
    if (points.contains(static_cast<unsigned char>(point)))
      ways.push_back(gbnf_literal(std::string{'\\', letter}));
  if (ways.size() < 2) return ways.empty() ? std::string() : ways.front();
  std::string text = "(";
  for (std::size_t i = 0; i < ways.size(); ++i) text += (i > 0 ? " | " : "") + ways[i];
  return text + ")";
}

std::string_view json_rules() {
  return R"GBNF(
value ::= object | array | string | number | boolean | null
object ::= "{" ws ( member ( "," ws member )* )? "}"
member ::= string ws ":" ws value ws
array ::= "[" ws ( item ( "," ws item )* )? "]"
item ::= value ws
string ::= "\"" char* "\""
char ::= [^"\\\x00-\x1F] | "\\" ( ["\\/bfnrt] | "u" escape )
escape ::= [0-9a-cA-CefEF] hex{3} | [dD] [0-7] hex{2} | [dD] [89abAB] hex{2} "\\u" [dD] [c-fC-F] hex{2}
hex ::= [0-9a-fA-F]
integer ::= "-"? ( "0" | [1-9] [0-9]{0,15} )
number ::= integer ( "." [0-9]{1,16} )? ( [eE] [-+]? [0-9]{1,2} )?
boolean ::= "true" | "false"
null ::= "null"
ws ::= ( " " | "\n" [ \t]{0,20} )?
)GBNF";
}

}  // namespace canter
