// An answer as it grows: parsed in pieces, the blocks are those of the whole text.

#include "blocks/markdown.h"

#include <algorithm>

#include "blocks/block_list_model.h"
#include "input.h"

using namespace canter;
using namespace canter::ui;

namespace {

constexpr BlockListModel::Role kShown[] = {
    BlockListModel::kKind,    BlockListModel::kLevel,          BlockListModel::kIndent,
    BlockListModel::kQuotes,  BlockListModel::kMarker,         BlockListModel::kHtml,
    BlockListModel::kText,    BlockListModel::kLanguage,       BlockListModel::kCells,
    BlockListModel::kColumns, BlockListModel::kHighlightState, BlockListModel::kFirst,
    BlockListModel::kLast,
};

bool same(const BlockListModel& a, const BlockListModel& b) {
  if (a.count() != b.count()) return false;
  for (int row = 0; row < a.count(); ++row)
    for (const auto role : kShown)
      if (a.data(a.index(row), role) != b.data(b.index(row), role)) return false;
  return true;
}

/// Some dozen pieces of lengths that depend on the text alone; no character is torn apart.
void grow(BlockListModel& model, const QString& text) {
  const qsizetype longest = 6 + text.size() / 24;
  quint32 length = 1;
  for (qsizetype begin = 0; begin < text.size();) {
    qsizetype end = std::min(text.size(), begin + 1 + qsizetype(length >> 8) % longest);
    if (end < text.size() && text[end].isLowSurrogate()) ++end;
    model.append(text.mid(begin, end - begin));
    length = length * 1103515245 + text[begin].unicode();
    begin = end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const QString text =
      QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
  BlockListModel whole, growing;
  whole.set_text(text);
  grow(growing, text);
  fuzz::require(same(whole, growing), "an answer that grew is that of the whole text");
  for (int row = 0; row < whole.count(); ++row) (void)whole.code(row);
  return 0;
}
