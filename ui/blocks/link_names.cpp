#include "blocks/link_names.h"

#include <string_view>

namespace canter::ui {
namespace {

/// Where the name in brackets opens that closes there, or -1. Names have at most 999 bytes.
qsizetype name_opening(const QByteArray& text, qsizetype close) {
  for (qsizetype i = close - 1; i >= 0 && close - i < 1002; --i)
    if (text[i] == '[' && (i == 0 || text[i - 1] != '\\')) return i;
  return -1;
}

}  // namespace

bool defines_reference(const QByteArray& text) {
  constexpr std::string_view kBefore = " \t>-+*.)0123456789";
  for (qsizetype close = text.indexOf("]:"); close >= 0; close = text.indexOf("]:", close + 2)) {
    const qsizetype open = name_opening(text, close);
    if (open < 0) continue;
    const qsizetype line = text.lastIndexOf('\n', open) + 1;
    const std::string_view before(text.constData() + line, std::size_t(open - line));
    if (before.find_first_not_of(kBefore) == before.npos) return true;
  }
  return false;
}

}  // namespace canter::ui
