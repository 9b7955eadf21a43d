#pragma once

#include <string_view>

#include "base/error.h"
#include "chat/jinja/syntax.h"

namespace canter::jinja {

/// Reads a normalised source (lexer.h). kBadFile with the place of what is wrong; filters and tests
/// that do not exist are wrong, except in branches that may not be taken.
Result<Tree> parse(std::string_view source);

}  // namespace canter::jinja
