#pragma once

#include "chat/jinja/value.h"

namespace canter::jinja {

/// `text % values`, as in Python.
Value format_percent(Run& run, const Text& text, const Value& values);

/// `text.format(…)`, as in Python.
Value format_braces(Run& run, const Text& text, const Arguments& arguments);

}  // namespace canter::jinja
