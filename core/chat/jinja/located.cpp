#include "chat/jinja/located.h"

#include <algorithm>

#include "base/utf8.h"
#include "chat/jinja/unicode.h"

namespace canter::jinja {
namespace {

std::string one_line(std::string_view text) {
  constexpr std::size_t kLongest = 400;
  const bool shortened = text.size() > kLongest;
  if (shortened) text = text.substr(0, complete_utf8_prefix(text.substr(0, kLongest)));
  std::string line = to_valid_utf8(text);
  std::ranges::replace_if(
      line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return line + (shortened ? "…" : "");
}

}  // namespace

std::string located(std::string_view source, std::size_t offset, std::string_view what) {
  const std::string_view before = source.substr(0, offset);
  const auto line = std::ranges::count(before, '\n') + 1;
  const std::size_t column = count_code_points(before.substr(before.rfind('\n') + 1)) + 1;
  return std::to_string(line) + ":" + std::to_string(column) + ": " + one_line(what);
}

}  // namespace canter::jinja
