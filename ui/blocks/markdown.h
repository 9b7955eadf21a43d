#pragma once

#include <QByteArray>
#include <vector>

#include "blocks/block.h"
#include "blocks/math_spans.h"

namespace canter::ui {

struct ParsedMarkdown {
  std::vector<Block> blocks;
  /// What stands before this byte stays as it is, whatever is added at the end; 0: nothing does.
  qsizetype settled = 0;
  /// The blocks before `settled`.
  std::size_t settled_blocks = 0;
  /// It defines the address of links by name, so that also what was settled may change.
  bool refers = false;
};

/// Markdown as GitHub has it (md4c), with mathematics in `$`, `$$`, `\(` and `\[`. HTML is text,
/// and images are links to where they are. `drafted`: parts of the source that are marked as such.
ParsedMarkdown parse_markdown(const QByteArray& utf8, const Ranges& drafted = {});

}  // namespace canter::ui
