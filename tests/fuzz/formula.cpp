// LaTeX set as a formula: every box has a size, and formulas that nobody reads are refused.

#include <QString>
#include <cmath>

#include "input.h"
#include "math/layout.h"
#include "math/parser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace math = canter::ui::math;
  const auto tex = QString::fromUtf8(reinterpret_cast<const char*>(data), qsizetype(size));
  const auto tree = math::parse(tex.toStdU32String());
  if (!tree || math::math_font() == nullptr) return 0;
  for (const bool display : {true, false}) {
    const math::LayoutOptions options{display, [](const std::u32string& text) {
                                        const double width = 0.5 * double(text.size());
                                        return math::Extents{width, 0, width, 0.7, 0.2};
                                      }};
    for (const math::Box& box : math::lay_out_pieces(*tree, *math::math_font(), options))
      canter::fuzz::require(std::isfinite(box.width) && std::isfinite(box.height + box.depth),
                            "a formula has a size");
  }
  return 0;
}
