#include "format/json_members.h"

namespace canter {

using nlohmann::json;

const json& json_member(const json& object, const char* name) {
  static const json nothing;
  if (!object.is_object()) return nothing;
  const auto found = object.find(name);
  return found == object.end() ? nothing : *found;
}

std::string json_text(const json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

std::uint64_t json_size(const json& value) {
  return value.is_number_unsigned() ? value.get<std::uint64_t>() : 0;
}

}  // namespace canter
