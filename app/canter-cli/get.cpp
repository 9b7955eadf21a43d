#include <spdlog/fmt/fmt.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/machine.h"
#include "base/paths.h"
#include "base/utf8.h"
#include "commands.h"
#include "hub/model_download.h"
#include "interrupt.h"
#include "progress.h"

namespace canter::cli {
namespace {

constexpr int kMaxAttempts = 100;

struct Arguments {
  std::string source;
  std::string into;
  int attempts = HttpSettings().attempts;
};

Result<ModelFiles> find_files(const Arguments& arguments, const HubClient& hub) {
  const auto models = models_dir();
  if (!models) return propagate(models);
  return files_of_words(arguments.source, hub, *models, path_from_utf8(arguments.into));
}

/// `12.3 MB/s, 4 min left`
std::string pace(const DownloadProgress& progress) {
  if (progress.bytes_per_second < 1) return {};
  std::string text = format_bytes(static_cast<std::uint64_t>(progress.bytes_per_second)) + "/s";
  const double seconds =
      static_cast<double>(progress.total - std::min(progress.bytes, progress.total)) /
      progress.bytes_per_second;
  if (progress.total == 0 || seconds > 1e6) return text;
  if (seconds < 90) return text + fmt::format(", {:.0f} s left", seconds);
  return text + fmt::format(", {:.0f} min left", seconds / 60);
}

Result<DownloadedModel> fetch(const ModelFiles& files, const HttpSettings& http,
                              const CommonOptions& options) {
  const Progress::Style style = Progress::style_for(options.json);
  const bool tenths = style == Progress::Style::kSilent && options.verbose;
  Progress progress("downloading", tenths ? Progress::Style::kTenths : style);
  DownloadSettings settings;
  settings.http = http;
  settings.progress = [&](const DownloadProgress& now) {
    progress.show_beside(pace(now));
    if (now.total > 0)
      progress.show(static_cast<double>(now.bytes) / static_cast<double>(now.total));
  };
  return download_model(files, settings);
}

nlohmann::ordered_json document(const DownloadedModel& model) {
  nlohmann::ordered_json files = nlohmann::ordered_json::array();
  for (const Downloaded& file : model.files)
    files.push_back({{"path", file.path.string()}, {"bytes", file.bytes}, {"sha256", file.sha256}});
  const bool single = model.files.size() == 1;
  return {{"path", model.path.string()},
          {"bytes", model.bytes()},
          {"sha256", single ? nlohmann::ordered_json(model.files.front().sha256) : nullptr},
          {"resumed_bytes", model.resumed_bytes()},
          {"files", std::move(files)}};
}

Outcome<> get(const Arguments& arguments, const CommonOptions& options) {
  const InterruptListener interrupt;
  HttpSettings settings;
  settings.attempts = arguments.attempts;
  settings.should_stop = [&] { return interrupt.pending() != 0; };
  const auto hub = HubClient::from_environment(std::move(settings));
  if (!hub) return data_failure(hub.error());
  const auto files = find_files(arguments, *hub);
  if (!files) return data_failure(files.error());
  const auto model = fetch(*files, hub->settings(), options);
  if (!model) return data_failure(model.error());
  if (options.json) return print_json(document(*model));
  return print(fmt::format("{}: {}\n", field(model->path.string()), format_bytes(model->bytes())));
}

}  // namespace

void add_get(CLI::App& parent, Program& program) {
  CLI::App* command =
      add_command(parent, "get", "Download a model, go on with what was begun, and check it");
  const auto arguments = std::make_shared<Arguments>();
  command
      ->add_option("source", arguments->source,
                   "a name of the catalogue, a repository of the hub with a file or a "
                   "quantisation of it, or an address")
      ->required()
      ->option_text("NAME|hf:OWNER/REPO[:FILE]|URL");
  command
      ->add_option("--into", arguments->into,
                   "Folder for the files; else OWNER/REPO in the models folder")
      ->option_text("DIR");
  command
      ->add_option("--attempts", arguments->attempts,
                   "How often to try before giving up when nothing comes")
      ->check(CLI::Range(1, kMaxAttempts))
      ->option_text("N (default: 6)");
  command->footer(
      command->get_footer() +
      "\nHF_ENDPOINT names another hub, HF_TOKEN is a key for models that ask for one.");
  command->callback([arguments, &program] {
    program.action = [arguments, &program] { return get(*arguments, program.options); };
  });
}

}  // namespace canter::cli
