#pragma once

#include <string>

namespace canter::ui {

/// An answer with every kind of block.
std::string answer_with_all_blocks();

}  // namespace canter::ui
