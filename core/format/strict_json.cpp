#include "format/strict_json.h"

#include <algorithm>
#include <string>

#include "format/json_builder.h"

namespace canter {

namespace {

using nlohmann::json;

template <typename Json>
Result<Json> parse(std::string_view text, const std::string& where, const JsonLimits& limits) {
  const auto refuse = [&](const std::string& problem) {
    return fail(ErrorKind::kBadFile, where + " " + problem + "; " + std::string(kDamagedFile));
  };
  // The library would take it for the end and ignore what follows.
  if (const auto zero = text.find('\0'); zero != text.npos)
    return refuse("is no JSON (at byte " + std::to_string(zero) + ")");
  JsonBuilder<Json> builder(limits);
  if (!Json::sax_parse(text.begin(), text.end(), &builder)) return refuse(builder.problem());
  return builder.take();
}

}  // namespace

Result<json> parse_strict_json(std::string_view text, const std::string& where,
                               const JsonLimits& limits) {
  return parse<json>(text, where, limits);
}

Result<nlohmann::ordered_json> parse_ordered_json(std::string_view text, const std::string& where,
                                                  JsonLimits limits) {
  constexpr std::size_t kMostMembers = 1024;
  limits.members = std::min(limits.members, kMostMembers);
  return parse<nlohmann::ordered_json>(text, where, limits);
}

}  // namespace canter
