#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace canter {

/// GBNF of what stands between the quotation marks of JSON strings that a regular expression
/// matches, found anywhere in the string unless it is anchored. The error's message says what of
/// the expression is not understood, as part of a sentence.
Result<std::string> gbnf_of_pattern(std::string_view pattern);

}  // namespace canter
