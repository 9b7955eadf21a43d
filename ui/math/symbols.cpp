#include "math/symbols.h"

#include <string_view>
#include <unordered_map>

namespace canter::ui::math {
namespace {

struct Section {
  Atom atom;
  Limits limits;
  const char32_t* symbols;  ///< `name sign name sign …`
};

constexpr Section kSections[] = {
    {Atom::kOrdinary, Limits::kBeside,
     U"alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ "
     U"iota ι kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ "
     U"sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ "
     U"Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω "
     U"Alpha Α Beta Β Epsilon Ε Zeta Ζ Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν Omicron Ο Rho Ρ Tau Τ Chi Χ "
     U"infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ emptyset ∅ "
     U"varnothing ∅ hbar ℏ hslash ℏ ell ℓ Re ℜ Im ℑ aleph ℵ beth ℶ gimel ℷ wp ℘ angle ∠ "
     U"measuredangle ∡ sphericalangle ∢ triangle △ triangledown ▽ square □ Box □ blacksquare ■ "
     U"diamond ⋄ Diamond ◊ lozenge ◊ blacklozenge ⧫ blacktriangle ▲ bigstar ★ "
     U"clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp ♯ "
     U"checkmark ✓ prime ′ backprime ‵ degree ° top ⊤ bot ⊥ surd √ imath 𝚤 jmath 𝚥 "
     U"ldots … dots … dotsc … dotso … vdots ⋮ ddots ⋱ iddots ⋰ complement ∁ mho ℧ eth ð "
     U"backslash \\ vert | | ‖ Vert ‖ copyright © circledR ® AA Å pounds £ yen ¥ euro € S § P ¶ "
     U"% % # # & & $ $ _ _ lbrack [ rbrack ] textbackslash \\ ss ß ae æ oe œ o ø O Ø "
     U"QED ∎ blacksquare ∎ dag † ddag ‡ aa å"},
    {Atom::kBinary, Limits::kBeside,
     U"times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ pm ± mp ∓ oplus ⊕ ominus ⊖ otimes ⊗ "
     U"oslash ⊘ odot ⊙ wedge ∧ land ∧ vee ∨ lor ∨ cap ∩ cup ∪ setminus ∖ smallsetminus ∖ sqcup ⊔ "
     U"sqcap ⊓ uplus ⊎ dagger † ddagger ‡ amalg ⨿ wr ≀ bigcirc ◯ triangleleft ◁ triangleright ▷ "
     U"bigtriangleup △ bigtriangledown ▽ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ ltimes ⋉ rtimes ⋊ "
     U"boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ circledast ⊛ circledcirc ⊚ Cap ⋒ Cup ⋓ "
     U"barwedge ⌅ veebar ⊻ curlywedge ⋏ curlyvee ⋎ dotplus ∔ divideontimes ⋇ intercal ⊺ And & "
     U"centerdot ⋅ ∗ ∗"},
    {Atom::kRelation, Limits::kBeside,
     U"leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ gg ≫ lll ⋘ ggg ⋙ leqslant ⩽ geqslant ⩾ leqq ≦ geqq ≧ "
     U"equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ ncong ≇ asymp ≍ propto ∝ varpropto ∝ approxeq ≊ "
     U"thicksim ∼ thickapprox ≈ backsim ∽ eqsim ≂ bumpeq ≏ doteqdot ≑ triangleq ≜ circeq ≗ "
     U"subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ "
     U"subseteqq ⫅ supseteqq ⫆ Subset ⋐ Supset ⋑ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ "
     U"in ∈ isin ∈ notin ∉ ni ∋ owns ∋ mid ∣ nmid ∤ parallel ∥ nparallel ∦ perp ⊥ models ⊨ vDash ⊨ "
     U"Vdash ⊩ vdash ⊢ dashv ⊣ nvdash ⊬ nvDash ⊭ prec ≺ succ ≻ preceq ⪯ succeq ⪰ precsim ≾ "
     U"succsim ≿ nprec ⊀ nsucc ⊁ doteq ≐ coloneqq ≔ eqqcolon ≕ coloneq ≔ Coloneqq ⩴ smile ⌣ "
     U"frown ⌢ bowtie ⋈ Join ⋈ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ lesssim ≲ gtrsim ≳ lessgtr ≶ gtrless ≷ "
     U"lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩ lt < gt > between ≬ pitchfork ⋔ therefore ∴ because ∵ "
     U"to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ implies ⟹ Leftarrow ⇐ "
     U"impliedby ⟸ Leftrightarrow ⇔ iff ⟺ mapsto ↦ longmapsto ⟼ longrightarrow ⟶ longleftarrow ⟵ "
     U"longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ uparrow ↑ "
     U"downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ hookrightarrow ↪ "
     U"hookleftarrow ↩ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ "
     U"rightleftharpoons ⇌ leftrightharpoons ⇋ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ "
     U"leadsto ⇝ rightsquigarrow ⇝ twoheadrightarrow ↠ rightrightarrows ⇉ leftleftarrows ⇇ "
     U"rightleftarrows ⇄ leftrightarrows ⇆ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏ nLeftarrow ⇍ "
     U"nleftrightarrow ↮ nLeftrightarrow ⇎ multimap ⊸ circlearrowleft ↺ circlearrowright ↻ "
     U"curvearrowleft ↶ curvearrowright ↷ upuparrows ⇈ downdownarrows ⇊ colon ∶ vcentcolon ∶ "
     U"trianglelefteq ⊴ trianglerighteq ⊵ ntriangleleft ⋪ ntriangleright ⋫"},
    {Atom::kOperator, Limits::kInDisplay,
     U"sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ "
     U"bigsqcup ⨆ bigvee ⋁ bigwedge ⋀"},
    {Atom::kOperator, Limits::kBeside,
     U"int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ intop ∫ smallint ∫"},
    {Atom::kOpening, Limits::kBeside,
     U"langle ⟨ lfloor ⌊ lceil ⌈ lbrace { { { lvert | lVert ‖ lgroup ⟮ lmoustache ⎰ ulcorner ⌜ "
     U"llcorner ⌞ llbracket ⟦ lBrack ⟦"},
    {Atom::kClosing, Limits::kBeside,
     U"rangle ⟩ rfloor ⌋ rceil ⌉ rbrace } } } rvert | rVert ‖ rgroup ⟯ rmoustache ⎱ urcorner ⌝ "
     U"lrcorner ⌟ rrbracket ⟧ rBrack ⟧"},
    {Atom::kInner, Limits::kBeside, U"cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯"},
    {Atom::kPunctuation, Limits::kBeside, U"ldotp . cdotp ·"},
};

struct Tables {
  std::unordered_map<std::string, Symbol> commands;
  std::unordered_map<char32_t, Symbol> characters;

