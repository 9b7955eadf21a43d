// Values of one type each: objects, arrays, strings, numbers.
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "decode/grammar/gbnf_text.h"
#include "decode/grammar/json_numbers.h"
#include "decode/grammar/json_pattern.h"
#include "decode/grammar/schema_converter.h"
#include "format/message.h"

namespace canter {
namespace {

/// More repetitions than any answer has.
constexpr std::uint64_t kMostCount = 100'000;

constexpr std::string_view kDate =
    R"(( [1-9] [0-9]{3} "-" ( ( "0" [13578] | "1" [02] ) "-" ( "0" [1-9] | [12] [0-9] | "3" [01] ) )"
    R"(| ( "0" [469] | "11" ) "-" ( "0" [1-9] | [12] [0-9] | "30" ) )"
    R"(| "02-" ( "0" [1-9] | "1" [0-9] | "2" [0-8] ) ) )"
    R"(| ( [1-9] [0-9] ( "0" [48] | [2468] [048] | [13579] [26] ) | ( [2468] [048] | [13579] [26] ) "00" ) "-02-29" ))";
constexpr std::string_view kTime =
    R"(( [01] [0-9] | "2" [0-3] ) ":" [0-5] [0-9] ":" [0-5] [0-9] ( "." [0-9]{1,6} )? )"
    R"(( "Z" | [-+] ( [01] [0-9] | "2" [0-3] ) ":" [0-5] [0-9] ))";
constexpr std::string_view kUuid = R"(hex{8} "-" hex{4} "-" hex{4} "-" hex{4} "-" hex{12})";

std::string in_quotation_marks(const std::string& inside) {
  return "\"\\\"\" " + inside + " \"\\\"\"";
}

std::optional<std::string> text_of_format(std::string_view format) {
  if (format == "date") return std::string(kDate);
  if (format == "time") return std::string(kTime);
  if (format == "date-time") return std::string(kDate) + " \"T\" " + std::string(kTime);
  if (format == "uuid") return std::string(kUuid);
  return std::nullopt;
}

std::uint64_t count_of(const SchemaJson& schema, std::string_view name, std::uint64_t otherwise) {
  return schema.contains(name) ? schema[name].get<std::uint64_t>() : otherwise;
}

std::string counted(const std::string& what, std::uint64_t least, std::uint64_t most) {
  if (most >= kMostCount) return what + "{" + std::to_string(least) + ",}";
  return what + "{" + std::to_string(least) + "," + std::to_string(most) + "}";
}

/// What strings may be that are none of some names, letter by letter.
struct NameTree {
  std::map<char32_t, NameTree> next;
  bool is_name = false;

