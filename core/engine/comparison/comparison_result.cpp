#include "engine/comparison/comparison_result.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/session/statistics.h"

namespace canter::engine {
namespace {

using nlohmann::ordered_json;

constexpr int kCurvePoints = 24;

double ratio(double plain_ms, double accelerated_ms) {
  return plain_ms > 0 && accelerated_ms > 0 ? plain_ms / accelerated_ms : 1;
}

double decoding_ms(const ComparedAnswer& answer) {
  return answer.statistics.total_ms - answer.statistics.first_token_ms;
}

std::vector<double> curve(std::span<const ComparedPair> pairs,
                          const ComparedAnswer ComparedPair::*side) {
  std::vector<double> times = {0};
  double before = 0;
  for (const ComparedPair& pair : pairs) {
    const ComparedAnswer& answer = pair.*side;
    for (const double ms : answer.token_ms) times.push_back(before + ms);
    before += answer.statistics.total_ms;
  }
  std::vector<double> points;
  for (int i = 0; i <= kCurvePoints; ++i)
    points.push_back(std::round(times[(times.size() - 1) * i / kCurvePoints]));
  return points;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
}

ordered_json json_of(const ComparedAnswer& answer) {
  ordered_json times = ordered_json::array();
  for (const double ms : answer.token_ms) times.push_back(std::round(ms * 1000) / 1000);
  return {{"text", answer.text},
          {"token_ms", std::move(times)},
          {"token_ends", answer.token_ends},
          {"statistics", ordered_json::parse(write_statistics(answer.statistics))}};
}

ordered_json json_of(const ComparedPair& pair) {
  ordered_json object = {{"prompt", pair.prompt},
                         {"identical", !pair.difference},
                         {"speedup", pair.speedup()},
                         {"decoding_speedup", pair.decoding_speedup()}};
  if (pair.difference)
    object["difference"] = {{"token", pair.difference->token},
                            {"plain_byte", pair.difference->plain_byte},
                            {"accelerated_byte", pair.difference->accelerated_byte}};
  object["plain"] = json_of(pair.plain);
  object["accelerated"] = json_of(pair.accelerated);
  return object;
}

ordered_json document(const ComparisonResult& result) {
  const ComparisonSummary& summary = result.summary;
  const ComparisonConditions& conditions = result.conditions;
  const SamplingSettings& sampling = conditions.sampling;
  ordered_json pairs = ordered_json::array();
  for (const ComparedPair& pair : result.pairs) pairs.push_back(json_of(pair));
  return {{"summary",
           {{"set", summary.set},
            {"prompts", summary.prompts},
            {"identical", summary.identical},
            {"speedup", summary.speedup},
            {"plain_curve", summary.plain_curve},
            {"accelerated_curve", summary.accelerated_curve}}},
          {"machine",
           {{"processor", conditions.processor},
            {"kernels", conditions.kernels},
            {"threads", conditions.threads}}},
          {"fingerprint", conditions.fingerprint},
          {"weight_types", conditions.weight_types},
          {"adapter", conditions.adapter},
          {"settings",
           {{"temperature", sampling.temperature},
            {"top_k", sampling.top_k},
            {"top_p", sampling.top_p},
            {"min_p", sampling.min_p},
            {"repeat_penalty", sampling.repeat_penalty},
            {"repeat_window", sampling.repeat_window},
            {"seed", sampling.seed},
            {"max_tokens", conditions.max_tokens}}},
          {"pairs", std::move(pairs)}};
}

/// Offsets must be safe to cut the text at.
bool sound(const ComparedAnswer& answer) {
  std::uint32_t before = 0;
  for (const std::uint32_t end : answer.token_ends) {
    if (end < before || end > answer.text.size()) return false;
    before = end;
  }
  return answer.token_ms.size() == answer.token_ends.size();
}

ComparedAnswer answer_of(const ordered_json& object) {
  Message kept;
  kept.statistics = object.at("statistics").dump();
  return {.text = object.at("text"),
          .token_ms = object.at("token_ms"),
          .token_ends = object.at("token_ends"),
          .statistics = read_statistics(kept)};
}

ComparisonSummary summary_of(const ordered_json& object) {
  ComparisonSummary summary;
  object.at("set").get_to(summary.set);
  object.at("prompts").get_to(summary.prompts);
  object.at("identical").get_to(summary.identical);
  object.at("speedup").get_to(summary.speedup);
  object.at("plain_curve").get_to(summary.plain_curve);
  object.at("accelerated_curve").get_to(summary.accelerated_curve);
  return summary;
}

ComparisonConditions conditions_of(const ordered_json& object) {
  ComparisonConditions conditions;
  object.at("fingerprint").get_to(conditions.fingerprint);
  object.at("weight_types").get_to(conditions.weight_types);
  object.at("adapter").get_to(conditions.adapter);
  const ordered_json& machine = object.at("machine");
  machine.at("processor").get_to(conditions.processor);
  machine.at("kernels").get_to(conditions.kernels);
  machine.at("threads").get_to(conditions.threads);
  const ordered_json& settings = object.at("settings");
  settings.at("temperature").get_to(conditions.sampling.temperature);
  settings.at("top_k").get_to(conditions.sampling.top_k);
  settings.at("top_p").get_to(conditions.sampling.top_p);
  settings.at("min_p").get_to(conditions.sampling.min_p);
  settings.at("repeat_penalty").get_to(conditions.sampling.repeat_penalty);
  settings.at("repeat_window").get_to(conditions.sampling.repeat_window);
  settings.at("seed").get_to(conditions.sampling.seed);
  settings.at("max_tokens").get_to(conditions.max_tokens);
  return conditions;
}

tl::unexpected<Error> damaged() {
  return fail(ErrorKind::kBadFile, "the comparison is damaged in the database; delete it");
}

/// `read` may throw what the JSON library throws.
template <typename Read>
auto guarded(std::string_view json, Read read)
    -> Result<std::invoke_result_t<Read&, const ordered_json&>> {
  try {
    return read(ordered_json::parse(json));
  } catch (const ordered_json::exception&) {
    return damaged();
  }
}

}  // namespace

double ComparedPair::speedup() const {
  return ratio(plain.statistics.total_ms, accelerated.statistics.total_ms);
}

double ComparedPair::decoding_speedup() const {
  return ratio(decoding_ms(plain), decoding_ms(accelerated));
}

std::optional<FirstDifference> first_difference(std::span<const TokenId> plain,
                                                std::span<const std::uint32_t> plain_ends,
                                                std::span<const TokenId> accelerated,
                                                std::span<const std::uint32_t> accelerated_ends) {
  const auto token = std::size_t(std::ranges::mismatch(plain, accelerated).in1 - plain.begin());
  if (token == plain.size() && token == accelerated.size()) return std::nullopt;
  const auto begin = [token](std::span<const std::uint32_t> ends) {
    return token == 0 ? 0 : ends[token - 1];
  };
  return FirstDifference{int(token), begin(plain_ends), begin(accelerated_ends)};
}

void summarize(ComparisonResult& result) {
  ComparisonSummary& summary = result.summary;
  summary.prompts = int(result.pairs.size());
  summary.identical = int(std::ranges::count_if(
      result.pairs, [](const ComparedPair& pair) { return !pair.difference; }));
  std::vector<double> speedups;
  for (const ComparedPair& pair : result.pairs) speedups.push_back(pair.speedup());
  summary.speedup = median(std::move(speedups));
  summary.plain_curve = curve(result.pairs, &ComparedPair::plain);
  summary.accelerated_curve = curve(result.pairs, &ComparedPair::accelerated);
}

std::string write_result(const ComparisonResult& result) {
  return document(result).dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

Result<ComparisonSummary> read_summary(std::string_view json) {
  return guarded(json, summary_of);
}

Result<ComparisonResult> read_result(std::string_view json) {
  auto result = guarded(json, [](const ordered_json& object) {
    ComparisonResult read{summary_of(object.at("summary")), conditions_of(object), {}};
    for (const ordered_json& each : object.at("pairs")) {
      ComparedPair pair{.prompt = each.at("prompt"),
                        .plain = answer_of(each.at("plain")),
                        .accelerated = answer_of(each.at("accelerated")),
                        .difference = {}};
      if (const auto found = each.find("difference"); found != each.end())
        pair.difference = FirstDifference{found->at("token"), found->at("plain_byte"),
                                          found->at("accelerated_byte")};
      read.pairs.push_back(std::move(pair));
    }
    return read;
  });
  if (!result) return result;
  const bool all_sound = std::ranges::all_of(result->pairs, [](const ComparedPair& pair) {
    return sound(pair.plain) && sound(pair.accelerated) &&
           (!pair.difference ||
            (pair.difference->plain_byte <= pair.plain.text.size() &&
             pair.difference->accelerated_byte <= pair.accelerated.text.size()));
  });
  if (!all_sound || result->pairs.empty()) return damaged();
  return result;
}

}  // namespace canter::engine
