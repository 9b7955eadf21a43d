#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "tokenizer/vocabulary/byte_range.h"

namespace canter {

/// A compiled pattern of tokenizer.json (Oniguruma's syntax). Immutable; several threads may search
/// with it at once.
class Regex {
 public:
  /// kUnsupported for what is no pattern or uses what PCRE2 cannot do.
  static Result<Regex> compile(std::string_view pattern);

 private:
  friend class RegexSearch;
  struct Code;
  std::shared_ptr<const Code> code_;
};

/// Of each step that is of that kind its pattern, nullopt for the others.
template <typename Step>
Result<std::vector<std::optional<Regex>>> compile_patterns(const std::vector<Step>& steps,
                                                           decltype(Step::kind) kind) {
  std::vector<std::optional<Regex>> patterns;
  for (const Step& step : steps) {
    patterns.emplace_back();
    if (step.kind != kind) continue;
    auto compiled = Regex::compile(step.pattern);
    if (!compiled) return propagate(compiled);
    patterns.back() = std::move(*compiled);
  }
  return patterns;
}

/// Finds matches in one text after the other. Ends in bounded time whatever pattern and text are.
class RegexSearch {
 public:
  explicit RegexSearch(const Regex& regex);
  RegexSearch(RegexSearch&&) noexcept;
  ~RegexSearch();

  /// Begins with `text`, well-formed UTF-8 that outlives the search.
  void start(std::string_view text);

  /// The next match, nullopt behind the last. As with Oniguruma, an empty match does not stand
  /// right behind another. kTooLarge when the pattern takes too long for this text.
  Result<std::optional<ByteRange>> next();

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<std::size_t> last_end_;
};

}  // namespace canter
