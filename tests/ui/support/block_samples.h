#pragma once

#include <string>

namespace canter::ui {

/// An answer with every kind of block.
std::string answer_with_all_blocks();

/// Read from right to left, with what stands on its side.
std::string answer_from_right_to_left();

/// A question with Markdown and files.
std::string question_with_files();

}  // namespace canter::ui
