#include <optional>
#include <unordered_map>

#include "math/chemistry.h"
#include "math/parser_impl.h"
#include "math/symbols.h"

namespace canter::ui::math {
namespace {

template <typename T>
using Names = std::unordered_map<std::string, T>;

template <typename T>
std::optional<T> find(const Names<T>& names, const std::string& name) {
  const auto found = names.find(name);
  if (found == names.end()) return std::nullopt;
  return found->second;
}

std::optional<Alphabet> letters_of(const std::string& name) {
  static const Names<Alphabet> names = {
      {"mathrm", Alphabet::kUpright},     {"mathup", Alphabet::kUpright},
      {"mathnormal", Alphabet::kDefault}, {"mathit", Alphabet::kItalic},
      {"mathbf", Alphabet::kBold},        {"boldsymbol", Alphabet::kBoldItalic},
      {"bm", Alphabet::kBoldItalic},      {"pmb", Alphabet::kBoldItalic},
      {"symbf", Alphabet::kBold},         {"mathbb", Alphabet::kDoubleStruck},
      {"Bbb", Alphabet::kDoubleStruck},   {"mathcal", Alphabet::kScript},
      {"mathscr", Alphabet::kScript},     {"mathfrak", Alphabet::kFraktur},
      {"frak", Alphabet::kFraktur},       {"mathsf", Alphabet::kSansSerif},
      {"mathtt", Alphabet::kMonospace},   {"mathds", Alphabet::kDoubleStruck}};
  return find(names, name);
}

/// Of what follows in the group: `{\bf x}`.
std::optional<Alphabet> switched_letters(const std::string& name) {
  static const Names<Alphabet> names = {{"rm", Alphabet::kUpright},   {"bf", Alphabet::kBold},
                                        {"it", Alphabet::kItalic},    {"cal", Alphabet::kScript},
                                        {"sf", Alphabet::kSansSerif}, {"tt", Alphabet::kMonospace}};
  return find(names, name);
}

std::optional<Alphabet> words_of(const std::string& name) {
  static const Names<Alphabet> names = {
      {"text", Alphabet::kUpright},       {"textrm", Alphabet::kUpright},
      {"textnormal", Alphabet::kUpright}, {"textup", Alphabet::kUpright},
      {"mbox", Alphabet::kUpright},       {"hbox", Alphabet::kUpright},
      {"textsc", Alphabet::kUpright},     {"textbf", Alphabet::kBold},
      {"textit", Alphabet::kItalic},      {"emph", Alphabet::kItalic},
      {"textsf", Alphabet::kSansSerif},   {"texttt", Alphabet::kMonospace},
      {"unit", Alphabet::kUpright},       {"intertext", Alphabet::kUpright}};
  return find(names, name);
}

std::optional<Atom> class_of(const std::string& name) {
  static const Names<Atom> names = {
      {"mathop", Atom::kOperator},  {"mathbin", Atom::kBinary},       {"mathrel", Atom::kRelation},
      {"mathord", Atom::kOrdinary}, {"mathopen", Atom::kOpening},     {"mathclose", Atom::kClosing},
      {"mathinner", Atom::kInner},  {"mathpunct", Atom::kPunctuation}};
  return find(names, name);
}

/// What is drawn over the whole width of something, and on which side of it.
struct Stretched {
  char32_t code = 0;
  int side = 0;
  bool brace = false;
};

std::optional<Stretched> stretched_sign(const std::string& name) {
  static const Names<Stretched> names = {
      {"overbrace", {U'⏞', 1, true}},          {"underbrace", {U'⏟', -1, true}},
      {"overbracket", {U'⎴', 1, true}},        {"underbracket", {U'⎵', -1, true}},
      {"overparen", {U'⏜', 1, false}},         {"underparen", {U'⏝', -1, false}},
      {"overrightarrow", {U'→', 1, false}},    {"overleftarrow", {U'←', 1, false}},
      {"underrightarrow", {U'→', -1, false}},  {"underleftarrow", {U'←', -1, false}},
      {"overleftrightarrow", {U'↔', 1, false}}};
  return find(names, name);
}

char32_t long_arrow(const std::string& name) {
  static const Names<char32_t> names = {{"xrightarrow", U'→'},     {"xleftarrow", U'←'},
                                        {"xleftrightarrow", U'↔'}, {"xRightarrow", U'⇒'},
                                        {"xLeftarrow", U'⇐'},      {"xLeftrightarrow", U'⇔'},
                                        {"xmapsto", U'↦'},         {"xhookrightarrow", U'↪'},
                                        {"xlongequal", U'='},      {"xrightleftharpoons", U'⇌'}};
  return find(names, name).value_or(0);
}

bool is_any(const std::string& name, std::initializer_list<const char*> names) {
  for (const char* each : names)
    if (name == each) return true;
  return false;
}

}  // namespace

Node Parser::command() {
  const std::size_t begin = reader_.place();
  const std::string name = reader_.command();
  Node node;
  if (depth_ < kDeepest && structure(name, node)) return node;
  if (silent(name, node)) return node;
  if (const auto known = find_operator(name)) {
    node = words(known->words, Atom::kOperator);
    node.limits = known->limits;
    return node;
  }
  if (const auto known = find_symbol(name))
    return symbol(in_alphabet(known->code, alphabet_), known->atom, known->limits);
  if (const auto width = space_width(name)) return space(*width);
  return words(std::u32string(reader_.since(begin)));
}

/// Commands with arguments; false: it is none of them, and nothing was read.
bool Parser::structure(const std::string& name, Node& node) {
  if (fraction_command(name, node) || above_or_below(name, node) || sized_delimiter(name, node) ||
      styled(name, node))
    return true;
  if (name == "sqrt") {
    Node degree = optional_argument();
    node = parent(Node::Kind::kRadical, argument(), std::move(degree));
  } else if (const auto alphabet = letters_of(name)) {
    node = with_alphabet(*alphabet);
  } else if (const auto upright = words_of(name)) {
    node = prose(reader_.braced(), *upright);
  } else if (is_any(name, {"operatorname", "operatornamewithlimits", "DeclareMathOperator"})) {
    const bool limits = reader_.take(U'*') || name == "operatornamewithlimits";
    node = prose(reader_.braced(), Alphabet::kUpright);
    node.atom = Atom::kOperator;
    node.limits = limits ? Limits::kInDisplay : Limits::kBeside;
  } else if (const char32_t mark = accent_mark(name); mark != 0) {
    node = parent(Node::Kind::kAccent, argument());
    node.code = mark;
    node.amount = name.starts_with("wide") ? 1 : 0;
  } else if (name == "left") {
    node = fenced();
  } else if (name == "begin") {
    node = environment();
  } else if (name == "ce") {
    const std::u32string tex = chemistry_as_tex(reader_.braced());
    Parser inside(tex, depth_ + 1);
    node = inside.row(Until::kEnd);
    too_large_ = too_large_ || inside.too_large_;
  } else if (name == "substack") {
    node = stack();
  } else if (const auto atom = class_of(name)) {
    node = group({argument()}, *atom);
    if (*atom == Atom::kOperator) node.limits = Limits::kInDisplay;
  } else if (name == "not") {
    node = negation();
  } else if (name == "pmod" || name == "pod") {
    std::vector<Node> inside;
    if (name == "pmod") inside = {words(U"mod"), space(1 / 3.0)};
    inside.push_back(argument());
    node = group({space(1), symbol(U'(', Atom::kOpening), group(std::move(inside)),
                  symbol(U')', Atom::kClosing)});
  } else if (name == "bmod") {
    node = words(U"mod", Atom::kBinary);
  } else if (is_any(name, {"tag", "eqref"})) {
    reader_.take(U'*');
    node = group({space(2), words(U"(" + reader_.braced() + U")")});
  } else {
    return false;
  }
  return true;
}

bool Parser::fraction_command(const std::string& name, Node& node) {
  const bool binomial = is_any(name, {"binom", "dbinom", "tbinom"});
  if (!binomial && !is_any(name, {"frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"}))
    return false;
  Node above = argument();
  Node below = argument();
  if (name == "nicefrac" || name == "sfrac") {
    node = group({std::move(above), symbol(U'/'), std::move(below)});
    return true;
  }
  node = fraction(std::move(above), std::move(below), !binomial);
  if (binomial) node = fence(U'(', std::move(node), U')');
  if (name.front() == 'd' || name == "cfrac") node = in_style(std::move(node), 0);
  if (name.front() == 't') node = in_style(std::move(node), 1);
  return true;
}

bool Parser::above_or_below(const std::string& name, Node& node) {
  if (name == "overline" || name == "underline") {
    node = parent(Node::Kind::kBar, argument());
    node.amount = name == "overline" ? 1 : -1;
  } else if (const auto sign = stretched_sign(name)) {
    node = parent(Node::Kind::kStretched, argument());
    node.code = sign->code;
    node.amount = sign->side;
    if (sign->brace) node.limits = Limits::kAlways;
  } else if (is_any(name, {"overset", "stackrel", "underset"})) {
    Node small = argument();
    Node base = argument();
    const Atom atom = name == "stackrel" ? Atom::kRelation : base.atom;
    node = name == "underset"
               ? parent(Node::Kind::kStacked, std::move(base), std::move(small), group())
               : parent(Node::Kind::kStacked, std::move(base), group(), std::move(small));
    node.atom = atom;
  } else if (const char32_t arrow = long_arrow(name); arrow != 0) {
    Node below = optional_argument();
    node = parent(Node::Kind::kArrow, argument(), std::move(below));
    node.code = arrow;
    node.atom = Atom::kRelation;
  } else {
    return false;
  }
  return true;
}

/// Changes how something looks, or whether it does.
bool Parser::styled(const std::string& name, Node& node) {
  if (is_any(name, {"phantom", "hphantom", "vphantom"})) {
    node = parent(Node::Kind::kPhantom, argument());
    node.level = name.front() == 'p' ? 0 : name.front() == 'h' ? 1 : 2;
  } else if (is_any(name, {"boxed", "fbox"})) {
    node = parent(Node::Kind::kBoxed, argument());
  } else if (is_any(name, {"cancel", "bcancel", "xcancel", "sout"})) {
    node = parent(Node::Kind::kStruck, argument());
  } else if (is_any(name, {"textcolor", "colorbox", "raisebox", "href"})) {
    reader_.braced();
    node = argument();
  } else if (name == "fcolorbox") {
    reader_.braced();
    reader_.braced();
    node = parent(Node::Kind::kBoxed, argument());
  } else if (is_any(name, {"smash", "mathclap", "mathllap", "mathrlap", "ensuremath", "vcenter",
                           "llap", "rlap"})) {
    reader_.bracketed();
    node = argument();
  } else {
    return false;
  }
  return true;
}

bool Parser::sized_delimiter(const std::string& name, Node& node) {
  static const Names<double> sizes = {{"big", 1.2}, {"Big", 1.8}, {"bigg", 2.4}, {"Bigg", 3.0}};
  std::string size = name;
  const char side = size.empty() ? ' ' : size.back();
  if (side == 'l' || side == 'r' || side == 'm') size.pop_back();
  const auto em = find(sizes, size);
  if (!em) return false;
  node.kind = Node::Kind::kDelimiter;
  node.code = delimiter();
  node.amount = *em;
  node.atom = side == 'l'   ? Atom::kOpening
              : side == 'r' ? Atom::kClosing
              : side == 'm' ? Atom::kRelation
                            : Atom::kOrdinary;
  return true;
}

/// Commands that show nothing of their own.
bool Parser::silent(const std::string& name, Node& node) {
  static const Names<int> styles = {
      {"displaystyle", 0}, {"textstyle", 1}, {"scriptstyle", 2}, {"scriptscriptstyle", 3}};
  node = space(0);
  if (const auto style = find(styles, name)) {
    node.kind = Node::Kind::kStyle;
    node.level = *style;
  } else if (const auto alphabet = switched_letters(name)) {
    alphabet_ = *alphabet;
  } else if (is_any(name, {"color", "label", "end", "ref", "style", "class", "pagecolor"})) {
    reader_.braced();
  } else if (is_any(name, {"hspace", "mspace", "hskip", "kern", "mkern", "mskip"})) {
    reader_.take(U'*');
    reader_.skip_blanks();
    std::u32string length;
    if (reader_.peek() == U'{') {
      length = reader_.braced();
    } else {
      const std::u32string_view parts = U"-+.0123456789 ";
      while (!reader_.at_end() && parts.find(reader_.peek()) != parts.npos)
        length += reader_.next();
      for (int i = 0; i < 2 && !length.empty(); ++i) length += reader_.next();
    }
    node.amount = length_in_em(length);
  } else if (name == "vspace") {
    reader_.braced();
  } else if (name == "right" || name == "middle") {
    const char32_t sign = delimiter();
    if (sign != 0) node = symbol(sign, Atom::kClosing);
  } else if (is_any(name, {"\\", "cr", "newline"})) {
    node.amount = 1;
  } else if (!is_any(name,
                     {"limits", "nolimits",   "displaylimits", "nonumber", "notag",      "hline",
                      "hfill",  "hfil",       "relax",         "null",     "allowbreak", "nobreak",
                      "strut",  "mathstrut",  "protect",       "noindent", "centering",  "tiny",
                      "small",  "normalsize", "large",         "Large",    "LARGE",      "huge",
                      "Huge",   "bfseries",   "itshape",       "boldmath", "/",          "-",
                      "(",      ")",          "left"})) {
    return false;
  }
  return true;
}

Node Parser::optional_argument() {
  const std::u32string text = reader_.bracketed();
  Parser inside(text, depth_ + 1);
  Node found = inside.row(Until::kEnd);
  too_large_ = too_large_ || inside.too_large_;
  return found;
}

Node Parser::with_alphabet(Alphabet alphabet) {
  const Alphabet before = std::exchange(alphabet_, alphabet);
  Node inside = argument();
  alphabet_ = before;
  return inside;
}

Node Parser::negation() {
  Node base = argument();
  Node* sign = &base;
  while (sign->kind == Node::Kind::kGroup && sign->children.size() == 1)
    sign = &sign->children.front();
  if (sign->kind == Node::Kind::kSymbol && negated(sign->code) != 0) {
    sign->code = negated(sign->code);
    return std::move(*sign);
  }
  const Atom atom = sign->atom;
  Node node = parent(Node::Kind::kStruck, std::move(base));
  node.atom = atom;
  return node;
}

}  // namespace canter::ui::math
