// JSON of untrusted files: what is accepted is what the library reads without these checks.

#include "format/strict_json.h"

#include "input.h"

using namespace canter;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const auto strict = parse_strict_json(text, "\"input.json\"", {.depth = 16, .values = 1000});
  if (!strict) {
    fuzz::require_useful(strict.error());
    return 0;
  }
  const auto plain = nlohmann::json::parse(text, nullptr, false);
  fuzz::require(plain == *strict, "what is accepted is what was written");
  return 0;
}
