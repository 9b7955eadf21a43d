#pragma once

#include <compare>
#include <string_view>

#include "chat/jinja/value.h"

namespace canter::jinja {

/// As Python's bool().
bool is_true(Run& run, const Value& value);

/// As Python's `==`; marks of content play no part.
bool equal(Run& run, const Value& left, const Value& right);

/// As Python's `is`, as far as templates can rely on it.
bool same(const Value& left, const Value& right);

/// As Python's `<`; values of different kinds are a failure that names `operation`.
bool less(Run& run, const Value& left, const Value& right, std::string_view operation = "<");

/// As Python's `needle in haystack`.
bool contains(Run& run, const Value& haystack, const Value& needle);

/// `==`, `<=` and so on.
bool compare(Run& run, std::string_view operation, const Value& left, const Value& right);

}  // namespace canter::jinja
