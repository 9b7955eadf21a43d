#include <algorithm>

#include "support/fake_engine.h"

namespace canter::ui {

bool FakeEngine::models(const engine::Command& command) {
  const auto list = [this] { say(engine::ModelsListed{script_.models, script_.free_memory}); };
  if (std::holds_alternative<engine::ListModels>(command)) {
    list();
  } else if (const auto* added = std::get_if<engine::AddModel>(&command)) {
    engine::ListedModel model;
    model.id = ++last_id_;
    model.path = added->path;
    model.facts.name = added->name;
    for (const engine::ModelFound& found : script_.found_models)
      if (found.path == added->path) model.facts = found.facts;
    model.last_used = added->last_used;
    script_.models.push_back(model);
    list();
  } else if (const auto* forgotten = std::get_if<engine::ForgetModel>(&command)) {
    std::erase_if(script_.models,
                  [&](const engine::ListedModel& each) { return each.id == forgotten->id; });
    list();
  } else if (std::holds_alternative<engine::FindModels>(command)) {
    say(engine::ModelSearchStarted{script_.searched_folders});
    for (const engine::ModelFound& found : script_.found_models) say(found);
    if (!script_.keeps_searching) say(engine::ModelSearchEnded{});
  } else if (std::holds_alternative<engine::FindDraftModels>(command)) {
    if (model_is_open_)
      say(engine::DraftModelsFound{script_.model.fingerprint, script_.draft_models});
  } else if (const auto* asked = std::get_if<engine::ListServerModels>(&command)) {
    engine::ServerModelsListed listed = script_.server;
    listed.request = asked->request;
    say(listed);
  } else if (const auto* wanted = std::get_if<engine::AddServerModel>(&command)) {
    engine::ListedModel model;
    model.id = ++last_id_;
    model.path = wanted->server.address + "#" + wanted->model;
    model.facts.name = wanted->model;
    model.elsewhere = script_.server.place;
    script_.models.push_back(model);
    say(engine::ServerModelAdded{model.path});
    list();
  } else if (const auto* chosen = std::get_if<engine::ChooseDraftModel>(&command)) {
    script_.acceleration.draft_model = chosen->path;
    say(engine::AccelerationChanged{script_.acceleration});
  } else {
    return false;
  }
  return true;
}

}  // namespace canter::ui
