#include "format/strict_json.h"

#include <string>

#include "format/json_builder.h"

namespace canter {

using nlohmann::json;

Result<json> parse_strict_json(std::string_view text, const std::string& where,
                               const JsonLimits& limits) {
  const auto refuse = [&](const std::string& problem) {
    return fail(ErrorKind::kBadFile, where + " " + problem + "; " + std::string(kDamagedFile));
  };
  // The library would take it for the end and ignore what follows.
  if (const auto zero = text.find('\0'); zero != text.npos)
    return refuse("is no JSON (at byte " + std::to_string(zero) + ")");
  JsonBuilder builder(limits);
  if (!json::sax_parse(text.begin(), text.end(), &builder)) return refuse(builder.problem());
  return builder.take();
}

}  // namespace canter
