#include "sidebar/plain_snippet.h"

#include <algorithm>
#include <string_view>

namespace canter::ui {
namespace {

/// Bytes of the mark that begins there; 0: none does.
std::size_t mark_at(std::string_view text, std::size_t at) {
  constexpr auto kEnd = std::string_view::npos;
  const auto run = [&](char c) {
    return std::min(text.find_first_not_of(c, at), text.size()) - at;
  };
  const bool begins = at == 0 || text[at - 1] == ' ';
  const auto before_blank = [&](std::size_t length) {
    return at + length == text.size() || text[at + length] == ' ';
  };
  switch (text[at]) {
    case '`':
    case '*':
      return run(text[at]);
    case '~':
      return run('~') > 1 ? run('~') : 0;
    case '#':
    case '>':
      return begins && before_blank(run(text[at])) ? run(text[at]) : 0;
    case '|':
      return 1;
    case ':':
    case '-': {
      // The line below the head of a table.
      const std::size_t end = std::min(text.find_first_not_of("-:", at), text.size());
      const bool cell = at == 0 || text[at - 1] == ' ' || text[at - 1] == '|';
      const bool whole = end == text.size() || text[end] == ' ' || text[end] == '|';
      return cell && whole && end - at > 1 ? end - at : 0;
    }
    case '!':
      return at + 1 < text.size() && text[at + 1] == '[' ? 1 : 0;
    case '[':
      return text.find("](", at) != kEnd ? 1 : 0;
    case ']': {
      const std::size_t end = text.find(')', at);
      return at + 1 < text.size() && text[at + 1] == '(' && end != kEnd ? end + 1 - at : 0;
    }
    default:
      return 0;
  }
}

}  // namespace

Snippet plain_snippet(const Snippet& markdown) {
  const std::string& text = markdown.text;
  Snippet plain;
  auto match = markdown.matches.begin();
  for (std::size_t i = 0; i < text.size();) {
    if (match != markdown.matches.end() && match->begin == i) {
      plain.matches.push_back({plain.text.size(), plain.text.size() + match->end - i});
      plain.text.append(text, i, match->end - i);
      i = match->end;
      ++match;
      continue;
    }
    std::size_t mark = mark_at(text, i);
    if (match != markdown.matches.end() && i + mark > match->begin) mark = 0;
    i += mark;
    if (mark > 0) continue;
    const bool doubled = text[i] == ' ' && (plain.text.empty() || plain.text.back() == ' ');
    if (!doubled) plain.text += text[i];
    ++i;
  }
  return plain;
}

}  // namespace canter::ui
