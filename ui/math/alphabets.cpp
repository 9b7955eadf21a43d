#include "math/alphabets.h"

#include <string_view>
#include <utility>

namespace canter::ui::math {
namespace {

/// Letters that had a sign of their own before the alphabets, where these have holes.
char32_t older(char32_t c, Alphabet alphabet) {
  const auto find = [&](std::u32string_view pairs) -> char32_t {
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
      if (pairs[i] == c) return pairs[i + 1];
    return 0;
  };
  switch (alphabet) {
    case Alphabet::kDefault:
    case Alphabet::kItalic:
      return find(U"hℎ");
    case Alphabet::kDoubleStruck:
      return find(U"CℂHℍNℕPℙQℚRℝZℤ");
    case Alphabet::kScript:
      return find(U"BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ");
    case Alphabet::kFraktur:
      return find(U"CℭHℌIℑRℜZℨ");
    default:
      return 0;
  }
}

/// Where an alphabet's capitals begin, followed by its small letters; 0: it has none.
char32_t latin(Alphabet alphabet) {
  switch (alphabet) {
    case Alphabet::kBold:
      return 0x1D400;
    case Alphabet::kDefault:
    case Alphabet::kItalic:
      return 0x1D434;
    case Alphabet::kBoldItalic:
      return 0x1D468;
    case Alphabet::kScript:
      return 0x1D49C;
    case Alphabet::kFraktur:
      return 0x1D504;
    case Alphabet::kDoubleStruck:
      return 0x1D538;
    case Alphabet::kSansSerif:
      return 0x1D5A0;
    case Alphabet::kMonospace:
      return 0x1D670;
    case Alphabet::kUpright:
      break;
  }
  return 0;
}

char32_t digits(Alphabet alphabet) {
  switch (alphabet) {
    case Alphabet::kBold:
    case Alphabet::kBoldItalic:
      return 0x1D7CE;
    case Alphabet::kDoubleStruck:
      return 0x1D7D8;
    case Alphabet::kSansSerif:
      return 0x1D7E2;
    case Alphabet::kMonospace:
      return 0x1D7F6;
    default:
      return 0;
  }
}

char32_t greek(Alphabet alphabet) {
  switch (alphabet) {
    case Alphabet::kBold:
      return 0x1D6A8;
    case Alphabet::kDefault:
    case Alphabet::kItalic:
      return 0x1D6E2;
    case Alphabet::kBoldItalic:
      return 0x1D71C;
    default:
      return 0;
  }
}

}  // namespace

char32_t in_alphabet(char32_t c, Alphabet alphabet) {
  if (const char32_t sign = older(c, alphabet); sign != 0) return sign;
  if (c >= U'A' && c <= U'Z') return latin(alphabet) ? latin(alphabet) + (c - U'A') : c;
  if (c >= U'a' && c <= U'z') return latin(alphabet) ? latin(alphabet) + 26 + (c - U'a') : c;
  if (c >= U'0' && c <= U'9') return digits(alphabet) ? digits(alphabet) + (c - U'0') : c;
  const char32_t first = greek(alphabet);
  if (first == 0) return c;
  const bool upright_capitals = alphabet == Alphabet::kDefault;
  if (c >= U'Α' && c <= U'Ω') return upright_capitals ? c : first + (c - U'Α');
  if (c >= U'α' && c <= U'ω') return first + 26 + (c - U'α');
  // In the order of the alphabets, behind omega.
  constexpr std::u32string_view kVariants = U"∂ϵϑϰϕϱϖ";
  if (c == U'∂' && alphabet == Alphabet::kDefault) return first + 51;
  if (const auto at = kVariants.find(c); at != std::u32string_view::npos)
    return first + 51 + char32_t(at);
  return c;
}

}  // namespace canter::ui::math
