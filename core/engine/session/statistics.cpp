#include "engine/session/statistics.h"

#include <algorithm>
#include <type_traits>

#include "engine/session/json.h"

namespace canter {

NLOHMANN_JSON_SERIALIZE_ENUM(PromptReuse, {{PromptReuse::kUnknown, nullptr},
                                           {PromptReuse::kNothing, "nothing"},
                                           {PromptReuse::kContinued, "continued"},
                                           {PromptReuse::kCutBack, "cut back"},
                                           {PromptReuse::kRestored, "restored"},
                                           {PromptReuse::kReadAgain, "read again"},
                                           {PromptReuse::kRemarked, "remarked"}})

}  // namespace canter

namespace canter::engine {
namespace {

constexpr const char* kAdapter = "adapter";
constexpr const char* kLeftOut = "left_out";

/// Calls `use(key, member)` for each figure; writing and reading share the list.
template <typename Statistics, typename Use>
void for_each_figure(Statistics& s, const Use& use) {
  use("prompt_tokens", s.prompt_tokens);
  use("reused_tokens", s.reused_tokens);
  use("reuse", s.reuse);
  use("generated", s.generated);
  use("steps", s.steps);
  use("rows", s.rows);
  use("accepted", s.accepted);
  use("drafted_by_source", s.drafted_by_source);
  use("accepted_by_source", s.accepted_by_source);
  use("drafting_ms", s.drafting_ms);
  use("verifying_ms", s.verifying_ms);
  use("prompt_ms", s.prompt_ms);
  use("first_token_ms", s.first_token_ms);
  use("total_ms", s.total_ms);
}

}  // namespace

std::string write_statistics(const AnswerStatistics& statistics, const std::string& adapter,
                             const LeftOut& left_out) {
  Json object;
  if (!adapter.empty()) object[kAdapter] = adapter;
  if (left_out.messages > 0) object[kLeftOut] = {left_out.first, left_out.messages};
  for_each_figure(statistics, [&](const char* key, const auto& value) { object[key] = value; });
  return object.dump();
}

AnswerStatistics joined(const AnswerStatistics& before, const AnswerStatistics& after) {
  if (before.generated == 0) return after;
  if (after.generated == 0) return before;
  AnswerStatistics both = before;
  both.generated += after.generated;
  both.steps += after.steps + 1;
  both.rows += after.rows + 1;
  add_counts(after.accepted, both.accepted);
  add_counts(after.drafted_by_source, both.drafted_by_source);
  add_counts(after.accepted_by_source, both.accepted_by_source);
  both.drafting_ms += after.drafting_ms;
  both.verifying_ms += after.verifying_ms;
  both.total_ms += after.total_ms;
  return both;
}

AnswerStatistics read_statistics(const Message& message) {
  AnswerStatistics statistics;
  const Json object = Json::parse(message.statistics, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object()) return statistics;
  for_each_figure(statistics, [&](const char* key, auto& value) {
    const auto found = object.find(key);
    if (found == object.end()) return;
    if constexpr (std::is_enum_v<std::remove_reference_t<decltype(value)>>) {
      found->get_to(value);
    } else if constexpr (std::is_arithmetic_v<std::remove_reference_t<decltype(value)>>) {
      if (found->is_number()) found->get_to(value);
    } else if (found->is_array() &&
               std::ranges::all_of(*found, [](const Json& n) { return n.is_number(); })) {
      found->get_to(value);
    }
  });
  return statistics;
}

std::string read_adapter(const Message& message) {
  const Json object = Json::parse(message.statistics, nullptr, /*allow_exceptions=*/false);
  const auto found = object.is_object() ? object.find(kAdapter) : object.end();
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

LeftOut read_left_out(const Message& message) {
  const Json object = Json::parse(message.statistics, nullptr, /*allow_exceptions=*/false);
  const auto found = object.is_object() ? object.find(kLeftOut) : object.end();
  if (found == object.end() || !found->is_array() || found->size() != 2 ||
      !std::ranges::all_of(*found, [](const Json& n) { return n.is_number_unsigned(); }))
    return {};
  return {(*found)[0].get<int>(), (*found)[1].get<int>()};
}

}  // namespace canter::engine
