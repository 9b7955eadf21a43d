#include "decode/grammar/schema_keywords.h"

#include <algorithm>
#include <array>

#include "format/message.h"

namespace canter {
namespace {

using Value = SchemaJson::value_t;

enum class Holds { kSchema, kSchemas, kSchemaMap, kCount, kNumber, kText, kNames, kAnything };

struct Keyword {
  std::string_view name;
  Holds holds;
  std::string_view type = {};  ///< that it is about
};

constexpr Keyword kKeywords[] = {
    {"type", Holds::kNames},
    {"enum", Holds::kAnything},
    {"const", Holds::kAnything},
    {"anyOf", Holds::kSchemas},
    {"oneOf", Holds::kSchemas},
    {"allOf", Holds::kSchemas},
    {"$ref", Holds::kText},
    {"properties", Holds::kSchemaMap, "object"},
    {"required", Holds::kNames, "object"},
    {"additionalProperties", Holds::kSchema, "object"},
    {"items", Holds::kAnything, "array"},
    {"prefixItems", Holds::kSchemas, "array"},
    {"minItems", Holds::kCount, "array"},
    {"maxItems", Holds::kCount, "array"},
    {"minLength", Holds::kCount, "string"},
    {"maxLength", Holds::kCount, "string"},
    {"pattern", Holds::kText, "string"},
    {"format", Holds::kText, "string"},
    {"minimum", Holds::kNumber, "number"},
    {"maximum", Holds::kNumber, "number"},
    {"exclusiveMinimum", Holds::kNumber, "number"},
    {"exclusiveMaximum", Holds::kNumber, "number"},
};

constexpr std::string_view kAnnotations[] = {
    "title",     "description", "default",         "example",         "examples",   "$schema",
    "$id",       "$comment",    "$defs",           "definitions",     "deprecated", "readOnly",
    "writeOnly", "nullable",    "contentEncoding", "contentMediaType"};

const Keyword* find_keyword(std::string_view name) {
  const auto found = std::ranges::find(kKeywords, name, &Keyword::name);
  return found == std::end(kKeywords) ? nullptr : found;
}

bool is_schema(const SchemaJson& value) {
  return value.is_object() || value.is_boolean();
}

bool holds(const SchemaJson& value, Holds kind) {
  switch (kind) {
    case Holds::kSchema:
      return is_schema(value);
    case Holds::kSchemas:
      return value.is_array() && !value.empty() && std::ranges::all_of(value, is_schema);
    case Holds::kSchemaMap:
      return value.is_object() && std::ranges::all_of(value, is_schema);
    case Holds::kCount:
      return value.is_number_unsigned();
    case Holds::kNumber:
      return value.is_number();
    case Holds::kText:
      return value.is_string();
    case Holds::kNames:
      return value.is_string() ||
             (value.is_array() &&
              std::ranges::all_of(value, [](const SchemaJson& name) { return name.is_string(); }));
    case Holds::kAnything:
      return true;
  }
  return false;
}

/// `false` and 0 there say nothing.
bool says_nothing(std::string_view keyword, const SchemaJson& value) {
  return (keyword == "uniqueItems" && value == false) ||
         ((keyword == "minProperties" || keyword == "minContains") && value == 0);
}

bool lists(const SchemaJson& list, const SchemaJson& value) {
  return std::ranges::find(list, value) != list.end();
}

SchemaJson as_list(const SchemaJson& names) {
  return names.is_array() ? names : SchemaJson::array({names});
}

SchemaJson types_in_both(const SchemaJson& first, const SchemaJson& second) {
  auto both = SchemaJson::array();
  const SchemaJson others = as_list(second);
  for (const SchemaJson& type : as_list(first)) {
    if (lists(others, type) || (type == "integer" && lists(others, "number")))
      both.push_back(type);
    else if (type == "number" && lists(others, "integer"))
      both.push_back("integer");
  }
  return both;
}

/// Nothing that is not named may come besides the properties.
bool is_closed(const SchemaJson& schema) {
  return schema.contains("additionalProperties") && schema["additionalProperties"] == false;
}

class Merger {
 public:
  Merger(const SchemaJson& first, const SchemaJson& second, const std::string& where)
      : first_(first), second_(second), where_(where), merged_(first) {}

  Result<SchemaJson> run() {
    for (const auto& [name, value] : second_.items()) {
      if (!merged_.contains(name))
        merged_[name] = value;
      else if (merged_[name] != value && !is_annotation(name))
        if (auto joined = join(name, merged_[name], value); !joined) return propagate(joined);
    }
    if (auto closed = close(first_, second_); !closed) return propagate(closed);
    if (auto closed = close(second_, first_); !closed) return propagate(closed);
    return std::move(merged_);
  }

 private:
  tl::unexpected<Error> nothing() const { return wrong_in_schema("allows nothing", where_); }