  void add(std::u32string_view name) {
    NameTree* at = this;
    for (const char32_t letter : name) at = &at->next[letter];
    at->is_name = true;
  }
};

/// A name is written as it is: with escapes one of those named could be spelt otherwise.
const CodePoints& name_letters() {
  static const CodePoints letters =
      CodePoints({{0, 0x1F}, {'"', '"'}, {'\\', '\\'}, {0xD800, 0xDFFF}}).inverted();
  return letters;
}

}  // namespace

std::string SchemaConverter::property(const std::string& name, const std::string& value) {
  return add_rule(name + " ws \":\" ws " + value + " ws");
}

std::string SchemaConverter::other_name(const SchemaJson& schema) {
  if (!schema.contains("properties") && !schema.contains("required")) return "string";
  NameTree names;
  const auto add = [&](const std::string& name) { names.add(code_points_of(name)); };
  if (schema.contains("properties"))
    for (const auto& [name, unused] : schema["properties"].items()) add(name);
  if (schema.contains("required"))
    for (const SchemaJson& name : schema["required"]) add(name.get<std::string>());
  const std::string any = gbnf_class(name_letters());

  // From the ends of the names to their beginnings.
  struct Visit {
    const NameTree* tree;
    std::map<char32_t, NameTree>::const_iterator next;
    std::vector<std::string> ways;
  };
  std::vector<Visit> path{{&names, names.next.begin(), {}}};
  for (;;) {
    Visit& visit = path.back();
    if (visit.next != visit.tree->next.end()) {
      path.push_back({&visit.next->second, visit.next->second.next.begin(), {}});
      continue;
    }
    CodePoints others = name_letters();
    for (const auto& [letter, unused] : visit.tree->next)
      others = others.without(CodePoints::one(letter));
    visit.ways.push_back(gbnf_class(others) + " " + any + "*");
    if (!visit.tree->is_name) visit.ways.emplace_back("\"\"");
    std::string text;
    for (const std::string& way : visit.ways) text += (text.empty() ? "" : " | ") + way;
    const std::string rule = add_rule(text);
    path.pop_back();
    if (path.empty()) return add_rule(in_quotation_marks(rule));
    Visit& parent = path.back();
    if (name_letters().contains(parent.next->first))
      parent.ways.push_back(gbnf_class(CodePoints::one(parent.next->first)) + " " + rule);
    ++parent.next;
  }
}

std::vector<SchemaConverter::Property> SchemaConverter::properties_of(const SchemaJson& schema,
                                                                      const std::string& rest,
                                                                      const std::string& where,
                                                                      int depth) {
  const auto empty = SchemaJson::object();
  const SchemaJson& named = schema.contains("properties") ? schema["properties"] : empty;
  std::vector<std::string> required;
  if (schema.contains("required")) {
    const SchemaJson& names = schema["required"];
    if (!names.is_array()) refuse(wrong_in_schema("has a \"required\" of the wrong kind", where));
    for (const SchemaJson& name : names)
      if (name.is_string()) required.push_back(name.get<std::string>());
  }
  std::vector<Property> properties;
  const auto literal = [](const std::string& name) {
    return gbnf_literal(SchemaJson(name).dump());
  };
  for (const auto& [name, property_schema] : named.items()) {
    const bool is_required = std::ranges::find(required, name) != required.end();
    if (property_schema == false && !is_required) continue;
    const std::string place = where + "/properties/" + name;
    properties.push_back(
        {property(literal(name), value(property_schema, place, depth + 1)), is_required});
    if (error_) return {};
  }
  for (std::size_t i = 0; i < required.size(); ++i) {
    if (named.contains(required[i]) ||
        std::find(required.begin(), required.begin() + std::ptrdiff_t(i), required[i]) !=
            required.begin() + std::ptrdiff_t(i))
      continue;
    if (rest.empty() && schema.contains("additionalProperties"))
      refuse(
          wrong_in_schema("requires " + in_quotes(required[i]) + " and does not allow it", where));
    properties.push_back({property(literal(required[i]), rest.empty() ? "value" : rest), true});
  }
  return properties;
}

std::string SchemaConverter::object(const SchemaJson& schema, const std::string& where, int depth) {
  const bool names_any = schema.contains("properties") || schema.contains("required");
  const bool says_more = schema.contains("additionalProperties");
  if (!names_any && !says_more) return "object";
  std::string rest;  // what properties without a name are; empty: there are none
  if (says_more && schema["additionalProperties"] != false)
    rest = value(schema["additionalProperties"], where + "/additionalProperties", depth + 1);
  const auto properties = properties_of(schema, rest, where, depth);
  if (error_) return {};

  // What may follow each, from the last to the first.
  const std::string other = rest.empty() ? rest : property(other_name(schema), rest);
  std::string behind = other.empty() ? "\"\"" : add_rule("( \",\" ws " + other + " )*");
  std::vector<std::string> ways;
  if (!other.empty()) ways.push_back(other + " " + behind);
  for (std::size_t i = properties.size(); i-- > 0;) {
    const auto& [rule, required] = properties[i];
    if (required) ways.clear();
    ways.push_back(rule + " " + behind);
    if (i > 0) behind = add_rule("( \",\" ws " + rule + (required ? " ) " : " )? ") + behind);
  }
  if (ways.empty()) return add_rule("\"{\" ws \"}\"");
  const bool may_be_empty =
      std::ranges::none_of(properties, [](const Property& p) { return p.required; });
  std::ranges::reverse(ways);
  std::string first;
  for (const std::string& way : ways) first += (first.empty() ? "" : " | ") + way;
  return add_rule("\"{\" ws ( " + first + (may_be_empty ? " )? \"}\"" : " ) \"}\""));
}

std::string SchemaConverter::array(const SchemaJson& schema, const std::string& where, int depth) {
  const bool old_tuple = schema.contains("items") && schema["items"].is_array();
  if (old_tuple && schema.contains("prefixItems"))
    return refuse(wrong_in_schema("has two lists of items", where));
  const char* const prefix_name = old_tuple ? "items" : "prefixItems";
  const std::uint64_t least = count_of(schema, "minItems", 0);
  std::uint64_t most = std::min(count_of(schema, "maxItems", kMostCount), kMostCount);
  std::vector<std::string> prefix;
  if (schema.contains(prefix_name)) {
    const SchemaJson& parts = schema[prefix_name];
    for (std::size_t i = 0; i < parts.size() && i < most && !error_; ++i)
      prefix.push_back(
          value(parts[i], where + "/" + prefix_name + "/" + std::to_string(i), depth + 1));
  }
  const bool open = schema.contains("items") && !old_tuple;
  const SchemaJson rest = open ? schema["items"] : SchemaJson(true);
  if (open && !rest.is_object() && !rest.is_boolean())
    return refuse(wrong_in_schema("has \"items\" of the wrong kind", where));
  // A tuple is written whole, with more behind it only where more is wanted.
  if (rest == false) most = std::min<std::uint64_t>(most, prefix.size());
  if (!open && schema.contains(prefix_name))
    most = std::min(most, std::max<std::uint64_t>(prefix.size(), least));
  if (least > most) return refuse(wrong_in_schema("wants more items than it allows", where));

  std::string text;
  for (const std::string& item : prefix) text += (text.empty() ? "" : " \",\" ws ") + item + " ws";
  if (most > prefix.size()) {
    const std::string item = add_rule(value(rest, where + "/items", depth + 1) + " ws");
    const std::uint64_t fewest = least > prefix.size() ? least - prefix.size() : 0;
    const std::uint64_t more = most == kMostCount ? most : most - prefix.size();
    const std::string next = "( \",\" ws " + item + " )";
    if (!prefix.empty())
      text += " " + counted(next, fewest, more);
    else
      text = "( " + item + " " +
             counted(next, fewest > 0 ? fewest - 1 : 0, more == kMostCount ? more : more - 1) +
             (fewest > 0 ? " )" : " )?");
  }
  return add_rule("\"[\" ws " + text + " \"]\"");
}

std::string SchemaConverter::string(const SchemaJson& schema, const std::string& where) {
  const bool has_length = schema.contains("minLength") || schema.contains("maxLength");
  const bool has_pattern = schema.contains("pattern");
  if (schema.contains("format")) {
    if (has_length || has_pattern)
      return refuse(
          unsupported_in_schema("format", where, "leave it out beside a pattern or a length"));
    const auto format = schema["format"].get<std::string>();
    if (const auto text = text_of_format(format)) return add_rule(in_quotation_marks(*text));
    return refuse(unsupported_in_schema(
        "format", where,
        in_quotes(format) + " is not known, only date, time, date-time and uuid: leave it out"));
  }
  if (has_pattern) {
    if (has_length)
      return refuse(
          unsupported_in_schema("pattern", where, "leave it out beside a length, or the length"));
    const auto text = gbnf_of_pattern(schema["pattern"].get<std::string>());
    if (text) return add_rule(in_quotation_marks(*text));
    return refuse(unsupported_in_schema("pattern", where,
                                        "it has " + text.error().message + ": write it simpler"));
  }
  if (!has_length) return "string";
  const std::uint64_t least = count_of(schema, "minLength", 0);
  const std::uint64_t most = count_of(schema, "maxLength", kMostCount);
  if (least > most) return refuse(wrong_in_schema("wants longer strings than it allows", where));
  return add_rule(in_quotation_marks(counted("char", least, most)));
}

std::optional<std::int64_t> SchemaConverter::bound(const SchemaJson& schema, std::string_view name,
                                                   bool integer, const std::string& where) {
  const bool exclusive = name.starts_with("exclusive");
  const bool lower = name.ends_with("inimum");
  if (!schema.contains(name)) return std::nullopt;
  const SchemaJson& value = schema[name];
  const double number = value.get<double>();
  const double whole = lower ? std::ceil(number) : std::floor(number);
  if (!(std::abs(number) < double(kFarthestBound))) {
    refuse(unsupported_in_schema(name, where, "it is too far from 0: leave it out"));
    return std::nullopt;
  }
  if (!integer && (exclusive || whole != number)) {
    refuse(unsupported_in_schema(
        name, where,
        "numbers that are no integers have whole bounds alone, and included ones: leave it out"));
    return std::nullopt;
  }
  const auto edge = value.is_number_integer() ? value.get<std::int64_t>() : std::int64_t(whole);
  if (!exclusive || whole != number) return edge;
  return lower ? edge + 1 : edge - 1;
}

std::string SchemaConverter::number(const SchemaJson& schema, bool integer,
                                    const std::string& where) {
  NumberBounds bounds;
  for (const std::string_view name : {"minimum", "exclusiveMinimum"})
    if (const auto edge = bound(schema, name, integer, where))
      bounds.least = std::max(bounds.least.value_or(*edge), *edge);
  for (const std::string_view name : {"maximum", "exclusiveMaximum"})
    if (const auto edge = bound(schema, name, integer, where))
      bounds.most = std::min(bounds.most.value_or(*edge), *edge);
  if (error_) return {};
  if (!bounds.least && !bounds.most) return integer ? "integer" : "number";
  if (bounds.least && bounds.most && *bounds.least > *bounds.most)
    return refuse(wrong_in_schema("wants larger numbers than it allows", where));
  return add_rule(integer ? gbnf_of_integers(bounds) : gbnf_of_numbers(bounds));
}

}  // namespace canter
