#include "hub/hub_model.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <utility>

#include "format/json_members.h"
#include "format/strict_json.h"
#include "hub/sha256.h"
#include "hub/url.h"

namespace canter {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kAnswerDepth = 16;
constexpr std::size_t kMaxRepository = 96;

/// Licences may be a list; what has no licence field may be tagged with one.
std::string licence_of(const Json& model) {
  const Json& said = json_member(json_member(model, "cardData"), "license");
  if (said.is_string()) return said.get<std::string>();
  if (said.is_array() && !said.empty()) return json_text(said.front());
  for (const Json& tag : json_member(model, "tags")) {
    const std::string text = json_text(tag);
    if (text.starts_with("license:")) return text.substr(text.find(':') + 1);
  }
  return {};
}

/// Files whose names would be unsound here are left out.
std::vector<HubFile> files_of(const Json& model) {
  std::vector<HubFile> files;
  for (const Json& sibling : json_member(model, "siblings")) {
    HubFile file;
    file.name = json_text(json_member(sibling, "rfilename"));
    if (!is_sound_file_name(file.name)) continue;
    const Json& large = json_member(sibling, "lfs");
    file.bytes = json_size(json_member(sibling, "size"));
    if (file.bytes == 0) file.bytes = json_size(json_member(large, "size"));
    file.sha256 = json_text(json_member(large, "sha256"));
    if (!is_sha256(file.sha256)) file.sha256.clear();
    files.push_back(std::move(file));
  }
  return files;
}

HubModel model_of(const Json& json) {
  HubModel model;
  model.repo = json_text(json_member(json, "id"));
  if (model.repo.empty()) model.repo = json_text(json_member(json, "modelId"));
  model.commit = json_text(json_member(json, "sha"));
  model.licence = licence_of(json);
  model.pipeline = json_text(json_member(json, "pipeline_tag"));
  model.family = json_text(json_member(json_member(json, "gguf"), "architecture"));
  model.gguf_family = !model.family.empty();
  if (!model.gguf_family)
    model.family = json_text(json_member(json_member(json, "config"), "model_type"));
  const Json& gated = json_member(json, "gated");
  model.gated = gated.is_string() || gated == true;
  model.downloads = json_size(json_member(json, "downloads"));
  model.files = files_of(json);
  return model;
}

tl::unexpected<Error> no_answer(const std::string& where) {
  return fail(ErrorKind::kIo,
              where + " does not answer as a hub does; check HF_ENDPOINT and the network");
}

Result<Json> parse(std::string_view text, const std::string& where) {
  JsonLimits limits;
  limits.depth = kAnswerDepth;
  auto json = parse_strict_json(text, where, limits);
  if (!json) return no_answer(where);
  return json;
}

}  // namespace

Result<HubModel> parse_hub_model(std::string_view text, const std::string& where) {
  const auto json = parse(text, where);
  if (!json) return propagate(json);
  HubModel model = model_of(*json);
  if (!is_repository(model.repo)) return no_answer(where);
  return model;
}

Result<std::vector<HubModel>> parse_hub_models(std::string_view text, const std::string& where) {
  const auto json = parse(text, where);
  if (!json) return propagate(json);
  if (!json->is_array()) return no_answer(where);
  std::vector<HubModel> models;
  for (const Json& entry : *json) {
    HubModel model = model_of(entry);
    if (is_repository(model.repo)) models.push_back(std::move(model));
  }
  return models;
}

bool is_repository(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || text.size() > kMaxRepository) return false;
  if (text.find('/', slash + 1) != std::string_view::npos) return false;
  return is_sound_file_name(text) && std::ranges::all_of(text, [](unsigned char c) {
           return (c < 0x80 && std::isalnum(c) != 0) || c == '-' || c == '_' || c == '.' ||
                  c == '/';
         });
}

}  // namespace canter