  Tables() {
    for (const Section& section : kSections) add(section);
    // Their commands stand for something else there.
    for (const char32_t c :
         {U'|', U'\\', U'%', U'#', U'&', U'$', U'_', U'.', U'‖', U'△', U'▽', U'⊥', U'{', U'}'})
      characters.erase(c);
    for (const auto& [typed, symbol] :
         std::initializer_list<std::pair<char32_t, Symbol>>{{U'+', {U'+', Atom::kBinary}},
                                                            {U'-', {U'−', Atom::kBinary}},
                                                            {U'−', {U'−', Atom::kBinary}},
                                                            {U'*', {U'∗', Atom::kBinary}},
                                                            {U'=', {U'=', Atom::kRelation}},
                                                            {U'<', {U'<', Atom::kRelation}},
                                                            {U'>', {U'>', Atom::kRelation}},
                                                            {U':', {U'∶', Atom::kRelation}},
                                                            {U'(', {U'(', Atom::kOpening}},
                                                            {U'[', {U'[', Atom::kOpening}},
                                                            {U')', {U')', Atom::kClosing}},
                                                            {U']', {U']', Atom::kClosing}},
                                                            {U'!', {U'!', Atom::kClosing}},
                                                            {U'?', {U'?', Atom::kClosing}},
                                                            {U',', {U',', Atom::kPunctuation}},
                                                            {U';', {U';', Atom::kPunctuation}},
                                                            {U'·', {U'⋅', Atom::kBinary}},
                                                            {U'µ', {U'μ', Atom::kOrdinary}},
                                                            {U'`', {U'‘', Atom::kOrdinary}}})
      characters[typed] = symbol;
  }

