#pragma once

#include <QPainterPath>
#include <cstdint>
#include <vector>

namespace canter::ui::math {

/// A sign of a font by its number there; 0: none.
using Glyph = std::uint32_t;

/// In em, from the sign's origin; height is above the baseline, depth below it.
struct Extents {
  double advance = 0;
  double left = 0;
  double right = 0;
  double height = 0;
  double depth = 0;
};

/// A sign in another size: one glyph, or several in a row from bottom to top or left to right.
struct Stretched {
  struct Part {
    Glyph glyph = 0;
    double offset = 0;  ///< of its bottom or left side from the first one's
  };
  std::vector<Part> parts;
  double size = 0;
};

enum class Direction { kHorizontal, kVertical };
enum class Corner { kTopRight, kBottomRight };

/// What fonts say about the setting of mathematics, in em or, where their name says so, percent.
/// The order is that of OpenType's MathConstants.
enum class Constant {
  kScriptPercent,
  kScriptScriptPercent,
  kDelimitedMinHeight,
  kDisplayOperatorMinHeight,
  kLeading,
  kAxisHeight,
  kAccentBaseHeight,
  kFlattenedAccentBaseHeight,
  kSubscriptShiftDown,
  kSubscriptTopMax,
  kSubscriptBaselineDropMin,
  kSuperscriptShiftUp,
  kSuperscriptShiftUpCramped,
  kSuperscriptBottomMin,
  kSuperscriptBaselineDropMax,
  kSubSuperscriptGapMin,
  kSuperscriptBottomMaxWithSubscript,
  kSpaceAfterScript,
  kUpperLimitGapMin,
  kUpperLimitBaselineRiseMin,
  kLowerLimitGapMin,
  kLowerLimitBaselineDropMin,
  kStackTopShiftUp,
  kStackTopDisplayShiftUp,
  kStackBottomShiftDown,
  kStackBottomDisplayShiftDown,
  kStackGapMin,
  kStackDisplayGapMin,
  kStretchStackTopShiftUp,
  kStretchStackBottomShiftDown,
  kStretchStackGapAboveMin,
  kStretchStackGapBelowMin,
  kNumeratorShiftUp,
  kNumeratorDisplayShiftUp,
  kDenominatorShiftDown,
  kDenominatorDisplayShiftDown,
  kNumeratorGapMin,
  kNumeratorDisplayGapMin,
  kFractionRule,
  kDenominatorGapMin,
  kDenominatorDisplayGapMin,
  kSkewedFractionHorizontalGap,
  kSkewedFractionVerticalGap,
  kOverbarGap,
  kOverbarRule,
  kOverbarExtraAscender,
  kUnderbarGap,
  kUnderbarRule,
  kUnderbarExtraDescender,
  kRadicalGap,
  kRadicalDisplayGap,
  kRadicalRule,
  kRadicalExtraAscender,
  kRadicalKernBeforeDegree,
  kRadicalKernAfterDegree,
  kRadicalDegreeRaisePercent,
};

/// A font made for mathematics.
class Font {
 public:
  virtual ~Font() = default;

  virtual Glyph glyph(char32_t c) const = 0;
  virtual Extents extents(Glyph glyph) const = 0;
  virtual double constant(Constant which) const = 0;
  /// How far a slanted sign leans over its right side.
  virtual double italic_correction(Glyph glyph) const = 0;
  /// Where an accent stands on it, or, of an accent, where that is held.
  virtual double accent_place(Glyph glyph) const = 0;
  /// What a script at a corner is moved by, at a height from the baseline.
  virtual double kern(Glyph glyph, Corner corner, double height) const = 0;
  /// As drawn for scripts, `level` 1, and scripts of scripts, 2.
  virtual Glyph script_form(Glyph glyph, int level) const = 0;
  /// At least as large as asked for; the largest where none is.
  virtual Stretched stretched(Glyph glyph, Direction direction, double size) const = 0;
  /// The widest form that is not wider, or the sign itself.
  virtual Glyph within_width(Glyph glyph, double width) const = 0;
  /// For an em of one, y downwards.
  virtual QPainterPath outline(Glyph glyph) const = 0;
};

/// The font that comes with the program; null: it was built without one.
const Font* math_font();

}  // namespace canter::ui::math