  Result<void> join(const std::string& name, SchemaJson& mine, const SchemaJson& other) {
    if (name == "type") {
      mine = types_in_both(mine, other);
      if (mine.empty()) return nothing();
    } else if (name == "enum" && mine.is_array() && other.is_array()) {
      auto both = SchemaJson::array();
      for (const SchemaJson& value : mine)
        if (lists(other, value)) both.push_back(value);
      mine = std::move(both);
      if (mine.empty()) return nothing();
    } else if (name == "required") {
      mine = as_list(mine);
      for (const SchemaJson& value : as_list(other))
        if (!lists(mine, value)) mine.push_back(value);
    } else if (name == "properties") {
      for (const auto& [property, schema] : other.items()) {
        if (!mine.contains(property))
          mine[property] = schema;
        else if (mine[property] != schema)
          mine[property] = both_of(mine[property], schema);
      }
    } else if (name == "additionalProperties" || (name == "items" && !other.is_array())) {
      mine = mine == false || other == false ? SchemaJson(false)
             : mine == true                  ? other
             : other == true                 ? mine
                                             : both_of(mine, other);
    } else if (name.starts_with("min") || name == "exclusiveMinimum") {
      if (other > mine) mine = other;
    } else if (name.starts_with("max") || name == "exclusiveMaximum") {
      if (other < mine) mine = other;
    } else {
      return unsupported_in_schema(name, where_,
                                   "two parts that hold together both have one: write them as one");
    }
    return {};
  }

  static SchemaJson both_of(const SchemaJson& a, const SchemaJson& b) {
    return {{"allOf", SchemaJson::array({a, b})}};
  }

  /// What only `open` names `closed` does not allow.
  Result<void> close(const SchemaJson& closed, const SchemaJson& open) {
    if (!closed.contains("additionalProperties") || !open.contains("properties")) return {};
    const SchemaJson& rest = closed["additionalProperties"];
    for (const auto& [property, schema] : open["properties"].items()) {
      if (rest == true ||
          (closed.contains("properties") && closed["properties"].contains(property)))
        continue;
      if (!is_closed(closed)) {
        merged_["properties"][property] = both_of(schema, rest);
      } else {
        if (merged_.contains("required") && lists(as_list(merged_["required"]), property))
          return nothing();
        merged_["properties"].erase(property);
      }
    }
    return {};
  }

  const SchemaJson& first_;
  const SchemaJson& second_;
  const std::string& where_;
  SchemaJson merged_;
};

}  // namespace

tl::unexpected<Error> unsupported_in_schema(std::string_view what, std::string_view where,
                                            std::string_view advice) {
  return fail(ErrorKind::kUnsupported, "the schema's " + in_quotes(what) + " at " +
                                           in_quotes(where) + " is not supported; " +
                                           std::string(advice));
}

tl::unexpected<Error> wrong_in_schema(std::string_view what, std::string_view where) {
  return fail(ErrorKind::kUsage,
              "the schema at " + in_quotes(where) + " " + std::string(what) + "; mend it");
}

bool is_annotation(std::string_view keyword) {
  return keyword.starts_with("x-") ||
         std::ranges::find(kAnnotations, keyword) != std::end(kAnnotations);
}

Result<void> check_keywords(const SchemaJson& schema, const std::string& where) {
  for (const auto& [name, value] : schema.items()) {
    if (is_annotation(name) || says_nothing(name, value)) continue;
    const Keyword* keyword = find_keyword(name);
    if (!keyword) return unsupported_in_schema(name, where, "leave it out");
    if (!holds(value, keyword->holds))
      return wrong_in_schema("has a " + in_quotes(name) + " of the wrong kind", where);
  }
  return {};
}

SchemaJson constraints_of(const SchemaJson& schema, std::string_view left_out) {
  auto others = SchemaJson::object();
  for (const auto& [name, value] : schema.items())
    if (name != left_out && !is_annotation(name) && !says_nothing(name, value))
      others[name] = value;
  return others;
}

std::vector<std::string> types_of(const SchemaJson& schema) {
  std::vector<std::string> types;
  const auto add = [&](std::string_view type) {
    if (std::ranges::find(types, type) == types.end()) types.emplace_back(type);
  };
  if (schema.contains("type")) {
    for (const SchemaJson& type : as_list(schema["type"])) add(type.get_ref<const std::string&>());
    return types;
  }
  for (const Keyword& keyword : kKeywords)
    if (!keyword.type.empty() && schema.contains(keyword.name)) add(keyword.type);
  return types;
}

bool is_of_type(const SchemaJson& value, std::string_view type) {
  switch (value.type()) {
    case Value::object:
      return type == "object";
    case Value::array:
      return type == "array";
    case Value::string:
      return type == "string";
    case Value::boolean:
      return type == "boolean";
    case Value::null:
      return type == "null";
    case Value::number_integer:
    case Value::number_unsigned:
      return type == "integer" || type == "number";
    default:
      return type == "number";
  }
}

Result<SchemaJson> merge_schemas(const SchemaJson& first, const SchemaJson& second,
                                 const std::string& where) {
  return Merger(first, second, where).run();
}

}  // namespace canter
