#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/error.h"

namespace canter {

struct JsonLimits {
  std::size_t depth = 4;
  std::uint64_t values = 1u << 22;  ///< numbers, strings, arrays and objects altogether
  std::size_t members = SIZE_MAX;   ///< of one object
};

/// Parses JSON of an untrusted file: no exception leaves it, a name that comes twice in an object
/// is an error, and the limits stop a file that would unfold into more than it is worth. `where` is
/// the beginning of messages.
Result<nlohmann::json> parse_strict_json(std::string_view text, const std::string& where,
                                         const JsonLimits& limits = {});
/// The same with names in the order of the text. They are searched one after another, so an object
/// may have 1,024 at most.
Result<nlohmann::ordered_json> parse_ordered_json(std::string_view text, const std::string& where,
                                                  JsonLimits limits = {});

}  // namespace canter
