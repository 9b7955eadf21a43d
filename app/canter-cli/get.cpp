#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/log.h"
#include "base/machine.h"
#include "base/paths.h"
#include "base/utf8.h"
#include "commands.h"
#include "engine/models/hub_access.h"
#include "engine/models/locate.h"
#include "hub/catalogue_update.h"
#include "hub/download_list.h"
#include "interrupt.h"
#include "progress.h"

namespace canter::cli {
namespace {

constexpr int kMaxAttempts = 100;

struct GetArguments {
  std::string source;
  std::string into;
  int attempts = HttpSettings().attempts;
};

Result<ListedDownload> find_files(const GetArguments& arguments, const HubClient& hub) {
  const auto catalogue = known_catalogue();
  const CatalogueModel* known = catalogue ? find_in(catalogue->models, arguments.source) : nullptr;
  ListedDownload wish;
  wish.source = known ? known->name : arguments.source;
  wish.title = known ? known->title : arguments.source;
  const std::filesystem::path into = path_from_utf8(arguments.into);
  const auto models = into.empty() ? models_dir() : engine::absolute_path(into);
  if (!models) return propagate(models);
  wish.models = *models;
  auto files = files_of_words(arguments.source, hub, *models, into.empty() ? into : *models);
  if (!files) return propagate(files);
  wish.files = std::move(*files);
  return wish;
}

/// The record that the window has, too. That it cannot be kept holds no download up.
void keep(const ListedDownload& wish) {
  const auto file = downloads_file();
  const auto kept = file ? keep_download(*file, wish) : Result<void>(propagate(file));
  if (!kept) log(LogLevel::kWarning, kept.error().message);
}

/// Of the same wish of another time, what was there before that.
std::vector<std::filesystem::path> files_from_before(const ListedDownload& wish) {
  const auto file = downloads_file();
  const auto listed = file ? read_downloads(*file) : Result<std::vector<ListedDownload>>();
  if (listed)
    for (const ListedDownload& each : *listed)
      if (each.same_wish(wish)) return each.from_before;
  return files_there(wish.files);
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

Outcome<> download_failure(Error error, bool denied) {
  if (denied) error.message += "; HF_TOKEN holds it, or the keyring, where the window puts it";
  return data_failure(error);
}

/// The name by which it is known from now on, unless that would take quotation marks.
std::string way_to_open(const ListedDownload& wish) {
  return wish.source.find_first_of(" \t\"'$`\\;&|<>()*?") == std::string::npos
             ? field(wish.source)
             : "\"" + field(wish.files.path.string()) + "\"";
}

Outcome<> get(const GetArguments& arguments, const CommonOptions& options) {
  const InterruptListener interrupt;
  HttpSettings settings;
  settings.attempts = arguments.attempts;
  settings.should_stop = [&] { return interrupt.pending() != 0; };
  bool denied = false;
  settings.denied = [&] { denied = true; };
  const auto keys = remote::keys_in(remote::keyring_keys());
  const auto hub = engine::open_hub(std::move(settings), *keys);
  if (!hub) return data_failure(hub.error());
  auto wish = find_files(arguments, *hub);
  if (!wish) return download_failure(wish.error(), denied);
  wish->from_before = files_from_before(*wish);
  keep(*wish);
  const auto model = fetch(wish->files, hub->settings(), options);
  if (model)
    note_done(*model, *wish);
  else if (model.error().kind != ErrorKind::kInterrupted)
    wish->error = model.error().message;
  wish->denied = !wish->error.empty() && denied;
  keep(*wish);
  if (!model) return download_failure(model.error(), denied);
  if (options.json) return print_json(document(*model));
  auto printed =
      print(fmt::format("{}: {}\n", field(model->path.string()), format_bytes(model->bytes())));
  if (printed) print_note("chat with it: canter-cli chat --model " + way_to_open(*wish));
  return printed;
}

}  // namespace

void add_get(Command parent) {
  Command command =
      parent.add_command("get", "Download a model, go on with what was begun, and check it");
  const auto arguments = std::make_shared<GetArguments>();
  command
      .add_option("source", arguments->source,
                  "a name of the catalogue, a repository of the hub with a file or a "
                  "quantisation of it, or an address")
      .required()
      .value_name("NAME|hf:OWNER/REPO[:FILE]|URL");
  command
      .add_option("--into", arguments->into,
                  "Folder for the files; else OWNER/REPO in the models folder")
      .value_name("DIR");
  command
      .add_option("--attempts", arguments->attempts,
                  "How often to try before giving up when nothing comes")
      .between(1, kMaxAttempts)
      .value_name("N (default: 6)");
  command.note_below(
      "HF_ENDPOINT names another hub. HF_TOKEN, else the system's keyring, holds the "
      "access token\n"
      "for models that ask for one.");
  command.does([arguments](const CommonOptions& options) { return get(*arguments, options); });
}

}  // namespace canter::cli
