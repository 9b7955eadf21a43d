#include "decode/grammar/schema_converter.h"

#include <algorithm>
#include <utility>

#include "decode/grammar/gbnf_text.h"
#include "format/message.h"

namespace canter {
namespace {

constexpr int kMostSchemaDepth = 100;
constexpr int kMostValues = 20'000;
constexpr std::size_t kMostText = std::size_t{1} << 20;
constexpr std::size_t kMostListed = 2'000;
constexpr int kMostHops = 32;

constexpr std::string_view kTypes[] = {"object", "array",   "string", "integer",
                                       "number", "boolean", "null"};

std::string joined(const std::vector<std::string>& ways) {
  std::string text;
  for (const std::string& way : ways) text += (text.empty() ? "" : " | ") + way;
  return text;
}

/// A part of a JSON pointer as it was before it was written into one.
std::string unescaped(std::string_view part) {
  std::string text;
  const auto digit = [](char c) {
    return c >= '0' && c <= '9'                     ? c - '0'
           : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                    : -1;
  };
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (part[i] == '%' && i + 2 < part.size() && digit(part[i + 1]) >= 0 &&
        digit(part[i + 2]) >= 0) {
      text += char(digit(part[i + 1]) * 16 + digit(part[i + 2]));
      i += 2;
    } else if (part[i] == '~' && i + 1 < part.size() &&
               (part[i + 1] == '0' || part[i + 1] == '1')) {
      text += part[++i] == '0' ? '~' : '/';
    } else {
      text += part[i];
    }
  }
  return text;
}

}  // namespace

Result<std::string> SchemaConverter::run() {
  const std::string root = reference("#", "#", 0);
  if (error_) return tl::unexpected<Error>(*error_);
  return "root ::= " + root + "\n" + rules_ + std::string(json_rules());
}

std::string SchemaConverter::refuse(tl::unexpected<Error> error) {
  if (!error_) error_ = std::move(error.value());
  return "\"\"";
}

std::string SchemaConverter::add_rule(const std::string& text) {
  std::string name = new_name();
  rules_ += name + " ::= " + text + "\n";
  if (rules_.size() > kMostText)
    refuse(fail(ErrorKind::kTooLarge, "the schema is too large for a grammar; make it smaller"));
  return name;
}

std::string SchemaConverter::value(const SchemaJson& schema, const std::string& where, int depth) {
  if (error_) return {};
  if (depth > kMostSchemaDepth || ++values_ > kMostValues)
    return refuse(fail(ErrorKind::kTooLarge, "the schema at " + in_quotes(where) +
                                                 " goes on too deeply, or without an end; name "
                                                 "what recurs in $defs and refer to it alone"));
  if (schema.is_boolean())
    return schema.get<bool>() ? "value" : refuse(wrong_in_schema("allows nothing", where));
  if (!schema.is_object()) return refuse(wrong_in_schema("is neither an object nor true", where));
  if (auto known = check_keywords(schema, where); !known)
    return refuse(tl::unexpected<Error>(known.error()));
  std::string text = constrained(schema, where, depth);
  if (schema.contains("nullable") && schema["nullable"] == true) text = add_rule(text + " | null");
  return text;
}

std::string SchemaConverter::constrained(const SchemaJson& schema, const std::string& where,
                                         int depth) {
  if (schema.contains("$ref")) {
    if (constraints_of(schema, "$ref").empty())
      return reference(schema["$ref"].get<std::string>(), where, depth);
    return constrained(resolved(schema, where), where, depth + 1);
  }
  if (schema.contains("allOf")) return all_of(schema, where, depth);
  for (const char* keyword : {"anyOf", "oneOf"})
    if (schema.contains(keyword)) return any_of(schema, keyword, where, depth);
  if (schema.contains("enum") || schema.contains("const")) return listed(schema, where);
  const auto types = types_of(schema);
  if (types.empty() && !schema.contains("type")) return "value";
  std::vector<std::string> ways;
  for (const std::string& type : types) ways.push_back(of_type(schema, type, where, depth));
  if (ways.empty()) return refuse(wrong_in_schema("allows no type", where));
  return ways.size() == 1 ? ways.front() : add_rule(joined(ways));
}

const SchemaJson* SchemaConverter::find(const std::string& target) const {
  if (!target.starts_with('#')) return nullptr;
  const SchemaJson* found = &root_;
  std::string_view rest = std::string_view(target).substr(1);
  while (!rest.empty()) {
    if (rest.front() != '/') return nullptr;
    rest.remove_prefix(1);
    const std::string part = unescaped(rest.substr(0, rest.find('/')));
    rest.remove_prefix(std::min(rest.find('/'), rest.size()));
    if (found->is_object() && found->contains(part)) {
      found = &(*found)[part];
    } else if (found->is_array() && !part.empty() && part.size() < 6 &&
               part.find_first_not_of("0123456789") == std::string::npos &&
               std::stoul(part) < found->size()) {
      found = &(*found)[std::stoul(part)];
    } else {
      return nullptr;
    }
  }
  return found;
}

std::string SchemaConverter::reference(const std::string& target, const std::string& where,
                                       int depth) {
  if (const auto known = references_.find(target); known != references_.end()) return known->second;
  const SchemaJson* schema = find(target);
  if (!schema)
    return refuse(
        unsupported_in_schema("$ref", where, in_quotes(target) + " names nothing in this schema"));
  const std::string name = references_[target] = new_name();
  const std::string text = value(*schema, target, depth + 1);
  rules_ += name + " ::= " + text + "\n";
  return name;
}

