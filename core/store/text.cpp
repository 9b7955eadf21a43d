#include "store/text.h"

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace canter {
namespace {

// Below SQLite's own limit of 10^9 bytes, which covers a whole row.
constexpr std::size_t kMaxTextBytes = 256u << 20;

constexpr std::size_t kTitleCharacters = 48;

bool is_space(char character) {
  const auto byte = static_cast<unsigned char>(character);
  return byte <= ' ' || byte == 0x7f;
}

bool starts_character(char character) {
  return (static_cast<unsigned char>(character) & 0xc0) != 0x80;
}

/// Bytes of the first `count` characters; all when there are no more than that.
std::size_t prefix_of_characters(std::string_view text, std::size_t count) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (starts_character(text[i]) && ++seen > count) return i;
  }
  return text.size();
}

}  // namespace

Result<std::string> storable_text(std::string_view text) {
  if (text.size() > kMaxTextBytes) {
    return fail(ErrorKind::kTooLarge, "the text has " + std::to_string(text.size() >> 20) +
                                          " MiB and the database takes at most " +
                                          std::to_string(kMaxTextBytes >> 20) + " MiB; shorten it");
  }
  return to_valid_utf8(text);
}

std::string collapse_white_space(std::string_view text) {
  std::string collapsed;
  for (const char character : text) {
    if (!is_space(character)) {
      collapsed += character;
    } else if (!collapsed.empty() && collapsed.back() != ' ') {
      collapsed += ' ';
    }
  }
  if (!collapsed.empty() && collapsed.back() == ' ') collapsed.pop_back();
  return collapsed;
}

std::string title_from_text(std::string_view text) {
  std::string title;
  while (title.empty() && !text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    title = collapse_white_space(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (prefix_of_characters(title, kTitleCharacters) == title.size()) return title;
  title.resize(prefix_of_characters(title, kTitleCharacters - 1));
  return collapse_white_space(title) + "…";
}

bool is_json(std::string_view text) {
  return nlohmann::json::accept(text);
}

bool is_json_object(std::string_view text) {
  return nlohmann::json::parse(text, nullptr, false).is_object();
}

}  // namespace canter
