#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace canter::jinja {

/// What stands between the quotes of a string, its escapes replaced as in Python; those unknown to
/// Python stay as they are. Half a surrogate pair becomes U+FFFD.
Result<std::string> unescape(std::string_view literal);

}  // namespace canter::jinja
