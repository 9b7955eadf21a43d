#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tokenizer/text/normalizer.h"
#include "tokenizer/text/pre_tokenizer.h"

namespace canter {

/// What a name in `tokenizer.ggml.pre` stands for.
struct PreRule {
  std::vector<std::string_view> names;  ///< the first is the one to write
  std::vector<PreTokenizerStep> steps;
  bool nfc = false;
  bool ignore_merges = false;  ///< whole words of the vocabulary are not put together from parts
  bool adds_bos = false;       ///< where the file does not say
};

/// nullptr for an unknown name.
const PreRule* find_pre_rule(std::string_view name);

/// The rule that does just this, or nullptr.
const PreRule* find_pre_rule(const std::vector<NormalizerStep>& normalizer,
                             const std::vector<PreTokenizerStep>& steps, bool ignore_merges);

/// The patterns of ByteLevel, Digits and Punctuation.
extern const std::string_view kGpt2Pattern;
extern const std::string_view kDigitPattern;
extern const std::string_view kPunctuationPattern;

}  // namespace canter
