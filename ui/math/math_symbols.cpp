#include "math/math_symbols.h"

#include <string>

#include "math/symbols.h"

namespace canter::ui {
namespace {

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
  static const QHash<QString, QChar> spaces = {
      {QStringLiteral("quad"), QChar(0x2003)}, {QStringLiteral("qquad"), QChar(0x2003)},
      {QStringLiteral(","), QChar(0x2009)},    {QStringLiteral(";"), QChar(0x2005)},
      {QStringLiteral(":"), QChar(0x2005)},    {QStringLiteral(" "), QChar(u' ')}};
  if (const QChar space = spaces.value(command); !space.isNull()) return space;
  const std::string name = command.toStdString();
  if (const auto known = math::find_operator(name)) return QString::fromStdU32String(known->words);
  if (const auto known = math::find_symbol(name)) return QString::fromUcs4(&known->code, 1);
  return {};
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
