#include "blocks/math_symbols.h"

#include <QStringList>

namespace canter::ui {
namespace {

/// `name sign name sign ...`
QHash<QString, QString> table(const char16_t* text) {
  QHash<QString, QString> symbols;
  const QStringList parts = QString::fromUtf16(text).split(u' ', Qt::SkipEmptyParts);
  for (qsizetype i = 0; i + 1 < parts.size(); i += 2) symbols.insert(parts[i], parts[i + 1]);
  return symbols;
}

const QHash<QString, QString>& symbols() {
  static const QHash<QString, QString> all = [] {
    QHash<QString, QString> known = table(
        u"alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ "
        u"iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ "
        u"varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ "
        u"Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω "
        u"times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ pm ± mp ∓ oplus ⊕ ominus ⊖ otimes ⊗ "
        u"odot ⊙ wedge ∧ land ∧ vee ∨ lor ∨ cap ∩ cup ∪ setminus ∖ sqcup ⊔ dagger † ddagger ‡ "
        u"leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ gg ≫ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto "
        u"∝ "
        u"subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ in ∈ notin ∉ ni ∋ mid ∣ parallel ∥ perp ⊥ "
        u"models ⊨ vdash ⊢ dashv ⊣ prec ≺ succ ≻ doteq ≐ coloneqq ≔ "
        u"to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ implies ⟹ Leftarrow ⇐ "
        u"impliedby ⟸ Leftrightarrow ⇔ iff ⟺ mapsto ↦ longrightarrow ⟶ longleftarrow ⟵ "
        u"Longrightarrow ⟹ uparrow ↑ downarrow ↓ Uparrow ⇑ Downarrow ⇓ hookrightarrow ↪ "
        u"rightharpoonup ⇀ rightleftharpoons ⇌ nearrow ↗ searrow ↘ "
        u"sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ "
        u"bigotimes ⨂ bigvee ⋁ bigwedge ⋀ "
        u"infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ emptyset ∅ "
        u"varnothing ∅ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ wp ℘ angle ∠ triangle △ square □ "
        u"blacksquare ■ diamond ⋄ checkmark ✓ prime ′ degree ° top ⊤ bot ⊥ surd √ "
        u"ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ "
        u"langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } vert | lvert | "
        u"rvert | Vert ‖ lVert ‖ rVert ‖ backslash \\ therefore ∴ because ∵ copyright © "
        u"Alpha Α Beta Β AA Å pounds £ S § ");
    for (const char* name :
         {"sin",  "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh",
          "tanh", "log", "ln",  "lg",  "exp", "lim", "limsup", "liminf", "max",    "min",  "sup",
          "inf",  "det", "dim", "ker", "deg", "gcd", "arg",    "hom",    "Pr",     "mod"})
      known.insert(QString::fromLatin1(name), QString::fromLatin1(name));
    const auto insert = [&](const char* name, QChar sign) {
      known.insert(QString::fromLatin1(name), sign);
    };
    insert("quad", QChar(0x2003));
    insert("qquad", QChar(0x2003));
    insert(",", QChar(0x2009));
    insert(";", QChar(0x2005));
    insert(":", QChar(0x2005));
    insert(" ", u' ');
    insert("{", u'{');
    insert("}", u'}');
    insert("|", QChar(0x2016));
    insert("$", u'$');
    insert("%", u'%');
    insert("&", u'&');
    insert("#", u'#');
    insert("_", u'_');
    return known;
  }();
  return all;
}

/// Pairs of a character and what it becomes.
QHash<QChar, QChar> pairs(const char16_t* text) {
  QHash<QChar, QChar> all;
  const QString characters = QString::fromUtf16(text);
  for (qsizetype i = 0; i + 1 < characters.size(); i += 2)
    all.insert(characters[i], characters[i + 1]);
  return all;
}

}  // namespace

QString math_symbol(const QString& command) {
  return symbols().value(command);
}

QChar superscript(QChar c) {
  static const QHash<QChar, QChar> raised = pairs(
      u"0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻ"
      u"AᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂβᵝγᵞδᵟθᶿφᵠχᵡ′′");
  return raised.value(c);
}

QChar subscript(QChar c) {
  static const QHash<QChar, QChar> lowered =
      pairs(u"0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨφᵩχᵪ");
  return lowered.value(c);
}

QString math_letter(const QString& style, QChar letter) {
  // Letters that had a sign of their own before the mathematical alphabets.
  static const QHash<QString, QHash<QChar, QChar>> own = {
      {QStringLiteral("mathbb"), pairs(u"CℂHℍNℕPℙQℚRℝZℤ")},
      {QStringLiteral("mathcal"), pairs(u"BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ")},
      {QStringLiteral("mathfrak"), pairs(u"CℭHℌIℑRℜZℨ")}};
  static const QHash<QString, char32_t> capitals = {{QStringLiteral("mathbb"), 0x1D538},
                                                    {QStringLiteral("mathcal"), 0x1D49C},
                                                    {QStringLiteral("mathfrak"), 0x1D504},
                                                    {QStringLiteral("mathbf"), 0x1D400}};
  const char16_t c = letter.unicode();
  if (const QChar sign = own.value(style).value(letter); !sign.isNull()) return sign;
  const char32_t first = capitals.value(style);
  char32_t sign = 0;
  if (c >= u'A' && c <= u'Z') sign = first + c - u'A';
  if (c >= u'a' && c <= u'z') sign = first + 26 + c - u'a';
  return first != 0 && sign != 0 ? QString::fromUcs4(&sign, 1) : QString(letter);
}

QChar math_accent(const QString& command) {
  static const QHash<QString, QChar> accents = {{QStringLiteral("hat"), QChar(0x0302)},
                                                {QStringLiteral("widehat"), QChar(0x0302)},
                                                {QStringLiteral("bar"), QChar(0x0304)},
                                                {QStringLiteral("overline"), QChar(0x0305)},
                                                {QStringLiteral("tilde"), QChar(0x0303)},
                                                {QStringLiteral("widetilde"), QChar(0x0303)},
                                                {QStringLiteral("vec"), QChar(0x20D7)},
                                                {QStringLiteral("dot"), QChar(0x0307)},
                                                {QStringLiteral("ddot"), QChar(0x0308)},
                                                {QStringLiteral("underline"), QChar(0x0332)},
                                                {QStringLiteral("overrightarrow"), QChar(0x20D7)}};
  return accents.value(command);
}

}  // namespace canter::ui
