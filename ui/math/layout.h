#pragma once

#include <functional>

#include "math/box.h"
#include "math/node.h"

namespace canter::ui::math {

/// The size of words that the mathematical font lacks, in em.
using MeasureWords = std::function<Extents(const std::u32string&)>;

struct LayoutOptions {
  bool display = true;  ///< on lines of its own, else within a text
  MeasureWords measure;
};

/// Sets a formula by the rules of The TeXbook's appendix G, with the measures of OpenType's MATH
/// table.
Box lay_out(const Node& formula, const Font& font, const LayoutOptions& options);

/// The same in pieces between which a line may break, behind relations and binary operators.
std::vector<Box> lay_out_pieces(const Node& formula, const Font& font,
                                const LayoutOptions& options);

}  // namespace canter::ui::math
