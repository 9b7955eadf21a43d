#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace canter {

// Values of configuration files, which may be of any kind.

inline const nlohmann::json* json_member(const nlohmann::json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

inline std::optional<std::string> json_text(const nlohmann::json& object, const char* name) {
  const auto* value = json_member(object, name);
  if (!value || !value->is_string()) return std::nullopt;
  return value->get<std::string>();
}

inline bool json_flag(const nlohmann::json& object, const char* name, bool missing) {
  const auto* value = json_member(object, name);
  return value && value->is_boolean() ? value->get<bool>() : missing;
}

}  // namespace canter
