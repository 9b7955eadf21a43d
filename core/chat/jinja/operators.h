#pragma once

#include <string_view>

#include "chat/jinja/value.h"

namespace canter::jinja {

enum class Arithmetic { kAdd, kSubtract, kMultiply, kDivide, kFloorDivide, kModulo, kPower };

/// As Python's operators; `%` formats where the left side is a text.
Value calculate(Run& run, Arithmetic operation, const Value& left, const Value& right);
Value negate(Run& run, const Value& value);
Value positive(Run& run, const Value& value);

}  // namespace canter::jinja
