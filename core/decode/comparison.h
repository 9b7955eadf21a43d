#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "decode/decoder.h"

namespace canter {

/// What all answers of one way took together.
struct DecodingTotals {
  long tokens = 0;  ///< emitted by steps: the prompt pass emits the first of each answer
  long steps = 0;
  long rows = 0;
  double decoding_ms = 0;
  double first_token_ms = 0;   ///< of all answers
  std::vector<long> accepted;  ///< steps in which the draft of that depth was accepted
  std::vector<long> drafted_by_source, accepted_by_source;  ///< as AnswerStatistics has them
  double drafting_ms = 0, verifying_ms = 0;

  void add(const AnswerStatistics& statistics);
  void add(const DecodingTotals& more);
  double tokens_per_step() const { return steps > 0 ? double(tokens) / steps : 0; }
  double tokens_per_second() const { return decoding_ms > 0 ? 1000.0 * tokens / decoding_ms : 0; }
  double rows_per_step() const { return steps > 0 ? double(rows) / steps : 0; }
  /// Share of steps in which the draft of each depth was accepted.
  std::vector<double> acceptance_by_depth() const;
};

/// One prompt answered plainly and with drafts.
struct ComparedPrompt {
  bool identical = true;
  double speedup = 1;  ///< time of plain decoding over time with drafts, the prompt excluded
  std::string text;    ///< what plain decoding answered
};

struct Comparison {
  std::vector<ComparedPrompt> prompts;
  int answers = 0;  ///< of each way
  DecodingTotals plain;
  DecodingTotals drafted;

  bool identical() const;
};

/// Answers every prompt plainly and with `drafter` in turn, `repeat` times, and compares the
/// answers token by token. Prompts whose answer is a single token have a speed-up of 1. `progress`
/// hears numbers from 0 to 1; when it returns false the result is kInterrupted. Errors are those of
/// Decoder::generate.
Result<Comparison> compare_decoding(Decoder& plain, Decoder& drafting,
                                    std::span<const std::vector<TokenId>> prompts,
                                    const GenerationSettings& settings, int repeat,
                                    const std::function<bool(double)>& progress = {});

}  // namespace canter
