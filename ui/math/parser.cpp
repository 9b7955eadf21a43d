#include "math/parser.h"

#include <algorithm>
#include <utility>

#include "math/parser_impl.h"
#include "math/symbols.h"

namespace canter::ui::math {
namespace {

/// Longer formulas are not set.
constexpr std::size_t kLongest = 20'000;

}  // namespace

// Rows of parts -----------------------------------------------------------------------------------

bool Parser::ends(Until until) const {
  if (reader_.at_end()) return true;
  const char32_t c = reader_.peek();
  if (until == Until::kBrace) return c == U'}';
  const std::string name = reader_.peek_command();
  if (until == Until::kFence) return name == "right" || name == "middle" || name == "end";
  const bool line = name == "\\" || name == "cr" || name == "newline";
  if (until == Until::kCell) return line || c == U'&' || name == "end";
  return until == Until::kLine && line;
}

Node Parser::whole() {
  Node first = row(Until::kLine);
  if (reader_.at_end()) return first;
  Node table;
  table.kind = Node::Kind::kTable;
  table.table = TableStyle::kGathered;
  table.children.push_back(group({std::move(first)}));
  while (!reader_.at_end()) {
    reader_.command();
    reader_.bracketed();
    Node line = row(Until::kLine);
    if (!line.empty()) table.children.push_back(group({std::move(line)}));
  }
  return table;
}

Node Parser::row(Until until) {
  const Alphabet before = alphabet_;
  std::vector<Node> parts;
  while (true) {
    reader_.skip_blanks();
    if (ends(until)) break;
    const std::string name = reader_.peek_command();
    if (is_infix(name)) {
      reader_.command();
      Node below = row(until);
      parts = {infix(name, group(std::move(parts)), std::move(below))};
      break;
    }
    add_part(parts);
  }
  alphabet_ = before;
  return group(std::move(parts));
}

void Parser::add_part(std::vector<Node>& parts) {
  if (++nodes_ > kMostNodes) {
    too_large_ = true;
    reader_.go_to_end();
    return;
  }
  const char32_t c = reader_.peek();
  if (c == U'}' || c == U'&') {  // of nothing that is open
    reader_.next();
    if (c == U'&') parts.push_back(space(1));
    return;
  }
  if (c == U'^' || c == U'_' || c == U'\'') {
    parts.push_back(scripts(group()));
    return;
  }
  Node base = part();
  const bool takes_scripts = base.atom != Atom::kNone && base.kind != Node::Kind::kStyle;
  parts.push_back(takes_scripts ? scripts(std::move(base)) : std::move(base));
}

Node Parser::part() {
  const char32_t c = reader_.peek();
  if (c == U'\\') return command();
  if (c == U'{') return braces();
  reader_.next();
  if (c == U'~') return space(0.25);
  return typed(c);
}

Node Parser::typed(char32_t c) const {
  const Symbol known = typed_symbol(c);
  return symbol(in_alphabet(known.code, alphabet_), known.atom, known.limits);
}

Node Parser::braces() {
  reader_.next();
  if (depth_ >= kDeepest) return group();  // what is in it stands in the row around it
  ++depth_;
  Node inner = row(Until::kBrace);
  --depth_;
  reader_.take(U'}');
  return inner;
}

Node Parser::argument() {
  reader_.skip_blanks();
  const char32_t c = reader_.peek();
  if (reader_.at_end() || c == U'}' || c == U'&') return group();
  if (c == U'^' || c == U'_') {
    reader_.next();
    return group();
  }
  if (depth_ >= kDeepest) {
    reader_.next();
    return c == U'{' ? group() : typed(c);
  }
  ++depth_;
  Node found = part();
  --depth_;
  return found;
}

Node Parser::scripts(Node base) {
  Node below = group(), above = group();
  bool any = false;
  for (bool more = true; more;) {
    reader_.skip_blanks();
    const char32_t c = reader_.peek();
    const std::string name = reader_.peek_command();
    if (name == "limits" || name == "nolimits" || name == "displaylimits") {
      reader_.command();
      base.limits = name == "limits"     ? Limits::kAlways
                    : name == "nolimits" ? Limits::kBeside
                                         : Limits::kInDisplay;
    } else if (c == U'\'') {
      reader_.next();
      above.children.push_back(symbol(U'′'));
      any = true;
    } else if (c == U'^' || c == U'_') {
      reader_.next();
      (c == U'^' ? above : below).children.push_back(argument());
      any = true;
    } else {
      more = false;
    }
  }
  if (!any) return base;
  const Atom atom = base.atom;
  const Limits limits = base.limits;
  Node node = parent(Node::Kind::kScripts, std::move(base), std::move(below), std::move(above));
  node.atom = atom;
  node.limits = limits;
  return node;
}

// `a \over b` and its like -----------------------------------------------------------------------

bool Parser::is_infix(const std::string& name) {
  return name == "over" || name == "choose" || name == "atop" || name == "brack" || name == "brace";
}

Node Parser::infix(const std::string& name, Node above, Node below) {
  Node node = fraction(std::move(above), std::move(below), name == "over");
  if (name == "choose") return fence(U'(', std::move(node), U')');
  if (name == "brack") return fence(U'[', std::move(node), U']');
  if (name == "brace") return fence(U'{', std::move(node), U'}');
  return node;
}

// Delimiters -------------------------------------------------------------------------------------

char32_t Parser::delimiter() {
  reader_.skip_blanks();
  if (reader_.peek() == U'\\') {
    const std::size_t begin = reader_.place();
    const char32_t sign = math::delimiter(reader_.command());
    if (sign == 0) reader_.go_to(begin);
    return sign;
  }
  const char32_t c = reader_.peek();
  if (c == U'.') {
    reader_.next();
    return 0;
  }
  const char32_t sign = math::delimiter(c);
  if (sign != 0) reader_.next();
  return sign;
}

Node Parser::fenced() {
  Node node;
  node.kind = Node::Kind::kFence;
  node.atom = Atom::kInner;
  node.text += delimiter();
  if (depth_ >= kDeepest) {
    Node flat = symbol(node.text[0]);
    return node.text[0] == 0 ? group() : flat;
  }
  ++depth_;
  while (true) {
    node.children.push_back(row(Until::kFence));
    const std::string name = reader_.peek_command();
    if (name == "right" || name == "middle") reader_.command();
    node.text += name == "right" || name == "middle" ? delimiter() : 0;
    if (name != "middle") break;
  }
  --depth_;
  return node;
}

// Text -------------------------------------------------------------------------------------------

Node Parser::prose(const std::u32string& text, Alphabet alphabet) {
  Node node = group();
  std::u32string run;
  const auto flush = [&] {
    if (!run.empty()) node.children.push_back(words(std::exchange(run, {})));
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (c == U'\\' && i + 1 < text.size()) {
      const char32_t next = text[i + 1];
      const bool sign = std::u32string_view(U"{}$%&#_ \\").find(next) != std::u32string_view::npos;
      if (sign) {
        run += next == U'\\' ? U' ' : next;
        ++i;
      } else if (next == U',' || next == U';' || next == U':') {
        run += U' ';
        ++i;
      } else if (next != U'(' && next != U')') {
        run += c;
      } else {
        ++i;
      }
    } else if (c == U'$') {
      const std::size_t end = std::min(text.find(U'$', i + 1), text.size());
      flush();
      if (depth_ < kDeepest && end > i + 1) {
        Parser inside(std::u32string_view(text).substr(i + 1, end - i - 1), depth_ + 1);
        node.children.push_back(inside.row(Until::kEnd));
        nodes_ += inside.nodes_;
        too_large_ = too_large_ || inside.too_large_;
      }
      i = end;
    } else if (c != U'{' && c != U'}') {
      run += c == U'~' || c == U'\n' ? U' ' : in_alphabet(c, alphabet);
    }
  }
  flush();
  return node;
}

std::optional<Node> parse(std::u32string_view tex) {
  if (tex.size() > kLongest) return std::nullopt;
  Parser parser(tex);
  Node root = parser.whole();
  if (parser.too_large()) return std::nullopt;
  return root;
}

}  // namespace canter::ui::math
