#pragma once

#include <string>
#include <string_view>

#include "decode/grammar/code_points.h"

namespace canter {

/// `text` as a string of GBNF.
std::string gbnf_literal(std::string_view text);
/// As a class of GBNF; not for the empty set.
std::string gbnf_class(const CodePoints& points);

/// What stands for one of `points` inside a JSON string: itself, or its escape where it wants one.
/// Empty when there is none.
std::string gbnf_in_json_string(const CodePoints& points);

/// Rules for JSON without a schema: `value`, `object`, `string`, `char`, `number`, `ws` and others.
/// White space between parts is little, so that nobody writes nothing else for ever.
std::string_view json_rules();

}  // namespace canter
