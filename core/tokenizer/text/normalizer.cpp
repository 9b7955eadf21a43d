#include "tokenizer/text/normalizer.h"

#include <utf8proc.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "tokenizer/text/byte_letters.h"
#include "tokenizer/text/characters.h"
#include "tokenizer/text/normal_form.h"
#include "tokenizer/text/oniguruma_pattern.h"
#include "tokenizer/vocabulary/space_symbol.h"

namespace canter {
namespace {

using Edges = std::vector<std::size_t>;

/// Writes a new text while edges of ranges in the old one are carried over.
class Rewriter {
 public:
  Rewriter(std::string_view old, Edges& edges) : old_(old), edges_(edges) {
    text_.reserve(old.size() + old.size() / 8);
  }

  /// The old text from the last place up to `end` becomes `content`. A range with a part of it then
  /// has all of it.
  void replace(std::size_t end, std::string_view content) {
    for (; edge_ < edges_.size() && edges_[edge_] < end; ++edge_) {
      const bool ends_within = edge_ % 2 == 1 && edges_[edge_] > at_;
      edges_[edge_] = text_.size() + (ends_within ? content.size() : 0);
    }
    text_ += content;
    at_ = end;
  }

  void keep(std::size_t end) {
    for (; edge_ < edges_.size() && edges_[edge_] < end; ++edge_) {
      edges_[edge_] = text_.size() + edges_[edge_] - at_;
    }
    text_ += old_.substr(at_, end - at_);
    at_ = end;
  }

  std::string finish() {
    for (; edge_ < edges_.size(); ++edge_) edges_[edge_] = text_.size();
    return std::move(text_);
  }

 private:
  std::string_view old_;
  Edges& edges_;
  std::size_t edge_ = 0;
  std::size_t at_ = 0;
  std::string text_;
};

Result<void> replace_matches(std::string& text, Edges& edges, const Regex& pattern,
                             std::string_view content) {
  RegexSearch search(pattern);
  search.start(text);
  Rewriter rewriter(text, edges);
  while (true) {
    const auto match = search.next();
    if (!match) return propagate(match);
    if (!*match) break;
    rewriter.keep((*match)->begin);
    rewriter.replace((*match)->end, content);
  }
  rewriter.keep(text.size());
  text = rewriter.finish();
  return {};
}

/// `change` appends what a character becomes.
void rewrite_characters(std::string& text, Edges& edges,
                        const std::function<void(char32_t, std::string&)>& change) {
  Rewriter rewriter(text, edges);
  std::string content;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = code_point_at(text, at);
    at += character_length(text[at]);
    content.clear();
    change(c, content);
    rewriter.replace(at, content);
  }
  text = rewriter.finish();
}

void append_lowercase(char32_t c, std::string& text) {
  append_character(text, static_cast<char32_t>(utf8proc_tolower(static_cast<int>(c))));
  if (c == U'\u0130') text += "\u0307";  // the only letter whose small form is two characters
}

bool is_nonspacing_mark(char32_t c) {
  return utf8proc_category(static_cast<int>(c)) == UTF8PROC_CATEGORY_MN;
}

/// What stands between edges is normalised by itself. Where that differs from the whole, characters
/// on both sides have become one; a range then takes everything.
void to_normal_form(std::string& text, Edges& edges, bool composed, bool compatibility) {
  if (composed && !compatibility && is_plainly_nfc(text)) return;
  std::string whole = normal_form(text, composed, compatibility);
  if (!edges.empty()) {
    std::string joined;
    std::size_t begin = 0;
    const auto append_up_to = [&](std::size_t end) {
      const auto part = std::string_view(text).substr(begin, end - begin);
      joined += normal_form(part, composed, compatibility);
      begin = end;
    };
    for (auto& edge : edges) {
      append_up_to(edge);
      edge = joined.size();
    }
    append_up_to(text.size());
    if (joined != whole) {
      std::fill(edges.begin(), edges.end(), whole.size());
      edges.front() = 0;
    }
  }
  text = std::move(whole);
}

void strip(std::string& text, Edges& edges, bool left) {
  std::size_t end = 0;
  if (left) {
    while (end < text.size() && is_white_space(code_point_at(text, end))) {
      end += character_length(text[end]);
    }
    for (auto& edge : edges) edge = edge > end ? edge - end : 0;
    text.erase(0, end);
    return;
  }
  end = text.size();
  while (end > 0) {
    const std::size_t before = character_before(text, end);
    if (!is_white_space(code_point_at(text, before))) break;
    end = before;
  }
  text.resize(end);
  for (auto& edge : edges) edge = std::min(edge, end);
}

}  // namespace

NormalizerStep space_symbols() {
  return {.kind = NormalizerStep::Kind::kReplace,
          .pattern = literal_pattern(" "),
          .content = std::string(kSpaceSymbol)};
}

Result<Normalizer> Normalizer::create(std::vector<NormalizerStep> steps) {
  Normalizer normalizer;
  auto patterns = compile_patterns(steps, NormalizerStep::Kind::kReplace);
  if (!patterns) return propagate(patterns);
  normalizer.patterns_ = std::move(*patterns);
  normalizer.steps_ = std::move(steps);
  return normalizer;
}

Result<void> Normalizer::apply(std::string& text) const {
  Edges none;
  return apply(text, none);
}

Result<void> Normalizer::apply(std::string& text, Edges& edges) const {
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const NormalizerStep& step = steps_[i];
    using Kind = NormalizerStep::Kind;
    switch (step.kind) {
      case Kind::kNfc:
        to_normal_form(text, edges, true, false);
        break;
      case Kind::kNfd:
        to_normal_form(text, edges, false, false);
        break;
      case Kind::kNfkc:
        to_normal_form(text, edges, true, true);
        break;
      case Kind::kNfkd:
        to_normal_form(text, edges, false, true);
        break;
      case Kind::kReplace:
        if (auto done = replace_matches(text, edges, *patterns_[i], step.content); !done) {
          return done;
        }
        break;
      case Kind::kPrepend:
        if (text.empty()) break;
        text.insert(0, step.content);
        for (auto& edge : edges) edge += step.content.size();
        break;
      case Kind::kLowercase:
        rewrite_characters(text, edges, append_lowercase);
        break;
      case Kind::kStripLeft:
      case Kind::kStripRight:
        strip(text, edges, step.kind == Kind::kStripLeft);
        break;
      case Kind::kStripAccents:
        rewrite_characters(text, edges, [](char32_t c, std::string& kept) {
          if (!is_nonspacing_mark(c)) append_character(kept, c);
        });
        break;
      case Kind::kByteLetters:
        rewrite_characters(text, edges, [](char32_t c, std::string& letters) {
          std::string bytes;
          append_character(bytes, c);
          letters += to_byte_letters(bytes);
        });
        break;
    }
  }
  return {};
}

}  // namespace canter
