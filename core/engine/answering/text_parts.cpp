#include "engine/answering/text_parts.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace canter::engine {
namespace {

constexpr std::size_t kSmallest = 64;  ///< bytes that are not cut any more

/// Where to cut near `place`: behind white space before it, else between characters.
std::size_t cut_near(std::string_view text, std::size_t place) {
  const std::size_t least = place - place / 4;
  for (const std::string_view mark : {"\n\n", "\n", " "}) {
    const std::size_t found = text.rfind(mark, place - 1);
    if (found != std::string_view::npos && found >= least) return found + mark.size();
  }
  while (place > 1 && (std::uint8_t(text[place]) & 0xC0) == 0x80) --place;
  return place;
}

void add_parts(const std::string& text, int most,
               const std::function<int(const std::string&)>& size,
               std::vector<std::string>& parts) {
  const int whole = size(text);
  if (whole <= most || text.size() <= kSmallest) return parts.push_back(text);
  // Some more than would be enough if all parts were alike.
  const std::size_t count = std::size_t(whole) / std::size_t(std::max(1, most)) + 1;
  const std::size_t length = std::max(kSmallest, text.size() / count + 1);
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view(text).substr(at);
    const std::size_t cut = rest.size() <= length ? rest.size() : cut_near(rest, length);
    add_parts(std::string(rest.substr(0, cut)), most, size, parts);
    at += cut;
  }
}

}  // namespace

std::vector<std::string> text_parts(const std::string& text, int most,
                                    const std::function<int(const std::string&)>& size) {
  std::vector<std::string> parts;
  add_parts(text, most, size, parts);
  return parts;
}

}  // namespace canter::engine
