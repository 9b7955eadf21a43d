#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace canter {

class Grammar;

/// How the next token is chosen. Filters apply in the order repetition penalty, top-k, top-p,
/// min-p; what is left is drawn at the temperature.
struct SamplingSettings {
  double temperature = 0;     ///< 0: greedy, the most likely token
  int top_k = 0;              ///< 0: all
  double top_p = 1;           ///< 1: all
  double min_p = 0;           ///< 0: all
  double repeat_penalty = 1;  ///< 1: none; applies to the last `repeat_window` tokens
  int repeat_window = 64;
  std::uint64_t seed = 0;

  bool operator==(const SamplingSettings&) const = default;
};

struct GenerationSettings {
  SamplingSettings sampling;
  int max_tokens = 0;       ///< 0: until the model ends or the context is full
  bool ignore_eos = false;  ///< end tokens are kept and decoding goes on
  /// Text that ends the answer and is not part of it.
  std::vector<std::string> stop_strings;
  /// Tokens that end the answer besides the tokenizer's own.
  std::vector<std::int32_t> end_tokens = {};
  /// Whose texts the answer is one of; none: any text. Settings are equal that share a grammar.
  std::shared_ptr<const Grammar> grammar = {};

  bool operator==(const GenerationSettings&) const = default;
};

}  // namespace canter
