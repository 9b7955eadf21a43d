#pragma once

#include <string_view>

#include "base/error.h"
#include "decode/grammar/grammar_rules.h"

namespace canter {

/// Reads GBNF. Every rule that is used is there; whether texts can be followed in it, see
/// check_grammar().
Result<GrammarRules> parse_gbnf(std::string_view text);

}  // namespace canter
