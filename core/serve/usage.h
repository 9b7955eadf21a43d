#pragma once

#include "serve/generations.h"
#include "serve/json_fields.h"

namespace canter::serve {

/// What a request cost, over all its answers.
struct Usage {
  int prompt = 0;     ///< tokens of the prompt, read once
  int cached = 0;     ///< of these, known from earlier
  int generated = 0;  ///< tokens
  int accepted = 0;   ///< of these, drafted
  /// Milliseconds, of the answer that took longest.
  double prompt_ms = 0, total_ms = 0, first_token_ms = 0;

  void add(const TokenCame& came) { accepted += came.drafted ? 1 : 0; }
  void add(const Answer& answer);
};

/// As chat and text completions write it.
Json completion_usage(const Usage& usage);

/// `stop` or `length`.
const char* finish_name(FinishReason reason);

}  // namespace canter::serve
