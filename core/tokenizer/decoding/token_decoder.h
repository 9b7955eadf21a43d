#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tokenizer/vocabulary/vocabulary.h"

namespace canter {

/// How the texts of tokens become text again.
struct DecodingRules {
  bool byte_letters = false;  ///< tokens are written in byte letters
  std::vector<std::pair<std::string, std::string>> replacements{};  ///< in each token, in order
  bool byte_tokens = false;                                         ///< `<0x41>` is a byte
  /// A run of byte tokens that is not well-formed as a whole gives one U+FFFD for each byte.
  bool whole_byte_runs = false;
  std::string unknown_surface{};  ///< what an unknown token gives, if not its own text

  /// What is taken off again at the beginning of a text.
  enum class Leading {
    kNothing,
    kSpace,        ///< one space
    kPieceSpace,   ///< the one with which the first ordinary token begins (sentencepiece)
    kPieceSpaces,  ///< the same, and all that follow
    kTokenSpaces,  ///< all of the first token (Metaspace)
  };
  Leading leading = Leading::kNothing;
};

/// Of byte-level vocabularies.
DecodingRules byte_level_decoding();
/// Of BPE over text in which a space is `▁`.
DecodingRules raw_bpe_decoding();

/// Turns single tokens into bytes. Immutable and safe to share between threads.
class TokenDecoder {
 public:
  TokenDecoder() = default;
  explicit TokenDecoder(DecodingRules rules) : rules_(std::move(rules)) {}

  const DecodingRules& rules() const { return rules_; }

  /// In the middle of a text.
  std::string bytes(const Token& token) const;
  bool is_byte(const Token& token) const;

  /// The same while a text begins: `at_start` turns false when it has begun.
  std::string next_bytes(const Token& token, bool& at_start) const;

 private:
  DecodingRules rules_;
};

}  // namespace canter
