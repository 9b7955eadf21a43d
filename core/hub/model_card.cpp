#include "hub/model_card.h"

#include <algorithm>

#include "base/utf8.h"

namespace canter {
namespace {

constexpr std::size_t kMostShownBytes = 20'000;

/// Between lines of three dashes at its beginning.
std::string_view without_header(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return text;
  const std::size_t end = text.find("\n---", 3);
  if (end == text.npos) return text;
  const std::size_t line = text.find('\n', end + 1);
  return line == text.npos ? std::string_view() : text.substr(line + 1);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The end of what begins at `open` with `[` or `(`; npos: it does not end on its line.
std::size_t closing(std::string_view text, std::size_t open, char opening, char closing_sign) {
  int depth = 0;
  for (std::size_t i = open; i < text.size() && text[i] != '\n'; ++i) {
    if (text[i] == opening) ++depth;
    if (text[i] == closing_sign && --depth == 0) return i;
  }
  return text.npos;
}

/// `![words](address)` becomes its words, `<tag …>` and comments nothing.
std::string without_pictures(std::string_view text) {
  std::string result;
  bool code = false;
  for (std::size_t i = 0; i < text.size();) {
    if (text.substr(i, 3) == "```") {
      code = !code;
      result += "```";
      i += 3;
      continue;
    }
    if (!code && text.substr(i, 4) == "<!--") {
      const std::size_t end = text.find("-->", i);
      i = end == text.npos ? text.size() : end + 3;
      continue;
    }
    if (!code && text[i] == '<' && i + 1 < text.size() &&
        (text[i + 1] == '/' || is_letter(text[i + 1]))) {
      const std::size_t end = text.find('>', i);
      const std::string_view tag = text.substr(i + 1, end == text.npos ? 0 : end - i - 1);
      if (end != text.npos && !tag.starts_with("http")) {
        if (tag.starts_with("br") || tag.starts_with("BR")) result += '\n';
        i = end + 1;
        continue;
      }
    }
    if (!code && text.substr(i, 2) == "![") {
      const std::size_t words = closing(text, i + 1, '[', ']');
      const std::size_t address = words != text.npos && text.substr(words + 1, 1) == "("
                                      ? closing(text, words + 1, '(', ')')
                                      : text.npos;
      if (address != text.npos) {
        result += text.substr(i + 2, words - i - 2);
        i = address + 1;
        continue;
      }
    }
    result += text[i++];
  }
  return result;
}

/// At most one empty line after another, none at both ends.
std::string without_gaps(const std::string& text) {
  std::string result;
  std::size_t empty = 2;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = std::string_view(text).substr(begin, end - begin);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t'))
      line.remove_suffix(1);
    empty = line.empty() ? empty + 1 : 0;
    if (empty < 2) result.append(line).append("\n");
    begin = end + 1;
  }
  while (result.ends_with('\n')) result.pop_back();
  return result;
}

}  // namespace

std::string card_text(std::string_view markdown) {
  std::string text = without_gaps(without_pictures(without_header(markdown)));
  if (text.size() > kMostShownBytes) {
    text.resize(text.rfind('\n', kMostShownBytes) == text.npos ? kMostShownBytes
                                                               : text.rfind('\n', kMostShownBytes));
    text += "\n\n…";
  }
  return to_valid_utf8(text);
}

}  // namespace canter
