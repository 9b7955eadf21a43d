#pragma once

#include <functional>
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

/// Called for every token with the text that became certain by it (may be empty). What was passed
/// is always a prefix of Answer::text: an unfinished character or stop string may come behind it.
/// Return false to stop; the token passed is then the last one.
using OnToken = std::function<bool(TokenId token, std::string_view text)>;

}  // namespace canter
