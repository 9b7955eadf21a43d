#pragma once

#include <optional>
#include <string_view>

#include "math/node.h"

namespace canter::ui::math {

/// A formula of LaTeX as a tree. What is not known stands in it as it was written, what is not
/// closed ends with the formula. nullopt: it is longer than any that people read.
std::optional<Node> parse(std::u32string_view tex);

}  // namespace canter::ui::math
