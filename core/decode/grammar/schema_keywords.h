#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace canter {

using SchemaJson = nlohmann::ordered_json;

/// An error about something in a schema. `where`: as in `#/properties/age`.
tl::unexpected<Error> unsupported_in_schema(std::string_view what, std::string_view where,
                                            std::string_view advice);
tl::unexpected<Error> wrong_in_schema(std::string_view what, std::string_view where);

/// Says nothing about documents: titles, comments, definitions.
bool is_annotation(std::string_view keyword);

/// Refuses keywords that are not understood, and understood ones with a value of the wrong kind.
Result<void> check_keywords(const SchemaJson& schema, const std::string& where);

/// The schema without its annotations and `left_out`.
SchemaJson constraints_of(const SchemaJson& schema, std::string_view left_out = {});

/// Names of types that the schema allows, or that its other keywords are about; empty: any.
std::vector<std::string> types_of(const SchemaJson& schema);
bool is_of_type(const SchemaJson& value, std::string_view type);

/// What both allow. References are resolved before.
Result<SchemaJson> merge_schemas(const SchemaJson& first, const SchemaJson& second,
                                 const std::string& where);

}  // namespace canter
