#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tokenizer/vocabulary/vocabulary.h"

namespace canter {

/// How far the kinds that a file gives its tokens can be trusted.
enum class KindsFrom {
  kSentencePiece,  ///< markup is often user-defined
  kConverter,      ///< so are markers of turns, now and then
};

/// Marks as special what nobody may type: control tokens, and user-defined ones that are `declared`
/// special by the model's files, are written `<|…|>`, or appear in its chat template in angle or
/// square brackets. kConverter: only those of the template that are written `<|…|>` or name a turn.
void mark_special_tokens(std::vector<Token>& tokens, KindsFrom source,
                         const std::set<std::string, std::less<>>& declared,
                         std::string_view chat_template);

/// Adds to `vocabulary.ends` what `ids` name and what is known to end answers by its text.
/// `<|end|>` ends nothing where channels do (`<|return|>` and `<|call|>`).
void collect_ends(Vocabulary& vocabulary, std::vector<TokenId> ids);

}  // namespace canter
