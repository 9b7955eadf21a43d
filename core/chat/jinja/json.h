#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "chat/jinja/value.h"

namespace canter::jinja {

/// A value of the input. `is_content`: strings in it are content, except plain words that are keys
/// or values of `role` and `type`.
Value from_json(Run& run, const nlohmann::ordered_json& json, bool is_content);

/// Reads JSON that a value holds as text.
Value parse_json(Run& run, const Text& text);

struct JsonStyle {
  bool ensure_ascii = false;
  bool sort_keys = false;
  std::optional<std::string> indent;  ///< of one level; nullopt: all on one line
  std::string item_separator = ", ";
  std::string key_separator = ": ";
};

/// As Python's json.dumps.
Value to_json(Run& run, const Value& value, const JsonStyle& style);

}  // namespace canter::jinja
