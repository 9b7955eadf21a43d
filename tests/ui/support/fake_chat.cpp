#include <QDateTime>
#include <algorithm>

#include "support/fake_engine.h"

namespace canter::ui {

bool FakeEngine::chat(const engine::Command& command) {
  if (const auto* configure = std::get_if<engine::ConfigureChat>(&command)) {
    if (configure->id) {
      change(*configure->id, [&](Conversation& each) {
        each.settings = engine::write_chat_settings(configure->settings);
      });
    } else {
      script_.new_chat.settings = configure->settings;
    }
  } else if (const auto* draft = std::get_if<engine::KeepDraft>(&command)) {
    if (draft->id) conversation(*draft->id).draft = draft->text;
  } else if (const auto* count = std::get_if<engine::CountTokens>(&command)) {
    std::size_t bytes = count->text.size() + count->settings.system_prompt.size();
    if (count->id && count->request == 0)
      for (const Message& message : script_.branches[*count->id]) bytes += message.content.size();
    say(engine::TokensCounted{count->id, int(bytes / 4), count->request});
  } else if (const auto* summary = std::get_if<engine::Summarize>(&command)) {
    summary_ = summary->request;
    say(engine::SummaryProgressed{summary_, 3, 12});
  } else if (std::holds_alternative<engine::StopSummaries>(command)) {
    say(engine::SummaryEnded{summary_, {}, Error{ErrorKind::kInterrupted, "stopped"}});
  } else if (const auto* more = std::get_if<engine::ContinueAnswer>(&command)) {
    go_on(more->id);
  } else if (const auto* from = std::get_if<engine::BranchConversation>(&command)) {
    branch(*from);
  } else if (const auto* gone = std::get_if<engine::TrashMessage>(&command)) {
    trash(gone->id);
  } else if (std::holds_alternative<engine::RestoreMessage>(command)) {
    if (trashed_.empty()) return true;
    const ConversationId id = trashed_.front().conversation;
    auto& branch = script_.branches[id];
    branch.insert(branch.end(), trashed_.begin(), trashed_.end());
    trashed_.clear();
    open_conversation(id);
    list_trash();
  } else if (const auto* preset = std::get_if<engine::SavePreset>(&command)) {
    presets_.push_back({++last_id_, preset->name, preset->settings});
    say(engine::PresetsListed{presets_});
  } else if (const auto* old = std::get_if<engine::DeletePreset>(&command)) {
    std::erase_if(presets_, [&](const engine::Preset& each) { return each.id == old->id; });
    say(engine::PresetsListed{presets_});
  } else if (std::holds_alternative<engine::ListPresets>(command)) {
    say(engine::PresetsListed{presets_});
  } else {
    return false;
  }
  return true;
}

void FakeEngine::go_on(MessageId id) {
  for (auto& [where, branch] : script_.branches) {
    if (branch.empty() || branch.back().id != id) continue;
    branch.back().status = MessageStatus::kStreaming;
    say(engine::ConversationOpened{conversation(where), branch, script_.versions[where], id});
    pending_.push_back({branch.back()});
    if (model_is_open_) ticker_.start();
  }
}

void FakeEngine::branch(const engine::BranchConversation& from) {
  for (const auto& [where, messages] : script_.branches) {
    const auto last = std::find_if(messages.begin(), messages.end(),
                                   [&](const Message& each) { return each.id == from.last; });
    if (last == messages.end()) continue;
    Conversation copy = conversation(where);
    copy.id = ++last_id_;
    copy.title = from.title;
    script_.branches[copy.id] = {messages.begin(), last + 1};
    script_.conversations.push_back(copy);
    say(engine::ConversationChanged{copy});
    say(engine::ConversationDuplicated{copy});
    return;
  }
}

bool FakeEngine::edit_answer(MessageId id, const std::string& text) {
  for (auto& [where, branch] : script_.branches) {
    const auto found = std::find_if(branch.begin(), branch.end(), [id](const Message& each) {
      return each.id == id && each.role == MessageRole::kAssistant;
    });
    if (found == branch.end()) continue;
    std::vector<Versions>& versions = script_.versions[where];
    for (std::size_t i = versions.size(); i < branch.size(); ++i)
      versions.push_back({branch[i].id});
    branch.erase(found + 1, branch.end());
    versions.resize(branch.size());
    branch.back().id = ++last_id_;
    branch.back().content = text;
    branch.back().status = MessageStatus::kComplete;
    branch.back().statistics.clear();
    branch.back().edited = true;
    versions.back().push_back(last_id_);
    open_conversation(where);
    return true;
  }
  return false;
}

void FakeEngine::trash(MessageId id) {
  for (auto& [where, branch] : script_.branches) {
    const auto found = std::find_if(branch.begin(), branch.end(),
                                    [id](const Message& each) { return each.id == id; });
    if (found == branch.end()) continue;
    trashed_.assign(found, branch.end());
    trashed_.front().trashed = QDateTime::currentMSecsSinceEpoch();
    branch.erase(found, branch.end());
    say(engine::MessageTrashed{where, id, int(trashed_.size())});
    open_conversation(where);
  }
}

}  // namespace canter::ui
