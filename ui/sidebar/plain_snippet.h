#pragma once

#include <string>
#include <vector>

#include "store/records.h"

namespace canter::ui {

/// A piece of a message on one line, and what was searched for in it.
struct Snippet {
  std::string text;
  std::vector<TextRange> matches;

  bool operator==(const Snippet&) const = default;
};

/// Without Markdown's marks and the addresses of links. What was searched for stays.
Snippet plain_snippet(const Snippet& markdown);

}  // namespace canter::ui
