#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "decode/statistics.h"
#include "tokenizer/tokenizer.h"

namespace canter {

enum class FinishReason { kEndToken, kStopString, kTokenLimit, kContextFull, kStopped };

struct Answer {
  std::vector<TokenId> tokens;  ///< all that decoding appended, an end token included
  std::string text;             ///< without end token and stop string
  FinishReason finish = FinishReason::kEndToken;
  AnswerStatistics statistics;
};

struct WrittenToken {
  TokenId id = 0;
  /// What became certain by it; may be empty. All that was passed is a prefix of Answer::text: an
  /// unfinished character or stop string may come behind it.
  std::string_view text;
  bool drafted = false;  ///< guessed beforehand, so it cost no pass of its own
  /// What the model gave for it, [vocabulary], before settings and grammars; for this call alone.
  std::span<const float> logits = {};
};

/// Called for every token. Return false to stop; the token passed is then the last one.
using OnToken = std::function<bool(const WrittenToken& token)>;

}  // namespace canter
