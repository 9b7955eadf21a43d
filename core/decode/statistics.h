#pragma once

#include <vector>

namespace canter {

/// What one answer cost. Times are milliseconds since the answer was asked for.
struct AnswerStatistics {
  int prompt_tokens = 0;
  int reused_tokens = 0;  ///< of the prompt, found in the K/V cache
  int generated = 0;      ///< tokens that decoding appended, an end token included
  int steps = 0;          ///< decoding passes, the prompt pass excluded
  int rows = 0;           ///< rows of all steps: tokens, candidates and masks
  /// Steps in which the drafts of depth 1, 2, ... were accepted; empty when nothing was drafted.
  std::vector<int> accepted;
  double prompt_ms = 0;  ///< reading the prompt
  double first_token_ms = 0;
  double total_ms = 0;

  /// What passed between the asking and the decoding counts, too.
  void add_wait(double milliseconds) {
    if (generated > 0) first_token_ms += milliseconds;
    total_ms += milliseconds;
  }

  /// The prompt pass emits the first token, so it is not a step's work. 0 without steps.
  double tokens_per_step() const { return steps > 0 ? double(generated - 1) / steps : 0; }
  /// Decoding alone: (generated - 1) over the time after the first token. 0 without steps.
  double tokens_per_second() const {
    return steps > 0 && total_ms > first_token_ms
               ? 1000.0 * (generated - 1) / (total_ms - first_token_ms)
               : 0;
  }
  /// 0 without steps.
  double rows_per_step() const { return steps > 0 ? double(rows) / steps : 0; }
  bool operator==(const AnswerStatistics&) const = default;
};

}  // namespace canter
