#include "serve/json_fields.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/utf8.h"
#include "format/strict_json.h"

namespace canter::serve {
namespace {

/// `4`, or `0.5`.
std::string shown(double value) {
  return Json(value == std::floor(value) && std::abs(value) < 1e15 ? Json(std::int64_t(value))
                                                                   : Json(value))
      .dump();
}

std::string range(double least, double most) {
  if (most >= double(std::numeric_limits<int>::max())) return "from " + shown(least) + " on";
  return "between " + shown(least) + " and " + shown(most);
}

bool is_empty(const Json& value) {
  return (value.is_string() && value.get_ref<const std::string&>().empty()) ||
         ((value.is_array() || value.is_object()) && value.empty()) || value == Json(false);
}

}  // namespace

Checked<Json> parse_request(std::string_view body) {
  if (!is_valid_utf8(body)) return refuse(400, "the request is no valid UTF-8, send it as that");
  auto parsed = parse_ordered_json(body, "the request", {.depth = kMostJsonDepth});
  if (!parsed) return refuse(400, parsed.error().message);
  if (!parsed->is_object()) return refuse(400, "the request is no JSON object, send one");
  return std::move(*parsed);
}

std::string written(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

JsonFields::JsonFields(const Json& object, std::string place)
    : object_(&object), place_(std::move(place)) {}

const Json* JsonFields::value(const std::string& name) {
  known_.insert(name);
  const auto member = object_->find(name);
  return member == object_->end() || member->is_null() ? nullptr : &*member;
}

std::optional<bool> JsonFields::boolean(const std::string& name) {
  const Json* found = value(name);
  if (!found) return std::nullopt;
  if (found->is_boolean()) return found->get<bool>();
  reject(name, "has to be true or false");
  return std::nullopt;
}

std::optional<std::string> JsonFields::text(const std::string& name) {
  const Json* found = value(name);
  if (!found) return std::nullopt;
  if (found->is_string()) return found->get<std::string>();
  reject(name, "has to be a text");
  return std::nullopt;
}

std::optional<double> JsonFields::number(const std::string& name, double least, double most) {
  const Json* found = value(name);
  if (!found) return std::nullopt;
  const double number =
      found->is_number() ? found->get<double>() : std::numeric_limits<double>::quiet_NaN();
  if (number >= least && number <= most) return number;
  reject(name, "has to be a number " + range(least, most));
  return std::nullopt;
}

std::optional<std::int64_t> JsonFields::integer(const std::string& name, std::int64_t least,
                                                std::int64_t most) {
  const Json* found = value(name);
  if (!found) return std::nullopt;
  const bool fits =
      found->is_number_integer() &&
      !(found->is_number_unsigned() &&
        found->get<std::uint64_t>() > std::uint64_t(std::numeric_limits<std::int64_t>::max()));
  if (fits && found->get<std::int64_t>() >= least && found->get<std::int64_t>() <= most)
    return found->get<std::int64_t>();
  reject(name, "has to be a whole number " + range(double(least), double(most)));
  return std::nullopt;
}

const Json* JsonFields::object(const std::string& name) {
  const Json* found = value(name);
  if (found && !found->is_object()) reject(name, "has to be an object");
  return found && found->is_object() ? found : nullptr;
}

const Json* JsonFields::array(const std::string& name) {
  const Json* found = value(name);
  if (found && !found->is_array()) reject(name, "has to be a list");
  return found && found->is_array() ? found : nullptr;
}

void JsonFields::labels(std::initializer_list<const char*> names) {
  known_.insert(names.begin(), names.end());
}

void JsonFields::only(const std::string& name, std::initializer_list<Json> values) {
  const Json* found = value(name);
  if (!found || std::ranges::find(values, *found) != values.end()) return;
  std::string allowed;
  for (const Json& one : values) allowed += (allowed.empty() ? "" : " or ") + written(one);
  reject(name, "is supported as " + allowed + " alone", "unsupported_value");
}

void JsonFields::unsupported(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const Json* found = value(name);
    if (found && !is_empty(*found))
      reject(name, "is not supported, leave it out", "unsupported_parameter");
  }
}

void JsonFields::reject(const std::string& name, const std::string& why, const std::string& code) {
  reject({400, "`" + place(name) + "` " + why, place(name), code});
}

void JsonFields::reject(RequestError error) {
  if (!error_) error_ = std::move(error);
}

Checked<void> JsonFields::finish() const {
  if (error_) return tl::unexpected(*error_);
  for (const auto& [name, member] : object_->items())
    if (!known_.contains(name))
      return refuse(400, "`" + place(name) + "` is not supported, leave it out", place(name),
                    "unsupported_parameter");
  return {};
}

}  // namespace canter::serve
