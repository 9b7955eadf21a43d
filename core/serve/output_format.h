#pragma once

#include <memory>

#include "decode/grammar/grammar.h"
#include "serve/json_fields.h"

namespace canter::serve {

/// What an answer has to look like; nullptr: anything.
using OutputFormat = std::shared_ptr<const Grammar>;

/// Reads `response_format` (text, json_object, json_schema) and `grammar` (GBNF).
OutputFormat read_output_format(JsonFields& fields);

/// The same members inside `text.format`, where a schema stands beside its type (responses).
OutputFormat read_text_format(JsonFields& fields);

/// Of a JSON schema, as `name` of the request has it.
OutputFormat schema_format(JsonFields& fields, const std::string& name, const Json& schema);
/// Any JSON object.
OutputFormat json_format(JsonFields& fields, const std::string& name);

}  // namespace canter::serve
