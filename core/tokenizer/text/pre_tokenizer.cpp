#include "tokenizer/text/pre_tokenizer.h"

#include <algorithm>
#include <utility>

#include "tokenizer/text/byte_letters.h"

namespace canter {
namespace {

using Prepend = PreTokenizerStep::Prepend;

struct Part {
  ByteRange range;
  bool is_match;
};

/// The matches in `piece` and what stands between, in order.
Result<void> find_parts(RegexSearch& search, std::string_view piece, bool invert,
                        std::vector<Part>& parts) {
  parts.clear();
  search.start(piece);
  std::size_t done = 0;
  while (true) {
    const auto match = search.next();
    if (!match) return propagate(match);
    if (!*match) break;
    if ((*match)->begin > done) parts.push_back({{done, (*match)->begin}, invert});
    parts.push_back({**match, !invert});
    done = (*match)->end;
  }
  if (done < piece.size()) parts.push_back({{done, piece.size()}, invert});
  return {};
}

/// `previous` is the part before in the direction of reading.
bool joins(SplitBehavior behavior, const Part& part, const Part& previous) {
  switch (behavior) {
    case SplitBehavior::kContiguous:
      return part.is_match == previous.is_match;
    case SplitBehavior::kMergedWithPrevious:
    case SplitBehavior::kMergedWithNext:
      return part.is_match && !previous.is_match;
    default:
      return false;
  }
}

void append_ranges(const std::vector<Part>& parts, SplitBehavior behavior, std::size_t offset,
                   std::vector<ByteRange>& ranges) {
  const std::size_t first = ranges.size();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const ByteRange range{parts[i].range.begin + offset, parts[i].range.end + offset};
    bool extends = false;
    if (behavior == SplitBehavior::kMergedWithNext) {
      extends = i > 0 && joins(behavior, parts[i - 1], parts[i]);
    } else {
      extends = i > 0 && joins(behavior, parts[i], parts[i - 1]);
    }
    if (extends) {
      ranges.back().end = range.end;
    } else if (behavior != SplitBehavior::kRemoved || !parts[i].is_match) {
      ranges.push_back(range);
    }
  }
  ranges.erase(std::remove_if(ranges.begin() + static_cast<std::ptrdiff_t>(first), ranges.end(),
                              [](const ByteRange& range) { return range.begin == range.end; }),
               ranges.end());
}

Result<void> split(Pieces& pieces, const PreTokenizerStep& step, const Regex& pattern) {
  RegexSearch search(pattern);
  std::vector<ByteRange> ranges;
  ranges.reserve(pieces.ranges.size());
  std::vector<Part> parts;
  for (const auto& range : pieces.ranges) {
    const auto piece = std::string_view(pieces.text).substr(range.begin, range.end - range.begin);
    if (auto found = find_parts(search, piece, step.invert, parts); !found) return found;
    append_ranges(parts, step.behavior, range.begin, ranges);
  }
  pieces.ranges = std::move(ranges);
  return {};
}

/// Each piece becomes what `change` appends for it.
template <typename Change>
void rewrite(Pieces& pieces, const Change& change) {
  std::string text;
  text.reserve(pieces.text.size() + pieces.text.size() / 2);
  for (auto& range : pieces.ranges) {
    const auto piece = std::string_view(pieces.text).substr(range.begin, range.end - range.begin);
    const std::size_t begin = text.size();
    change(piece, &range == pieces.ranges.data(), text);
    range = {begin, text.size()};
  }
  pieces.text = std::move(text);
}

void add_spaces_in_front(Pieces& pieces) {
  rewrite(pieces, [](std::string_view piece, bool, std::string& text) {
    if (!piece.starts_with(' ')) text += ' ';
    text += piece;
  });
}

void write_metaspaces(Pieces& pieces, const PreTokenizerStep& step) {
  rewrite(pieces, [&](std::string_view piece, bool is_first, std::string& text) {
    const bool prepends = step.prepend == Prepend::kAlways ||
                          (step.prepend == Prepend::kFirst && is_first && pieces.at_text_start);
    if (prepends && !piece.starts_with(' ') && !piece.starts_with(step.pattern)) {
      text += step.pattern;
    }
    for (const char c : piece) {
      if (c == ' ') {
        text += step.pattern;
      } else {
        text += c;
      }
    }
  });
}

}  // namespace

PreTokenizerStep split_by(std::string_view pattern, SplitBehavior behavior, bool invert) {
  return {.pattern = std::string(pattern), .behavior = behavior, .invert = invert};
}

Result<PreTokenizer> PreTokenizer::create(std::vector<PreTokenizerStep> steps) {
  PreTokenizer made;
  auto patterns = compile_patterns(steps, PreTokenizerStep::Kind::kSplit);
  if (!patterns) return propagate(patterns);
  made.patterns_ = std::move(*patterns);
  made.steps_ = std::move(steps);
  return made;
}

bool PreTokenizer::has_byte_letters() const {
  return std::ranges::any_of(steps_, [](const PreTokenizerStep& step) {
    return step.kind == PreTokenizerStep::Kind::kByteLetters;
  });
}

bool PreTokenizer::ends_in_byte_letters() const {
  return !steps_.empty() && steps_.back().kind == PreTokenizerStep::Kind::kByteLetters;
}

Result<void> PreTokenizer::cut(Pieces& pieces) const {
  const std::size_t count = steps_.size() - (ends_in_byte_letters() ? 1 : 0);
  for (std::size_t i = 0; i < count; ++i) {
    using Kind = PreTokenizerStep::Kind;
    switch (steps_[i].kind) {
      case Kind::kSplit:
        if (auto done = split(pieces, steps_[i], *patterns_[i]); !done) return done;
        break;
      case Kind::kPrefixSpace:
        add_spaces_in_front(pieces);
        break;
      case Kind::kByteLetters:
        rewrite(pieces, [](std::string_view piece, bool, std::string& text) {
          for (const char byte : piece) append_byte_letter(text, static_cast<std::uint8_t>(byte));
        });
        break;
      case Kind::kMetaspace:
        write_metaspaces(pieces, steps_[i]);
        break;
    }
  }
  return {};
}

}  // namespace canter
