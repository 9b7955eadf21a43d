#include "chat/jinja/text_operations.h"

#include <algorithm>

#include "chat/jinja/run.h"
#include "chat/jinja/sequences.h"
#include "chat/jinja/unicode.h"

namespace canter::jinja {
namespace {

bool ends_line(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

bool is_among(const Text* characters, char32_t character) {
  if (characters == nullptr) return is_space(character);
  return characters->bytes().find(to_utf8(character)) != std::string::npos;
}

}  // namespace

Text map_characters(Run& run, const Text& text,
                    const std::function<std::string(char32_t)>& replacement) {
  TextBuilder out(run);
  text.for_each_piece(0, text.bytes().size(), [&](std::string_view piece, bool is_content) {
    std::string mapped;
    mapped.reserve(piece.size());
    while (!piece.empty()) {
      const CodePoint next = first_code_point(piece);
      mapped += replacement(next.value);
      piece.remove_prefix(next.bytes);
    }
    out.append(mapped, is_content);
  });
  return out.take();
}

Text lower_text(Run& run, const Text& text) {
  return map_characters(run, text, lower);
}

Text upper_text(Run& run, const Text& text) {
  return map_characters(run, text, upper);
}

Text capitalize_text(Run& run, const Text& text) {
  return map_characters(run, text, [first = true](char32_t character) mutable {
    return std::exchange(first, false) ? title(character) : lower(character);
  });
}

ByteRange stripped(const Text& text, const Text* characters, bool left, bool right) {
  const std::string_view bytes = text.bytes();
  ByteRange range{0, bytes.size()};
  while (left && range.begin < range.end) {
    const CodePoint first = first_code_point(bytes.substr(range.begin));
    if (!is_among(characters, first.value)) break;
    range.begin += first.bytes;
  }
  while (right && range.begin < range.end) {
    const CodePoint last = last_code_point(bytes.substr(0, range.end));
    if (!is_among(characters, last.value)) break;
    range.end -= last.bytes;
  }
  return range;
}

Text replace_text(Run& run, const Text& text, const Text& old, const Text& replacement, Int most) {
  TextBuilder out(run);
  const std::string& bytes = text.bytes();
  const std::size_t step = old.bytes().size();
  take_search_steps(run, bytes, old.bytes());
  std::size_t position = 0;
  for (Int done = 0; (most < 0 || done < most) && !run.failed(); ++done) {
    const std::size_t found = bytes.find(old.bytes(), position);
    if (found == std::string::npos) break;
    out.append(text, position, found);
    out.append(replacement);
    position = found + step;
    if (step > 0) continue;
    if (found == bytes.size()) break;
    position += first_code_point(std::string_view(bytes).substr(found)).bytes;
    out.append(text, found, position);
  }
  out.append(text, position, bytes.size());
  return out.take();
}

std::vector<ByteRange> lines_of(const Text& text, bool keep_ends) {
  std::vector<ByteRange> lines;
  const std::string_view bytes = text.bytes();
  std::size_t begin = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const CodePoint next = first_code_point(bytes.substr(i));
    const std::size_t end = i;
    i += next.bytes;
    if (!ends_line(next.value)) continue;
    if (next.value == '\r' && bytes.substr(i).starts_with('\n')) ++i;
    lines.push_back({begin, keep_ends ? i : end});
    begin = i;
  }
  if (begin < bytes.size()) lines.push_back({begin, bytes.size()});
  return lines;
}

std::vector<ByteRange> split_at_space(const Text& text, Int most, bool from_right) {
  const std::string_view bytes = text.bytes();
  std::vector<ByteRange> words;
  std::size_t begin = std::string_view::npos;
  for (std::size_t i = 0; i < bytes.size();) {
    const CodePoint next = first_code_point(bytes.substr(i));
    if (is_space(next.value)) {
      if (begin != std::string_view::npos) words.push_back({begin, i});
      begin = std::string_view::npos;
    } else if (begin == std::string_view::npos) {
      begin = i;
    }
    i += next.bytes;
  }
  if (begin != std::string_view::npos) words.push_back({begin, bytes.size()});
  if (most < 0 || static_cast<Int>(words.size()) <= most) return words;
  const auto keep = static_cast<std::ptrdiff_t>(most);
  if (from_right) {
    const std::size_t end = words[words.size() - static_cast<std::size_t>(keep) - 1].end;
    words.erase(words.begin(), words.end() - keep);
    words.insert(words.begin(), {0, end});
  } else {
    const std::size_t start = words[static_cast<std::size_t>(keep)].begin;
    words.resize(static_cast<std::size_t>(keep));
    words.push_back({start, bytes.size()});
  }
  return words;
}

std::vector<ByteRange> split_at(Run& run, const Text& text, const Text& separator, Int most,
                                bool from_right) {
  const std::string& bytes = text.bytes();
  const std::string& wanted = separator.bytes();
  std::vector<ByteRange> parts;
  if (wanted.empty()) {
    run.fail("empty separator");
    return parts;
  }
  take_search_steps(run, bytes, wanted);
  std::size_t begin = 0;
  std::size_t end = bytes.size();
  while ((most < 0 || static_cast<Int>(parts.size()) < most) && !run.failed()) {
    if (from_right) {
      const std::size_t found =
          end < wanted.size() ? std::string::npos : bytes.rfind(wanted, end - wanted.size());
      if (found == std::string::npos) break;
      parts.push_back({found + wanted.size(), end});
      end = found;
    } else {
      const std::size_t found = bytes.find(wanted, begin);
      if (found == std::string::npos) break;
      parts.push_back({begin, found});
      begin = found + wanted.size();
    }
  }
  parts.push_back({begin, end});
  if (from_right) std::ranges::reverse(parts);
  return parts;
}

Value pieces_of(Run& run, const Text& text, const std::vector<ByteRange>& ranges) {
  std::vector<Value> pieces;
  pieces.reserve(ranges.size());
  for (const ByteRange& range : ranges) {
    if (run.failed()) break;
    pieces.emplace_back(piece_of(run, text, range.begin, range.end));
  }
  return make_list(run, std::move(pieces));
}

Text join_texts(Run& run, const Text& separator, const std::vector<TextPtr>& parts) {
  TextBuilder out(run);
  for (std::size_t i = 0; i < parts.size() && run.take_steps(); ++i) {
    if (i > 0) out.append(separator);
    out.append(*parts[i]);
  }
  return out.take();
}

Text padded(Run& run, const Text& text, std::size_t left, std::size_t right, const Text& fill) {
  TextBuilder out(run);
  for (std::size_t i = 0; i < left && run.take_steps(); ++i) out.append(fill);
  out.append(text);
  for (std::size_t i = 0; i < right && run.take_steps(); ++i) out.append(fill);
  return out.take();
}

Text centred(Run& run, const Text& text, Int width, const Text& fill) {
  const Int missing = std::clamp(width, Int{0}, Int{1} << 62) - static_cast<Int>(text.length());
  if (missing <= 0) return text;
  const Int left = missing / 2 + (missing & width & 1);
  return padded(run, text, static_cast<std::size_t>(left), static_cast<std::size_t>(missing - left),
                fill);
}

}  // namespace canter::jinja
