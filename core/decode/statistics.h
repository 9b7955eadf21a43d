#pragma once

#include <cstddef>
#include <vector>

#include "decode/draft/source_set.h"

namespace canter {

/// counts[i] += more[i], whichever is longer.
template <typename More, typename Count>
void add_counts(const std::vector<More>& more, std::vector<Count>& counts) {
  if (counts.size() < more.size()) counts.resize(more.size());
  for (std::size_t i = 0; i < more.size(); ++i) counts[i] += more[i];
}

/// What became of the tokens that the K/V cache held when a prompt came.
enum class PromptReuse {
  kUnknown,    ///< kept by a version that did not say
  kNothing,    ///< the cache was empty, or its text begins otherwise
  kContinued,  ///< all are used: the prompt goes on behind them
  kCutBack,    ///< the beginning is used, up to the first token that differs
  kRestored,   ///< the beginning is used, up to a state that was marked before that token
  kReadAgain,  ///< the texts begin alike, but no state, or not the whole window, is left of that
  kRemarked,   ///< positions are marked otherwise in a text of this length, so nothing is used
};

/// What one answer cost. Times are milliseconds since the answer was asked for.
struct AnswerStatistics {
  int prompt_tokens = 0;
  int reused_tokens = 0;  ///< of the prompt, found in the K/V cache
  PromptReuse reuse = PromptReuse::kUnknown;
  int generated = 0;  ///< tokens that decoding appended, an end token included
  int steps = 0;      ///< decoding passes, the prompt pass excluded
  int rows = 0;       ///< rows of all steps: tokens, candidates and masks
  /// Steps in which the drafts of depth 1, 2, ... were accepted; empty when nothing was drafted.
  std::vector<int> accepted;
  /// Candidates that were run, and those of them that were accepted, by the source that named them
  /// (SourceId); one that several named counts for each. Empty when nothing was drafted.
  std::vector<int> drafted_by_source;
  std::vector<int> accepted_by_source;
  double drafting_ms = 0;   ///< planning what to run, and learning from it
  double verifying_ms = 0;  ///< the passes of all steps
  double prompt_ms = 0;     ///< reading the prompt
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
