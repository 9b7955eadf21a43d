#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace canter {

/// GBNF of the JSON documents that a JSON Schema allows, or of some of them: properties come in
/// the schema's order, and what it does not name is left out unless it says that there may be
/// more. kUsage for what is no schema, kUnsupported for what cannot be kept to, by name.
Result<std::string> gbnf_of_json_schema(std::string_view json);

/// GBNF of all JSON objects.
std::string any_json_object_gbnf();

}  // namespace canter
