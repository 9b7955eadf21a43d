#include <spdlog/fmt/fmt.h>

#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/machine.h"
#include "catalogue_listing.h"
#include "commands.h"
#include "engine/models/hub_access.h"
#include "hub/catalogue_update.h"
#include "hub/hub_choice.h"
#include "hub/recommendation.h"
#include "interrupt.h"
#include "progress.h"

namespace canter::cli {
namespace {

constexpr int kMaxRepositories = 50;

struct FindArguments {
  std::vector<std::string> words;
  int limit = 10;
  bool catalogue = false;
  bool refresh = false;
  std::string card;  ///< `OWNER/REPO`
};

/// One file, or one set of parts.
struct Row {
  HubModel model;  ///< without files
  GgufChoice choice;

  std::optional<bool> fits(std::uint64_t free_memory) const {
    if (choice.bytes() == 0 || free_memory == 0) return std::nullopt;
    return fits_in(choice.bytes(), free_memory);
  }
};

template <typename Value>
nlohmann::ordered_json or_null(const std::optional<Value>& value) {
  return value ? nlohmann::ordered_json(*value) : nullptr;
}

nlohmann::ordered_json or_null(const std::string& text) {
  return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
}

/// Sizes come only with each repository; one that does not answer is shown without.
Result<std::vector<Row>> search(const HubClient& hub, const FindArguments& arguments,
                                const CommonOptions& options) {
  std::string words;
  for (const std::string& word : arguments.words) words += (words.empty() ? "" : " ") + word;
  auto models = hub.search(words, arguments.limit);
  if (!models) return propagate(models);
  Progress progress("looking", Progress::style_for(options.json));
  std::vector<Row> rows;
  double done = 0;
  for (HubModel& found : *models) {
    progress.show(done++ / static_cast<double>(models->size()));
    auto known = hub.model(found.repo);
    if (!known && known.error().kind == ErrorKind::kInterrupted) return propagate(known);
    HubModel model = std::move(known ? *known : found);
    std::vector<GgufChoice> choices = gguf_choices(model);
    model.files.clear();
    for (GgufChoice& choice : choices) rows.push_back({model, std::move(choice)});
  }
  return rows;
}

nlohmann::ordered_json document(const std::vector<Row>& rows, std::uint64_t free_memory) {
  nlohmann::ordered_json models = nlohmann::ordered_json::array();
  for (const Row& row : rows) {
    const std::uint64_t bytes = row.choice.bytes();
    models.push_back({{"repo", row.model.repo},
                      {"file", row.choice.file()},
                      {"parts", row.choice.parts.size()},
                      {"quantisation", or_null(row.choice.quantisation)},
                      {"bytes", bytes > 0 ? nlohmann::ordered_json(bytes) : nullptr},
                      {"fits", or_null(row.fits(free_memory))},
                      {"family", or_null(row.model.family)},
                      {"runs", or_null(runs(row.model))},
                      {"licence", or_null(row.model.licence)},
                      {"gated", row.model.gated}});
  }
  return {{"models", std::move(models)}};
}

std::string yes_no(const std::optional<bool>& value) {
  return !value ? "?" : *value ? "yes" : "no";
}

std::string or_unknown(const std::string& text) {
  return text.empty() ? "?" : field(text);
}

std::string listing(const std::vector<Row>& rows, std::uint64_t free_memory) {
  std::string text;
  std::string repo;
  for (const Row& row : rows) {
    if (row.model.repo != repo) {
      repo = row.model.repo;
      fmt::format_to(std::back_inserter(text), "{}hf:{}   family {}, runs here: {}, licence {}{}\n",
                     text.empty() ? "" : "\n", field(repo), or_unknown(row.model.family),
                     yes_no(runs(row.model)), or_unknown(row.model.licence),
                     row.model.gated ? ", asks for an access token" : "");
    }
    const std::uint64_t bytes = row.choice.bytes();
    fmt::format_to(std::back_inserter(text), "  {:<10} {:>9}  fits: {:<4} {}{}\n",
                   or_unknown(row.choice.quantisation), bytes > 0 ? format_bytes(bytes) : "?",
                   yes_no(row.fits(free_memory)), field(row.choice.file()),
                   row.choice.parts.size() > 1
                       ? fmt::format(" and {} more", row.choice.parts.size() - 1)
                       : "");
  }
  return text.empty() ? "nothing was found, try fewer or other words\n" : text;
}

/// The program's own counts when nothing newer came, so what it knows is shown all the same.
Outcome<> catalogue(const FindArguments& arguments, HttpSettings settings,
                    const CommonOptions& options) {
  if (arguments.refresh) {
    const auto refreshed = refresh_catalogue(settings);
    if (!refreshed) return data_failure(refreshed.error());
    if (!*refreshed) print_note("there is no newer catalogue");
  }
  return list_catalogue(options);
}

Outcome<> show_card(const std::string& repo, const HubClient& hub, const CommonOptions& options) {
  const auto text = hub.card(repo);
  if (!text) return data_failure(text.error());
  if (options.json) return print_json({{"repo", repo}, {"card", *text}});
  return print(text->empty() ? "its makers say nothing of it\n" : *text + "\n");
}

Outcome<> find(const FindArguments& arguments, const CommonOptions& options) {
  const int wishes =
      int(arguments.catalogue) + int(!arguments.card.empty()) + int(!arguments.words.empty());
  if (wishes != 1)
    return usage_failure(
        "give words to search the hub for, or --catalogue, or --card OWNER/REPO alone");
  const InterruptListener interrupt;
  HttpSettings settings;
  settings.attempts = 3;
  settings.should_stop = [&] { return interrupt.pending() != 0; };
  if (arguments.catalogue) return catalogue(arguments, std::move(settings), options);
  const auto keys = remote::keys_in(remote::keyring_keys());
  const auto hub = engine::open_hub(std::move(settings), *keys);
  if (!hub) return data_failure(hub.error());
  if (!arguments.card.empty()) return show_card(arguments.card, *hub, options);
  const auto rows = search(*hub, arguments, options);
  if (!rows) return data_failure(rows.error());
  const std::uint64_t free_memory = available_memory();
  return options.json ? print_json(document(*rows, free_memory))
                      : print(listing(*rows, free_memory));
}

}  // namespace

void add_find(Command parent) {
  Command command = parent.add_command("find", "Look for models that fit, on the hub");
  const auto arguments = std::make_shared<FindArguments>();
  command.add_option("words", arguments->words, "What is in the model's name").value_name("WORDS");
  const Option catalogue =
      command.add_flag("--catalogue", arguments->catalogue,
                       "List the models that are recommended instead; asks nobody");
  command
      .add_flag("--refresh", arguments->refresh,
                "Ask for a newer catalogue before, which has to be signed")
      .needs(catalogue);
  command
      .add_option("--card", arguments->card,
                  "What a model's makers say of it, as text without pictures")
      .value_name("OWNER/REPO");
  command.add_option("--limit", arguments->limit, "Repositories to show at most")
      .between(1, kMaxRepositories)
      .value_name("N (default: 10)");
  command.note_below(
      "HF_ENDPOINT names another hub. HF_TOKEN, else the system's keyring, holds the "
      "access token\n"
      "for models that ask for one.");
  command.does([arguments](const CommonOptions& options) { return find(*arguments, options); });
}

}  // namespace canter::cli
