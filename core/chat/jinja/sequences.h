#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chat/jinja/value.h"

namespace canter::jinja {

/// Fails with what is missing when `value` is undefined.
bool fail_undefined(Run& run, const Value& value);

bool is_iterable(const Value& value);

/// What a loop over `value` goes through; of text its characters, of dictionaries the keys. An
/// iterator is empty afterwards. A failure for what cannot be gone through.
std::vector<Value> items_of(Run& run, const Value& value);

/// As Python's len().
std::size_t length_of(Run& run, const Value& value);

/// `value.name` in a template: a method, else a key; undefined when there is neither.
Value attribute_of(Run& run, const Value& value, std::string_view name);
/// `value[key]`: an item, else a method.
Value item_of(Run& run, const Value& value, const Value& key);

/// `value[start:stop:step]`; undefined where nothing is written.
Value slice_of(Run& run, const Value& value, const Value& start, const Value& stop,
               const Value& step);

/// A piece of a text, from byte `begin` to before `end`.
Text piece_of(Run& run, const Text& text, std::size_t begin, std::size_t end);

/// Charges the rendering for a search, which can take as long as both lengths multiplied.
void take_search_steps(Run& run, std::string_view haystack, std::string_view needle);

/// `user.name` of filters as attribute_of would look it up, step by step.
Value attribute_path(Run& run, Value value, const Value& path);

}  // namespace canter::jinja