SchemaJson SchemaConverter::merged(const SchemaJson& first, const SchemaJson& second,
                                   const std::string& where) {
  if (first.is_boolean() || second.is_boolean()) {
    if (first == false || second == false) refuse(wrong_in_schema("allows nothing", where));
    return first.is_boolean() ? second : first;
  }
  auto both = merge_schemas(constraints_of(first), constraints_of(second), where);
  if (both) return std::move(*both);
  refuse(tl::unexpected<Error>(both.error()));
  return true;
}

SchemaJson SchemaConverter::resolved(const SchemaJson& schema, const std::string& where) {
  SchemaJson whole = schema;
  for (int hops = 0; !error_ && whole.is_object() && whole.contains("$ref"); ++hops) {
    if (auto known = check_keywords(whole, where); !known) {
      refuse(tl::unexpected<Error>(known.error()));
      break;
    }
    const std::string target = whole["$ref"].get<std::string>();
    const SchemaJson* found = find(target);
    if (!found || hops == kMostHops) {
      refuse(unsupported_in_schema(
          "$ref", where,
          in_quotes(target) + " names nothing in this schema, or leads in a circle"));
      break;
    }
    if (found->is_object() && found->contains("nullable")) {
      refuse(unsupported_in_schema("nullable", target, "list null among the types instead"));
      break;
    }
    whole = merged(*found, constraints_of(whole, "$ref"), where);
  }
  if (error_) return true;
  if (whole.is_object())
    if (auto known = check_keywords(whole, where); !known)
      refuse(tl::unexpected<Error>(known.error()));
  return error_ ? SchemaJson(true) : whole;
}

std::string SchemaConverter::all_of(const SchemaJson& schema, const std::string& where, int depth) {
  const SchemaJson& parts = schema["allOf"];
  SchemaJson whole = constraints_of(schema, "allOf");
  if (whole.empty() && parts.size() == 1) return value(parts[0], where + "/allOf/0", depth + 1);
  for (std::size_t i = 0; i < parts.size() && !error_; ++i) {
    const std::string place = where + "/allOf/" + std::to_string(i);
    if (parts[i].is_object() && parts[i].contains("nullable"))
      return refuse(unsupported_in_schema("nullable", place, "list null among the types instead"));
    SchemaJson part = resolved(parts[i], place);
    // What holds together inside of it holds together with the rest.
    if (part.is_object() && part.contains("allOf") && whole.contains("allOf")) {
      for (SchemaJson& inner : part["allOf"]) whole["allOf"].push_back(inner);
      part.erase("allOf");
    }
    whole = merged(whole, part, place);
  }
  return error_ ? std::string() : value(whole, where, depth + 1);
}

std::string SchemaConverter::any_of(const SchemaJson& schema, std::string_view keyword,
                                    const std::string& where, int depth) {
  const SchemaJson common = constraints_of(schema, keyword);
  const SchemaJson& parts = schema[keyword];
  std::vector<std::string> ways;
  for (std::size_t i = 0; i < parts.size() && !error_; ++i) {
    const std::string place = where + "/" + std::string(keyword) + "/" + std::to_string(i);
    if (parts[i] == false) continue;
    if (common.empty()) {
      ways.push_back(value(parts[i], place, depth + 1));
    } else if (parts[i].is_object() && parts[i].contains("nullable")) {
      refuse(unsupported_in_schema("nullable", place, "list null among the types instead"));
    } else {
      ways.push_back(value(merged(common, resolved(parts[i], place), place), place, depth + 1));
    }
  }
  if (error_) return {};
  if (ways.empty()) return refuse(wrong_in_schema("allows nothing", where));
  return add_rule(joined(ways));
}

std::string SchemaConverter::listed(const SchemaJson& schema, const std::string& where) {
  const SchemaJson constraints = constraints_of(schema);
  for (const auto& [name, unused] : constraints.items())
    if (name != "enum" && name != "const" && name != "type")
      return refuse(unsupported_in_schema(name, where, "leave it out beside a list of values"));
  const bool one = schema.contains("const");
  if (!one && !schema["enum"].is_array())
    return refuse(wrong_in_schema("has an \"enum\" of the wrong kind", where));
  const SchemaJson values = one ? SchemaJson::array({schema["const"]}) : schema["enum"];
  if (values.size() > kMostListed)
    return refuse(fail(ErrorKind::kTooLarge, "the schema at " + in_quotes(where) +
                                                 " lists more than " + std::to_string(kMostListed) +
                                                 " values"));
  const auto types = types_of(schema);
  std::vector<std::string> ways;
  for (const SchemaJson& value : values) {
    const bool fits = types.empty() || std::ranges::any_of(types, [&](const std::string& type) {
                        return is_of_type(value, type);
                      });
    const bool is_in_both = !one || !schema.contains("enum") ||
                            std::ranges::find(schema["enum"], value) != schema["enum"].end();
    if (fits && is_in_both) ways.push_back(gbnf_literal(value.dump()));
  }
  if (ways.empty()) return refuse(wrong_in_schema("allows nothing", where));
  return add_rule(joined(ways));
}

std::string SchemaConverter::of_type(const SchemaJson& schema, const std::string& type,
                                     const std::string& where, int depth) {
  if (type == "object") return object(schema, where, depth);
  if (type == "array") return array(schema, where, depth);
  if (type == "string") return string(schema, where);
  if (type == "integer" || type == "number") return number(schema, type == "integer", where);
  if (std::ranges::find(kTypes, type) != std::end(kTypes)) return type;
  return refuse(wrong_in_schema("has the type " + in_quotes(type) + ", which JSON has not", where));
}

}  // namespace canter
