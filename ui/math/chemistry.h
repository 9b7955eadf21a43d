#pragma once

#include <string>
#include <string_view>

namespace canter::ui::math {

/// LaTeX of what is written for its package mhchem: `H2O` and `2H+ + SO4^2- -> H2SO4`.
std::u32string chemistry_as_tex(std::u32string_view text);

}  // namespace canter::ui::math
