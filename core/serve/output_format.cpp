#include "serve/output_format.h"

#include <utility>

namespace canter::serve {
namespace {

OutputFormat take(JsonFields& fields, const std::string& name,
                  Result<std::shared_ptr<const Grammar>> grammar) {
  if (grammar) return std::move(*grammar);
  fields.reject(name, "cannot be used: " + grammar.error().message);
  return nullptr;
}

/// `{"type": …}` with the schema's holder behind it.
OutputFormat read_format(JsonFields& fields, const std::string& name, const Json& format,
                         bool schema_inside) {
  const auto type = format.find("type");
  if (type == format.end() || !type->is_string()) {
    fields.reject(name + ".type", "has to be text, json_object or json_schema");
    return nullptr;
  }
  if (*type == "text") return nullptr;
  if (*type == "json_object") return json_format(fields, name);
  if (*type != "json_schema") {
    fields.reject(name + ".type", "has to be text, json_object or json_schema");
    return nullptr;
  }
  const std::string place = schema_inside ? name + ".json_schema" : name;
  const Json missing;
  const Json& holder =
      !schema_inside ? format : (format.contains("json_schema") ? format["json_schema"] : missing);
  if (!holder.is_object() || !holder.contains("schema") || !holder["schema"].is_object()) {
    fields.reject(place + ".schema", "has to be a JSON schema");
    return nullptr;
  }
  return schema_format(fields, place + ".schema", holder["schema"]);
}

}  // namespace

OutputFormat json_format(JsonFields& fields, const std::string& name) {
  return take(fields, name, Grammar::any_json_object());
}

OutputFormat schema_format(JsonFields& fields, const std::string& name, const Json& schema) {
  return take(fields, name, Grammar::from_json_schema(written(schema)));
}

OutputFormat read_output_format(JsonFields& fields) {
  OutputFormat format;
  if (const Json* asked = fields.object("response_format"))
    format = read_format(fields, "response_format", *asked, true);
  if (const auto grammar = fields.text("grammar")) {
    if (format) fields.reject("grammar", "cannot be used beside `response_format`");
    format = take(fields, "grammar", Grammar::from_gbnf(*grammar));
  }
  return format;
}

OutputFormat read_text_format(JsonFields& fields) {
  const Json* text = fields.object("text");
  if (!text) return nullptr;
  JsonFields inside(*text, fields.place("text."));
  OutputFormat format;
  if (const Json* asked = inside.object("format"))
    format = read_format(inside, "format", *asked, false);
  inside.only("verbosity", {"medium"});
  if (const auto checked = inside.finish(); !checked) fields.reject(checked.error());
  return format;
}

}  // namespace canter::serve
