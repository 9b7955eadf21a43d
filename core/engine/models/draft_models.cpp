#include "engine/models/draft_models.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/utf8.h"
#include "decode/draft/sources/model_source.h"
#include "decode/drafting_memory.h"
#include "engine/models/locate.h"
#include "tokenizer/open.h"

namespace canter::engine {
namespace {

constexpr std::uint64_t kTimesLarger = 4;

std::string setting_of(std::string_view fingerprint) {
  return "draft_model." + std::string(fingerprint);
}

bool can_draft(const std::filesystem::path& path, const Model& model) {
  const auto draft = summarise_model(path);
  if (!draft || !draft->problem.empty()) return false;
  const auto tokenizer = open_tokenizer(path);
  return tokenizer &&
         check_draft_model(*draft, *tokenizer, model.summary(), model.tokenizer()).has_value();
}

}  // namespace

std::vector<DraftModel> find_draft_models(const Model& model, std::vector<DraftModel> known,
                                          const std::function<bool()>& go_on) {
  std::erase_if(known, [&](const DraftModel& each) {
    return each.bytes > model.summary().bytes / kTimesLarger;
  });
  std::vector<DraftModel> found;
  for (DraftModel& each : known) {
    if (!go_on()) break;
    if (can_draft(path_from_utf8(each.path), model)) found.push_back(std::move(each));
  }
  std::ranges::stable_sort(found, {}, &DraftModel::bytes);
  return found;
}

Result<std::shared_ptr<const Model>> open_draft_model(std::string_view source, const Model& model,
                                                      TensorType cache, Model::Options options,
                                                      Store* store) {
  const auto path = locate_model(source, store);
  if (!path) return propagate(path);
  options.available_memory =
      memory_for_draft_model(model.summary(), options.available_memory, cache);
  auto draft = Model::open(*path, options);
  if (!draft) return propagate(draft);
  if (auto fits = check_draft_model(draft->summary(), draft->tokenizer(), model.summary(),
                                    model.tokenizer());
      !fits)
    return propagate(fits);
  return std::make_shared<const Model>(std::move(*draft));
}

std::string chosen_draft_model(std::string_view fingerprint, Store& store) {
  const auto text = store.setting(setting_of(fingerprint));
  if (!text || !*text) return {};
  const auto source = nlohmann::json::parse(**text, nullptr, /*allow_exceptions=*/false);
  return source.is_string() ? source.get<std::string>() : std::string();
}

Result<void> choose_draft_model(std::string_view fingerprint, std::string_view source,
                                Store& store) {
  return store.set_setting(setting_of(fingerprint), nlohmann::json(source).dump());
}

}  // namespace canter::engine