  void add(const Section& section) {
    std::u32string_view rest = section.symbols;
    const auto word = [&] {
      const std::size_t end = std::min(rest.find(U' '), rest.size());
      const std::u32string_view found = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      return found;
    };
    while (!rest.empty()) {
      const std::u32string_view name = word(), sign = word();
      if (sign.empty()) return;
      const Symbol symbol{sign.front(), section.atom, section.limits};
      commands.emplace(std::string(name.begin(), name.end()), symbol);
      characters.emplace(symbol.code, symbol);
    }
  }
};

const Tables& tables() {
  static const Tables all;
  return all;
}

template <typename Map, typename Key>
auto value_or(const Map& map, const Key& key, typename Map::mapped_type other) {
  const auto found = map.find(key);
  return found == map.end() ? other : found->second;
}

}  // namespace

std::optional<Symbol> find_symbol(const std::string& command) {
  const auto found = tables().commands.find(command);
  if (found == tables().commands.end()) return std::nullopt;
  return found->second;
}

Symbol typed_symbol(char32_t c) {
  return value_or(tables().characters, c, Symbol{c, Atom::kOrdinary, Limits::kBeside});
}

std::optional<NamedOperator> find_operator(const std::string& command) {
  for (const std::string_view plain :
       {"sin",    "cos",  "tan",  "cot",  "sec",  "csc",  "arcsin", "arccos", "arctan",
        "arccot", "sinh", "cosh", "tanh", "coth", "sech", "csch",   "log",    "ln",
        "lg",     "exp",  "dim",  "ker",  "deg",  "arg",  "hom",    "tr",     "Tr",
        "rank",   "sgn",  "sign", "diag", "erf",  "mod"})
    if (command == plain) return NamedOperator{std::u32string(plain.begin(), plain.end())};
  for (const std::string_view with_limits :
       {"lim", "max", "min", "sup", "inf", "det", "gcd", "lcm", "Pr", "argmax", "argmin"})
    if (command == with_limits)
      return NamedOperator{std::u32string(with_limits.begin(), with_limits.end()),
                           Limits::kInDisplay};
  if (command == "limsup" || command == "varlimsup")
    return NamedOperator{U"lim sup", Limits::kInDisplay};
  if (command == "liminf" || command == "varliminf")
    return NamedOperator{U"lim inf", Limits::kInDisplay};
  return std::nullopt;
}

char32_t accent_mark(const std::string& command) {
  static const std::unordered_map<std::string, char32_t> marks = {
      {"hat", 0x302},       {"widehat", 0x302}, {"bar", 0x304},       {"tilde", 0x303},
      {"widetilde", 0x303}, {"vec", 0x20D7},    {"dot", 0x307},       {"ddot", 0x308},
      {"dddot", 0x20DB},    {"check", 0x30C},   {"widecheck", 0x30C}, {"breve", 0x306},
      {"acute", 0x301},     {"grave", 0x300},   {"mathring", 0x30A}};
  return value_or(marks, command, 0);
}

std::optional<double> space_width(const std::string& command) {
  static const std::unordered_map<std::string, double> widths = {{",", 3 / 18.0},
                                                                 {"thinspace", 3 / 18.0},
                                                                 {":", 4 / 18.0},
                                                                 {">", 4 / 18.0},
                                                                 {"medspace", 4 / 18.0},
                                                                 {";", 5 / 18.0},
                                                                 {"thickspace", 5 / 18.0},
                                                                 {"!", -3 / 18.0},
                                                                 {"negthinspace", -3 / 18.0},
                                                                 {"negmedspace", -4 / 18.0},
                                                                 {"negthickspace", -5 / 18.0},
                                                                 {"enspace", 0.5},
                                                                 {"quad", 1.0},
                                                                 {"qquad", 2.0},
                                                                 {" ", 0.25},
                                                                 {"space", 0.25},
                                                                 {"nobreakspace", 0.25},
                                                                 {"\n", 0.25}};
  const auto found = widths.find(command);
  if (found == widths.end()) return std::nullopt;
  return found->second;
}

char32_t negated(char32_t code) {
  static const std::unordered_map<char32_t, char32_t> signs = {
      {U'=', U'≠'}, {U'<', U'≮'}, {U'>', U'≯'}, {U'≤', U'≰'}, {U'≥', U'≱'}, {U'∈', U'∉'},
      {U'∋', U'∌'}, {U'⊂', U'⊄'}, {U'⊃', U'⊅'}, {U'⊆', U'⊈'}, {U'⊇', U'⊉'}, {U'≡', U'≢'},
      {U'∼', U'≁'}, {U'≃', U'≄'}, {U'≅', U'≇'}, {U'≈', U'≉'}, {U'∃', U'∄'}, {U'∣', U'∤'},
      {U'|', U'∤'}, {U'∥', U'∦'}, {U'⊢', U'⊬'}, {U'⊨', U'⊭'}, {U'≺', U'⊀'}, {U'≻', U'⊁'},
      {U'→', U'↛'}, {U'←', U'↚'}, {U'⇒', U'⇏'}, {U'⇐', U'⇍'}, {U'⇔', U'⇎'}, {U'↔', U'↮'}};
  return value_or(signs, code, 0);
}

char32_t delimiter(char32_t c) {
  if (c == U'<') return U'⟨';
  if (c == U'>') return U'⟩';
  constexpr std::u32string_view kThemselves = U"()[]{}|/\\⟨⟩⌈⌉⌊⌋‖↑↓↕⇑⇓⇕⟦⟧⟮⟯";
  return kThemselves.find(c) != std::u32string_view::npos ? c : 0;
}

char32_t delimiter(const std::string& command) {
  const auto symbol = find_symbol(command);
  if (!symbol) return 0;
  return symbol->code == U'∣' ? U'|' : symbol->code == U'∥' ? U'‖' : delimiter(symbol->code);
}

}  // namespace canter::ui::math
