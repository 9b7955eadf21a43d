#pragma once

#include <string>
#include <vector>

#include "math/font.h"

namespace canter::ui::math {

/// A part of a formula that is set: in em, from its left end on the baseline, y downwards.
struct Box {
  struct Sign {
    Glyph glyph = 0;
    double x = 0;
    double y = 0;
    double scale = 1;
  };
  struct Rule {
    double x = 0;
    double y = 0;  ///< of its upper side
    double width = 0;
    double height = 0;
  };
  /// From one corner to the other.
  struct Stroke {
    double x1 = 0;
    double y1 = 0;
    double x2 = 0;
    double y2 = 0;
    double width = 0;
  };
  /// Characters that the mathematical font lacks.
  struct Words {
    std::u32string text;
    double x = 0;
    double y = 0;
    double scale = 1;
  };

  double width = 0;
  double height = 0;  ///< above the baseline
  double depth = 0;   ///< below it
  double italic = 0;  ///< how far it leans over its right end
  std::vector<Sign> signs;
  std::vector<Rule> rules;
  std::vector<Stroke> strokes;
  std::vector<Words> words;

  /// Puts another there, its baseline at `y`; size and what is around it stay.
  void put(const Box& other, double x, double y);
  /// Behind what is there, on the same baseline.
  void append(const Box& other);
  /// Becomes as high and deep as another whose baseline is at `y`.
  void cover(const Box& other, double y);
};

}  // namespace canter::ui::math
