#include <algorithm>

#include "support/fake_engine.h"

namespace canter::ui {

engine::Download* FakeEngine::download(engine::DownloadId id) {
  auto& all = script_.downloads.downloads;
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const engine::Download& each) { return each.id == id; });
  return found == all.end() ? nullptr : &*found;
}

bool FakeEngine::downloads(const engine::Command& command) {
  auto& all = script_.downloads.downloads;
  const auto put = [&](engine::DownloadId id, engine::DownloadState state) {
    if (engine::Download* one = download(id)) {
      one->state = state;
      one->error.clear();
    }
  };
  if (const auto* wanted = std::get_if<engine::GetModel>(&command)) {
    const bool busy = std::any_of(all.begin(), all.end(), [](const engine::Download& each) {
      return each.state == engine::DownloadState::kRunning;
    });
    engine::Download one;
    one.id = ++last_id_;
    one.source = wanted->source;
    one.title = wanted->title;
    one.path = "/models/" + wanted->source + ".gguf";
    one.state = busy ? engine::DownloadState::kWaiting : engine::DownloadState::kRunning;
    all.push_back(one);
  } else if (const auto* paused = std::get_if<engine::PauseDownload>(&command)) {
    put(paused->id, engine::DownloadState::kPaused);
  } else if (const auto* resumed = std::get_if<engine::ResumeDownload>(&command)) {
    put(resumed->id, engine::DownloadState::kRunning);
  } else if (const auto* checked = std::get_if<engine::CheckDownload>(&command)) {
    put(checked->id, engine::DownloadState::kChecking);
  } else if (const auto* removed = std::get_if<engine::RemoveDownload>(&command)) {
    std::erase_if(all, [&](const engine::Download& each) { return each.id == removed->id; });
  } else if (const auto* chosen = std::get_if<engine::ChooseModelsFolder>(&command)) {
    script_.downloads.own_folder = chosen->folder.empty();
    script_.downloads.folder = chosen->folder;
  } else if (std::holds_alternative<engine::AskHubToken>(command)) {
    say(script_.hub_token);
    return true;
  } else if (const auto* token = std::get_if<engine::KeepHubToken>(&command)) {
    script_.hub_token.where =
        token->token.empty() ? engine::HubToken::kNone : engine::HubToken::kKeyring;
    say(script_.hub_token);
    return true;
  } else if (std::holds_alternative<engine::MoveModels>(command)) {
    say(engine::ModelsMoving{"Mistral", 1'000'000'000, 4'370'000'000, false, {}});
    return true;
  } else if (std::holds_alternative<engine::StopMoving>(command)) {
    say(engine::ModelsMoving{"Mistral", 1'000'000'000, 4'370'000'000, true, {}});
    return true;
  } else if (std::holds_alternative<engine::FindDuplicates>(command)) {
    say(engine::DuplicatesFound{script_.duplicates, true});
    return true;
  } else if (const auto* card = std::get_if<engine::ReadHubCard>(&command)) {
    say(engine::HubCardRead{card->repo, script_.card, {}});
    return true;
  } else if (std::holds_alternative<engine::RefreshCatalogue>(command)) {
    engine::CatalogueRefreshed refreshed;
    if (!script_.catalogue_error.empty())
      refreshed.error = Error{ErrorKind::kBadFile, script_.catalogue_error};
    say(refreshed);
    return true;
  } else if (std::holds_alternative<engine::ListCatalogue>(command)) {
    say(script_.catalogue);
    return true;
  } else if (const auto* search = std::get_if<engine::SearchHub>(&command)) {
    for (const engine::HubOffer& offer : script_.hub_offers)
      say(engine::HubModelFound{search->request, offer});
    engine::HubSearchEnded ended{search->request};
    if (!script_.hub_error.empty()) ended.error = Error{ErrorKind::kIo, script_.hub_error};
    say(ended);
    return true;
  } else if (!std::holds_alternative<engine::ListDownloads>(command)) {
    return false;
  }
  say(script_.downloads);
  return true;
}

}  // namespace canter::ui
