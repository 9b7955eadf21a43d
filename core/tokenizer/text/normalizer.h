#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "tokenizer/text/regex.h"

namespace canter {

/// One step of a tokenizer.json's `normalizer`.
struct NormalizerStep {
  enum class Kind {
    kNfc,
    kNfd,
    kNfkc,
    kNfkd,
    kReplace,  ///< what `pattern` matches becomes `content`
    kPrepend,  ///< `content` goes in front of a text that is not empty
    kLowercase,
    kStripLeft,  ///< white space
    kStripRight,
    kStripAccents,  ///< non-spacing marks
    kByteLetters,
  };
  Kind kind;
  std::string pattern{};  ///< in Oniguruma's syntax
  std::string content{};

  bool operator==(const NormalizerStep&) const = default;
};

/// Spaces become `▁`.
NormalizerStep space_symbols();

/// Makes texts alike that mean the same. Immutable and safe to share between threads.
class Normalizer {
 public:
  Normalizer() = default;
  static Result<Normalizer> create(std::vector<NormalizerStep> steps);

  const std::vector<NormalizerStep>& steps() const { return steps_; }

  /// Changes `text`, which is well-formed UTF-8. `edges` are the begins and ends of ranges in it,
  /// in turn and in order; they move with the text, and a range rather grows than loses a part.
  Result<void> apply(std::string& text, std::vector<std::size_t>& edges) const;
  Result<void> apply(std::string& text) const;

 private:
  std::vector<NormalizerStep> steps_;
  std::vector<std::optional<Regex>> patterns_;  ///< one for each step
};

}  // namespace canter
