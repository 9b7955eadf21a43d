#pragma once

#include "base/error.h"
#include "decode/grammar/grammar_rules.h"

namespace canter {

/// Refuses rules that begin with themselves, that never end, and whose beginnings are too many.
Result<void> check_grammar(const GrammarRules& rules);

}  // namespace canter
