#include "engine/comparison/comparison_export.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/file.h"
#include "base/utc.h"
#include "engine/comparison/comparison_result.h"

namespace canter::engine {
namespace {

using nlohmann::ordered_json;

std::string iso_text(Timestamp time) {
  return utc_text(time / 1000, "%Y-%m-%dT%H:%M:%SZ");
}

std::string cell_of(std::string_view text) {
  std::string cell = "\"";
  for (const char c : text) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + '"';
}

/// Independent of the system's language.
std::string number(double value) {
  return ordered_json(std::round(value * 1000) / 1000).dump();
}

}  // namespace

std::string comparison_csv(const ComparisonResult& result) {
  const ComparisonConditions& conditions = result.conditions;
  std::string csv =
      "date,model,weights,fingerprint,adapter,processor,kernels,threads,temperature,top_k,top_p,"
      "min_p,repeat_penalty,seed,max_tokens,prompt,identical,first_different_token,speedup,"
      "decoding_speedup";
  for (const char* side : {"plain", "accelerated"})
    for (const char* figure : {"prompt_tokens", "tokens", "steps", "first_token_ms", "total_ms",
                               "tokens_per_second", "tokens_per_step"})
      csv += std::string(",") + side + '_' + figure;
  csv += "\r\n";

  const std::string common =
      iso_text(result.summary.created) + ',' + cell_of(result.summary.model) + ',' +
      cell_of(conditions.weight_types) + ',' + conditions.fingerprint + ',' +
      (conditions.adapter ? "yes" : "no") + ',' + cell_of(conditions.processor) + ',' +
      conditions.kernels + ',' + std::to_string(conditions.threads) + ',' +
      number(conditions.sampling.temperature) + ',' + std::to_string(conditions.sampling.top_k) +
      ',' + number(conditions.sampling.top_p) + ',' + number(conditions.sampling.min_p) + ',' +
      number(conditions.sampling.repeat_penalty) + ',' + std::to_string(conditions.sampling.seed) +
      ',' + std::to_string(conditions.max_tokens);
  for (const ComparedPair& pair : result.pairs) {
    csv += common + ',' + cell_of(pair.prompt) + ',' + (pair.difference ? "no" : "yes") + ',' +
           (pair.difference ? std::to_string(pair.difference->token + 1) : std::string()) + ',' +
           number(pair.speedup()) + ',' + number(pair.decoding_speedup());
    for (const ComparedAnswer* answer : {&pair.plain, &pair.accelerated}) {
      const AnswerStatistics& s = answer->statistics;
      csv += ',' + std::to_string(s.prompt_tokens) + ',' + std::to_string(s.generated) + ',' +
             std::to_string(s.steps) + ',' + number(s.first_token_ms) + ',' + number(s.total_ms) +
             ',' + number(s.tokens_per_second()) + ',' + number(s.tokens_per_step());
    }
    csv += "\r\n";
  }
  return csv;
}

std::string comparison_json(const ComparisonResult& result) {
  ordered_json whole = {{"date", iso_text(result.summary.created)},
                        {"model", result.summary.model},
                        {"prompt", result.summary.prompt}};
  ordered_json rest = ordered_json::parse(write_result(result));
  for (const char* curve : {"plain_curve", "accelerated_curve"}) rest["summary"].erase(curve);
  whole.update(rest);
  return whole.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

Result<void> export_comparison(const ComparisonResult& result, ComparisonFormat format,
                               const std::filesystem::path& path) {
  return write_text_file(
      path, format == ComparisonFormat::kCsv ? comparison_csv(result) : comparison_json(result));
}

}  // namespace canter::engine
