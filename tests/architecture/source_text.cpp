#include "architecture/source_text.h"

#include <algorithm>
#include <cctype>

namespace canter::test {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Where the literal that starts with the quote at `begin` ends (behind its closing quote).
std::size_t end_of_literal(std::string_view source, std::size_t begin) {
  const char quote = source[begin];
  for (std::size_t i = begin + 1; i < source.size(); ++i) {
    if (source[i] == '\\') {
      ++i;
    } else if (source[i] == quote || source[i] == '\n') {
      return i + 1;
    }
  }
  return source.size();
}

/// The same for R"delimiter(...)delimiter", whose opening quote is at `begin`.
std::size_t end_of_raw_literal(std::string_view source, std::size_t begin) {
  const std::size_t open = source.find('(', begin);
  if (open == kNone) return source.size();
  const std::string close = ")" + std::string(source.substr(begin + 1, open - begin - 1)) + "\"";
  const std::size_t end = source.find(close, open);
  return end == kNone ? source.size() : end + close.size();
}

std::size_t behind(std::string_view source, std::string_view mark, std::size_t from) {
  const std::size_t found = source.find(mark, from);
  return found == kNone ? source.size() : found + mark.size();
}

}  // namespace

bool is_word(char character) {
  return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_';
}

std::string without_comments(std::string_view source, bool keep_literals) {
  std::string text(source);
  const auto blank = [&text](std::size_t begin, std::size_t end) {
    std::replace_if(
        text.begin() + static_cast<std::ptrdiff_t>(begin),
        text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) { return c != '\n'; }, ' ');
  };
  for (std::size_t i = 0; i < source.size();) {
    const char previous = i == 0 ? '\n' : source[i - 1];
    std::size_t end = i + 1;
    if (source.substr(i).starts_with("//")) {
      end = std::min(source.find('\n', i), source.size());
      blank(i, end);
    } else if (source.substr(i).starts_with("/*")) {
      end = behind(source, "*/", i + 2);
      blank(i, end);
    } else if (source[i] == '"' || (source[i] == '\'' && !is_word(previous))) {
      const bool raw = source[i] == '"' && previous == 'R';
      end = raw ? end_of_raw_literal(source, i) : end_of_literal(source, i);
      if (!keep_literals && end > i + 2) blank(i + 1, end - 1);
    }
    i = end;
  }
  return text;
}

std::vector<Include> includes_of(std::string_view source) {
  const std::string text = without_comments(source, true);
  std::vector<Include> includes;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    ++number;
    begin = end + 1;
    const std::size_t hash = line.find_first_not_of(" \t");
    if (hash == kNone || line[hash] != '#') continue;
    const std::size_t word = line.find_first_not_of(" \t", hash + 1);
    if (word == kNone || !line.substr(word).starts_with("include")) continue;
    const std::size_t open = line.find_first_of("<\"", word);
    if (open == kNone) continue;
    const bool system = line[open] == '<';
    const std::size_t close = line.find(system ? '>' : '"', open + 1);
    if (close == kNone) continue;
    includes.push_back({number, std::string(line.substr(open + 1, close - open - 1)), system});
  }
  return includes;
}

}  // namespace canter::test
