#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace canter::ui::math {

/// What a part of a formula is to its neighbours; the space between two depends on it (The TeXbook,
/// chapter 18).
enum class Atom : std::uint8_t {
  kOrdinary,
  kOperator,
  kBinary,
  kRelation,
  kOpening,
  kClosing,
  kPunctuation,
  kInner,
  kNone,  ///< spaces and the like, which nothing is next to
};

enum class Limits : std::uint8_t {
  kBeside,     ///< scripts stand beside the operator
  kInDisplay,  ///< above and below it in displayed formulas
  kAlways,
};

/// How an array's rows and columns stand.
enum class TableStyle : std::uint8_t {
  kMatrix,
  kSmallMatrix,
  kCases,
  kAligned,  ///< columns in pairs, right and left
  kGathered,
  kArray,  ///< by its own list of columns
  kStack,  ///< lines below an operator
};

/// A part of a formula, as TeX means it. Which fields and children count depends on the kind.
struct Node {
  enum class Kind : std::uint8_t {
    kSymbol,     ///< `code`
    kWords,      ///< `text`, upright
    kGroup,      ///< children in a row
    kFraction,   ///< above, below; `amount` 0: without a bar
    kRadical,    ///< radicand, degree (an empty group: none)
    kScripts,    ///< base, below, above (empty groups: none)
    kAccent,     ///< base; the mark `code` above it; `amount` 1: as wide as the base
    kBar,        ///< base; `amount` 1: a line above, -1: below
    kStretched,  ///< base; `code` as wide as it; `amount` 1: above, -1: below
    kArrow,      ///< above, below; the arrow `code` is as long as they are
    kStacked,    ///< base, below, above: small text at a relation
    kFence,      ///< parts between delimiters; `text`: the delimiters, one more than parts, 0: none
    kDelimiter,  ///< `code` in the size `amount`, in em
    kTable,      ///< rows, groups of cells; `text` their columns, `lines` above which rows
    kSpace,      ///< `amount` em
    kStyle,      ///< what follows is in the style `level`
    kStyled,     ///< base in the style `level`
    kPhantom,    ///< base, not drawn; `level` 0: its size, 1: its width, 2: its height
    kBoxed,      ///< base in a frame
    kStruck,     ///< base with a line across
  };

  Kind kind = Kind::kGroup;
  Atom atom = Atom::kOrdinary;
  Limits limits = Limits::kBeside;
  TableStyle table = TableStyle::kMatrix;
  int level = 0;
  double amount = 0;
  char32_t code = 0;
  std::u32string text;
  std::vector<int> lines;
  std::vector<Node> children;

  bool empty() const { return kind == Kind::kGroup && children.empty(); }
};

}  // namespace canter::ui::math
