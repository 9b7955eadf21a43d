#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "tokenizer/text/regex.h"
#include "tokenizer/vocabulary/byte_range.h"

namespace canter {

/// What a Split does with the matches of its pattern.
enum class SplitBehavior { kIsolated, kRemoved, kContiguous, kMergedWithPrevious, kMergedWithNext };

/// One step of a tokenizer.json's `pre_tokenizer`. Other kinds are written by means of these:
/// Digits, Punctuation, Whitespace are Splits; ByteLevel is up to three steps.
struct PreTokenizerStep {
  enum class Kind {
    kSplit,
    kPrefixSpace,  ///< in front of what does not begin with one
    kByteLetters,
    kMetaspace,  ///< spaces become `pattern`, one goes in front
  };
  enum class Prepend { kNever, kFirst, kAlways };

  Kind kind = Kind::kSplit;
  std::string pattern{};  ///< in Oniguruma's syntax
  SplitBehavior behavior = SplitBehavior::kIsolated;
  bool invert = false;                ///< the matches are what stands between
  Prepend prepend = Prepend::kNever;  ///< of kMetaspace

  bool operator==(const PreTokenizerStep&) const = default;
};

PreTokenizerStep split_by(std::string_view pattern,
                          SplitBehavior behavior = SplitBehavior::kIsolated, bool invert = false);

/// A text and the pieces of it that become tokens separately.
struct Pieces {
  std::string text;
  std::vector<ByteRange> ranges;
  bool at_text_start = false;  ///< the first piece begins the whole text
};

/// Cuts a text into pieces. Immutable and safe to share between threads.
class PreTokenizer {
 public:
  PreTokenizer() = default;
  static Result<PreTokenizer> create(std::vector<PreTokenizerStep> steps);

  const std::vector<PreTokenizerStep>& steps() const { return steps_; }

  bool has_byte_letters() const;
  /// The last step writes byte letters; cut() leaves that to the caller, piece by piece.
  bool ends_in_byte_letters() const;

  Result<void> cut(Pieces& pieces) const;

 private:
  std::vector<PreTokenizerStep> steps_;
  std::vector<std::optional<Regex>> patterns_;  ///< one for each step
};

}  // namespace canter
