#include "adapter_offers.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "base/machine.h"
#include "base/thread_pool.h"
#include "engine/models/adapter_offers.h"
#include "engine/tuning/adapter_trial.h"
#include "interrupt.h"
#include "model_argument.h"
#include "progress.h"

namespace canter::cli {
namespace {

namespace fs = std::filesystem;
using engine::AdapterOffer;

struct OfferArguments {
  std::string model;
  std::vector<std::string> from;
  std::string name;
};

HttpSettings http_until(const InterruptListener& interrupt) {
  HttpSettings settings;
  settings.should_stop = [&interrupt] { return interrupt.pending() != 0; };
  return settings;
}

/// Beside the model first, then where else was named.
Outcome<std::vector<AdapterOffer>> offers_for(const fs::path& path, const std::string& fingerprint,
                                              const OfferArguments& arguments,
                                              const HttpSettings& http) {
  std::vector<AdapterOffer> offers = engine::adapters_beside(path, fingerprint);
  for (const std::string& place : arguments.from) {
    auto found = engine::adapters_at(place, fingerprint, http);
    if (!found) return data_failure(found.error());
    std::ranges::move(*found, std::back_inserter(offers));
  }
  return offers;
}

nlohmann::ordered_json document(const AdapterOffer& offer) {
  return {{"name", offer.name},
          {"place", offer.place},
          {"bytes", offer.bytes},
          {"sha256",
           offer.sha256.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(offer.sha256)}};
}

Outcome<> find(const OfferArguments& arguments, const CommonOptions& options) {
  const Outcome<fs::path> path = find_model(arguments.model, options);
  if (!path) return tl::unexpected(path.error());
  const auto summary = summarise_model(*path);
  if (!summary) return model_failure(summary.error());
  const InterruptListener interrupt;
  const auto offers = offers_for(*path, summary->fingerprint, arguments, http_until(interrupt));
  if (!offers) return tl::unexpected(offers.error());
  auto rows = nlohmann::ordered_json::array();
  std::string text;
  for (const AdapterOffer& offer : *offers) {
    rows.push_back(document(offer));
    text += fmt::format("{}, {}: {}\n", field(offer.name), format_bytes(offer.bytes),
                        field(offer.place));
  }
  if (options.json)
    return print_json({{"fingerprint", summary->fingerprint}, {"adapters", std::move(rows)}});
  return print(text.empty()
                   ? "nobody offers an adapter for this model there; canter-cli tune makes "
                     "one\n"
                   : text);
}

/// The only one, or the one that was named.
Outcome<AdapterOffer> chosen(std::vector<AdapterOffer> offers, const std::string& name) {
  if (!name.empty())
    std::erase_if(offers, [&](const AdapterOffer& offer) { return offer.name != name; });
  if (offers.empty())
    return model_failure(
        {ErrorKind::kBadFile, name.empty()
                                  ? "no adapter for this model is offered there; name a folder "
                                    "or an address with --from, or tune one"
                                  : "no adapter of that name is offered for this model; see "
                                    "canter-cli adapter find"});
  if (name.empty() && offers.size() > 1)
    return usage_failure("there are several, name one with --name; see canter-cli adapter find");
  return std::move(offers.front());
}

Result<fs::path> bring(const AdapterOffer& offer, const fs::path& folder, const HttpSettings& http,
                       const CommonOptions& options) {
  Progress progress("downloading", Progress::style_for(options.json));
  DownloadSettings settings;
  settings.http = http;
  settings.progress = [&](const DownloadProgress& now) {
    if (now.total > 0) progress.show(double(now.bytes) / double(now.total));
  };
  return engine::bring_adapter(offer, folder, settings);
}

Outcome<> get(const OfferArguments& arguments, const CommonOptions& options) {
  const Outcome<fs::path> path = find_model(arguments.model, options);
  if (!path) return tl::unexpected(path.error());
  const Outcome<Model> model = open_model(arguments.model, options);
  if (!model) return tl::unexpected(model.error());
  const InterruptListener interrupt;
  const HttpSettings http = http_until(interrupt);
  auto offers = offers_for(*path, model->summary().fingerprint, arguments, http);
  if (!offers) return tl::unexpected(offers.error());
  const auto offer = chosen(std::move(*offers), arguments.name);
  if (!offer) return tl::unexpected(offer.error());
  const Outcome<fs::path> folder = data_folder(options);
  if (!folder) return tl::unexpected(folder.error());
  const auto file = bring(*offer, *folder / "adapters", http, options);
  if (!file) return data_failure(file.error());
  Result<Store> store = Store::open(*folder);
  if (!store) return data_failure(store.error());
  ThreadPool pool(options.threads);
  Progress progress("measuring", Progress::style_for(options.json));
  const auto trial = engine::try_adapter(*file, *model, pool, *store, [&](double done) {
    progress.show(done);
    return interrupt.pending() == 0;
  });
  if (!trial) return model_failure(trial.error());
  if (options.json)
    return print_json({{"path", file->string()},
                       {"fingerprint", model->summary().fingerprint},
                       {"speedup", trial->speedup},
                       {"speedup_before", trial->speedup_before},
                       {"adopted", trial->adopted}});
  return print(fmt::format("{:.2f} times as fast as plain decoding, {:.2f} times without it; {}\n",
                           trial->speedup, trial->speedup_before,
                           trial->adopted ? "answers are drafted with it from now on"
                                          : "it is set aside, as it brings nothing here"));
}

template <typename Do>
std::pair<Command, std::shared_ptr<OfferArguments>> add(Command parent, const char* name,
                                                        const char* description, Do action) {
  Command command = parent.add_command(name, description);
  const auto arguments = std::make_shared<OfferArguments>();
  add_model_option(command, arguments->model).required();
  command
      .add_option("--from", arguments->from,
                  "Also look in a folder, in a list of adapters, or at a list's https address")
      .value_name("FOLDER|FILE|URL ...");
  command.does(
      [arguments, action](const CommonOptions& options) { return action(*arguments, options); });
  return {command, arguments};
}

}  // namespace

void add_adapter_find(Command parent) {
  add(parent, "find", "Show adapters that others offer for a model, beside it first", find);
}

void add_adapter_get(Command parent) {
  const auto [command, arguments] = add(
      parent, "get", "Check such an adapter, measure it, and draft with it if that is faster", get);
  command.add_option("--name", arguments->name, "Which, where several are offered")
      .value_name("NAME");
}

}  // namespace canter::cli
