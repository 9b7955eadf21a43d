#pragma once

namespace canter::ui::math {

/// The shapes that letters of a formula have: Unicode's mathematical alphabets.
enum class Alphabet {
  kDefault,  ///< as TeX: letters slanted, capitals of Greek and digits upright
  kUpright,
  kItalic,
  kBold,
  kBoldItalic,
  kDoubleStruck,
  kScript,
  kFraktur,
  kSansSerif,
  kMonospace,
};

/// The character that a letter, digit or sign is in an alphabet; itself where there is none.
char32_t in_alphabet(char32_t c, Alphabet alphabet);

}  // namespace canter::ui::math
