#pragma once

#include <string_view>

#include "chat/jinja/value.h"

namespace canter::jinja {

/// What stands behind `is`.
using ValueTest = bool (*)(Run&, const Value& subject, const Arguments&);

/// Null for an unknown one.
ValueTest find_test(std::string_view name);

}  // namespace canter::jinja
