#include "engine/models/locate.h"

#include <nlohmann/json.hpp>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/paths.h"
#include "base/utf8.h"
#include "format/gguf_split.h"
#include "hub/download_list.h"
#include "remote/server_address.h"

namespace canter::engine {
namespace {

constexpr const char* kStarter = "starter";
constexpr const char* kSmolLm2 = "smollm2";
constexpr const char* kDefaultModel = "models.default";
constexpr const char* kSmolLm2File = "SmolLM2-135M-Instruct.Q4_1.gguf";

bool is_there(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

/// By what it was asked for: a name of the catalogue, most often.
std::optional<std::filesystem::path> downloaded_model(std::string_view source) {
  const auto file = downloads_file();
  const auto downloads = file ? read_downloads(*file) : Result<std::vector<ListedDownload>>();
  if (!downloads) return std::nullopt;
  for (const ListedDownload& each : *downloads)
    if (each.done && each.source == source && is_there(each.files.path)) return each.files.path;
  return std::nullopt;
}

}  // namespace

bool names_own_model(std::string_view source) {
  return source == kStarter || source == kSmolLm2;
}

std::filesystem::path starter_path() {
  return resource_dir() / "starter" / "starter-f32.gguf";
}

std::optional<std::filesystem::path> smollm2_path() {
  for (const auto& models : {models_dir(), own_models_dir()}) {
    if (!models) continue;
    const auto own = *models / "HuggingFaceTB" / "SmolLM2-135M-Instruct" / kSmolLm2File;
    if (is_there(own)) return absolute_path(own);
  }
  const auto installed = resource_dir() / "smollm2" / kSmolLm2File;
  if (is_there(installed)) return absolute_path(installed);
  return std::nullopt;
}

std::vector<std::filesystem::path> own_models() {
  std::vector<std::filesystem::path> paths{absolute_path(starter_path())};
  if (auto smollm2 = smollm2_path()) paths.push_back(std::move(*smollm2));
  return paths;
}

std::string first_model() {
  const auto smollm2 = smollm2_path();
  return smollm2 ? smollm2->string() : kStarter;
}

std::filesystem::path absolute_path(const std::filesystem::path& path) {
  std::error_code unknown;
  const std::filesystem::path whole = std::filesystem::absolute(path, unknown);
  if (unknown) return path;
  const std::filesystem::path first = gguf_part(whole, 1);
  return std::filesystem::exists(first, unknown) ? first : whole;
}

std::string default_model(Store& store) {
  const auto kept = store.setting(kDefaultModel);
  if (!kept || !*kept) return {};
  const auto path = nlohmann::json::parse(**kept, nullptr, /*allow_exceptions=*/false);
  return path.is_string() ? path.get<std::string>() : std::string();
}

Result<void> choose_default_model(const std::string& path, Store& store) {
  return store.set_setting(kDefaultModel, nlohmann::json(path).dump());
}

std::string usual_model(Store* store) {
  if (store)
    if (std::string chosen = default_model(*store);
        names_own_model(chosen) || remote::parse_remote_source(chosen) ||
        (!chosen.empty() && is_there(path_from_utf8(chosen))))
      return chosen;
  const auto models = store ? store->models() : std::vector<ModelRecord>();
  if (models)
    for (const ModelRecord& each : *models)
      if (each.last_used &&
          (remote::parse_remote_source(each.path) || is_there(path_from_utf8(each.path))))
        return each.path;
  return first_model();
}

Result<std::filesystem::path> locate_model(std::string_view source, Store* store) {
  if (source == kSmolLm2) {
    if (auto installed = smollm2_path()) return std::move(*installed);
    return fail(ErrorKind::kBadFile,
                "SmolLM2 is not installed; packaging/run.sh fetches it, or give a model file");
  }
  if (source == kStarter) {
    if (is_there(starter_path())) return starter_path();
    return fail(ErrorKind::kBadFile, "the starter model is not at \"" + starter_path().string() +
                                         "\"; install Canter again or give a model file");
  }
  if (remote::parse_remote_source(source)) return std::filesystem::path(source);
  const std::filesystem::path path = path_from_utf8(source);
  if (!source.empty() && is_there(path)) return path;
  if (store) {
    const auto models = store->models();
    if (!models) return propagate(models);
    for (const ModelRecord& model : *models)
      if (model.name == source) return path_from_utf8(model.path);
  }
  if (auto downloaded = downloaded_model(source)) return std::move(*downloaded);
  return fail(
      ErrorKind::kBadFile,
      "\"" + std::string(source) +
          "\" is no file or folder and no model that was opened or got before; give a GGUF file, a "
          "model folder, \"smollm2\" or \"starter\"");
}

}  // namespace canter::engine
