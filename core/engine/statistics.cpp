#include "engine/statistics.h"

#include <nlohmann/json.hpp>

#include "engine/engine.h"

namespace canter::engine {
namespace {

using nlohmann::json;

/// Calls `use(key, member)` for each figure; writing and reading share the list.
template <typename Statistics, typename Use>
void for_each_figure(Statistics& s, const Use& use) {
  use("prompt_tokens", s.prompt_tokens);
  use("reused_tokens", s.reused_tokens);
  use("generated", s.generated);
  use("steps", s.steps);
  use("prompt_ms", s.prompt_ms);
  use("first_token_ms", s.first_token_ms);
  use("total_ms", s.total_ms);
}

}  // namespace

std::string write_statistics(const AnswerStatistics& statistics) {
  json object;
  for_each_figure(statistics, [&](const char* key, auto value) { object[key] = value; });
  return object.dump();
}

AnswerStatistics read_statistics(const Message& message) {
  AnswerStatistics statistics;
  const json object = json::parse(message.statistics, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object()) return statistics;
  for_each_figure(statistics, [&](const char* key, auto& value) {
    if (const auto found = object.find(key); found != object.end() && found->is_number())
      found->get_to(value);
  });
  return statistics;
}

}  // namespace canter::engine
