#include "catalogue_listing.h"

#include <spdlog/fmt/fmt.h>

#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/machine.h"
#include "base/memory_bandwidth.h"
#include "hub/catalogue_update.h"
#include "hub/recommendation.h"

namespace canter::cli {
namespace {

ComputerFacts measure(const CommonOptions& options) {
  ComputerFacts facts;
  facts.free_memory = available_memory();
  facts.cores = options.threads;
  ThreadPool pool(options.threads);
  facts.bandwidth = measure_bandwidth(pool).value_or(0);
  return facts;
}

nlohmann::ordered_json size_or_null(std::uint64_t bytes) {
  return bytes > 0 ? nlohmann::ordered_json(bytes) : nullptr;
}

nlohmann::ordered_json speed_or_null(double speed) {
  return speed > 0 ? nlohmann::ordered_json(speed) : nullptr;
}

nlohmann::ordered_json model_json(const Suitability& one) {
  const CatalogueModel& model = one.model;
  return {{"name", model.name},
          {"title", model.title},
          {"maker", model.maker},
          {"good_at", model.good_at},
          {"cannot", model.cannot},
          {"languages", model.languages},
          {"licence", model.licence},
          {"repo", model.repo},
          {"file", model.file},
          {"bytes", size_or_null(model.bytes)},
          {"parameters", model.parameters},
          {"family", model.family},
          {"memory",
           {{"context_4k", model.memory_4k}, {"context_32k", size_or_null(model.memory_32k)}}},
          {"fits", one.fits},
          {"fits_32k", one.fits_long},
          {"tokens_per_second", speed_or_null(one.tokens_per_second)},
          {"accelerated_tokens_per_second", speed_or_null(one.accelerated)},
          {"limits", one.limits}};
}

nlohmann::ordered_json document(const std::vector<Suitability>& all,
                                const std::vector<Suitability>& recommended,
                                const ComputerFacts& computer) {
  nlohmann::ordered_json models = nlohmann::ordered_json::array();
  for (const Suitability& one : all) models.push_back(model_json(one));
  nlohmann::ordered_json best = nlohmann::ordered_json::array();
  for (const Suitability& one : recommended)
    best.push_back({{"name", one.model.name},
                    {"why", reason_text(one.why)},
                    {"tokens_per_second", speed_or_null(one.tokens_per_second)},
                    {"accelerated_tokens_per_second", speed_or_null(one.accelerated)},
                    {"limits", one.limits}});
  return {{"recommended", std::move(best)},
          {"models", std::move(models)},
          {"computer",
           {{"free_memory", size_or_null(computer.free_memory)},
            {"cores", computer.cores},
            {"bandwidth_gbs", speed_or_null(computer.bandwidth)}}}};
}

std::string number_text(double speed) {
  return fmt::format(fmt::runtime(speed < 10 ? "{:.1f}" : "{:.0f}"), speed);
}

/// `13 tokens/s, 21 accelerated`
std::string speed_text(const Suitability& one) {
  if (one.tokens_per_second <= 0) return "?";
  const std::string plain = number_text(one.tokens_per_second);
  const std::string accelerated = number_text(one.accelerated);
  return plain + " tokens/s" + (accelerated == plain ? "" : ", " + accelerated + " accelerated");
}

std::string listing(const std::vector<Suitability>& all,
                    const std::vector<Suitability>& recommended, const ComputerFacts& computer) {
  std::string text =
      fmt::format("For this computer ({} of memory free, {} cores, {:.0f} GB/s):\n",
                  format_bytes(computer.free_memory), computer.cores, computer.bandwidth);
  const auto out = std::back_inserter(text);
  for (const Suitability& one : recommended) {
    fmt::format_to(out, "  {:<18} {}, about {}\n", one.model.name, reason_text(one.why),
                   speed_text(one));
    fmt::format_to(out, "  {:<18} good at: {}\n  {:<18} but: {}\n", "", one.model.good_at, "",
                   one.limits);
  }
  if (recommended.empty()) text += "  none fits; close other programs and look again\n";
  fmt::format_to(out, "\n{:<18} {:>9} {:>9}  {:<5} {:<31} {:<12} {}\n", "name", "memory",
                 "with 32k", "fits", "expected", "licence", "good at");
  for (const Suitability& one : all) {
    const CatalogueModel& model = one.model;
    fmt::format_to(out, "{:<18} {:>9} {:>9}  {:<5} {:<31} {:<12} {}\n", model.name,
                   format_bytes(model.memory_4k),
                   model.memory_32k > 0 ? format_bytes(model.memory_32k) : "-",
                   one.fits ? "yes" : "no", speed_text(one), model.licence, model.good_at);
  }
  return text + "\ncanter-cli get NAME downloads one.\n";
}

}  // namespace

Outcome<> list_catalogue(const CommonOptions& options) {
  const auto catalogue = known_catalogue();
  if (!catalogue) return data_failure(catalogue.error());
  const ComputerFacts computer = measure(options);
  const std::vector<Suitability> all = suitability(catalogue->models, computer);
  const std::vector<Suitability> recommended = recommend(catalogue->models, computer);
  return options.json ? print_json(document(all, recommended, computer))
                      : print(listing(all, recommended, computer));
}

}  // namespace canter::cli
