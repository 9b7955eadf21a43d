#include <algorithm>

#include "support/fake_engine.h"

namespace canter::ui {

bool FakeEngine::folders(const engine::Command& command) {
  std::optional<FolderId> created;
  const auto edit = [this](FolderId id, auto change) {
    for (Folder& each : script_.folders)
      if (each.id == id) change(each);
  };
  if (const auto* made = std::get_if<engine::CreateFolder>(&command)) {
    created = ++last_id_;
    script_.folders.push_back({*created, made->name, false, 0});
  } else if (const auto* name = std::get_if<engine::RenameFolder>(&command)) {
    edit(name->id, [&](Folder& each) { each.name = name->name; });
  } else if (const auto* fold = std::get_if<engine::CollapseFolder>(&command)) {
    edit(fold->id, [&](Folder& each) { each.collapsed = fold->collapsed; });
  } else if (const auto* gone = std::get_if<engine::DeleteFolder>(&command)) {
    engine::FolderDeleted deleted;
    for (const Folder& each : script_.folders)
      if (each.id == gone->id) deleted.deleted.folder = each;
    for (Conversation& each : script_.conversations)
      if (each.folder == gone->id) deleted.deleted.conversations.push_back(each.id);
    std::erase_if(script_.folders, [&](const Folder& each) { return each.id == gone->id; });
    say(std::move(deleted));
  } else if (const auto* back = std::get_if<engine::RestoreFolder>(&command)) {
    script_.folders.push_back(back->deleted.folder);
  } else if (const auto* moved = std::get_if<engine::MoveConversation>(&command)) {
    change(moved->id, [&](Conversation& each) { each.folder = moved->folder; });
    return true;
  } else {
    return false;
  }
  say(engine::FoldersListed{script_.folders, created});
  if (const auto* made = std::get_if<engine::CreateFolder>(&command); made && made->conversation)
    change(*made->conversation, [&](Conversation& each) { each.folder = created; });
  return true;
}

bool FakeEngine::library(const engine::Command& command) {
  if (folders(command)) return true;
  if (const auto* wanted = std::get_if<engine::SearchConversations>(&command)) {
    search(*wanted);
  } else if (const auto* pin = std::get_if<engine::PinConversation>(&command)) {
    change(pin->id, [&](Conversation& each) { each.pinned = pin->pinned; });
  } else if (const auto* copy = std::get_if<engine::DuplicateConversation>(&command)) {
    Conversation duplicate = conversation(copy->id);
    duplicate.id = ++last_id_;
    duplicate.title = copy->title;
    script_.branches[duplicate.id] = script_.branches[copy->id];
    script_.conversations.push_back(duplicate);
    say(engine::ConversationChanged{duplicate});
    say(engine::ConversationDuplicated{duplicate});
  } else if (const auto* file = std::get_if<engine::ExportConversation>(&command)) {
    say(engine::ConversationExported{file->path});
  } else if (const auto* gone = std::get_if<engine::DeleteConversation>(&command)) {
    std::erase_if(script_.conversations,
                  [&](const Conversation& each) { return each.id == gone->id; });
    list_trash();
  } else if (std::holds_alternative<engine::DeleteMessage>(command)) {
    trashed_.clear();
    list_trash();
  } else if (std::holds_alternative<engine::EmptyTrash>(command)) {
    trashed_.clear();
    std::erase_if(script_.conversations,
                  [](const Conversation& each) { return each.trashed.has_value(); });
    list_trash();
  } else if (std::holds_alternative<engine::ListTrash>(command)) {
    list_trash();
  } else {
    return false;
  }
  return true;
}

void FakeEngine::search(const engine::SearchConversations& wanted) {
  engine::ConversationsFound found{wanted.request, wanted.text, {}};
  const auto mark = [&](const std::string& text, std::vector<TextRange>& matches) {
    const std::size_t at = text.find(wanted.text);
    if (at != std::string::npos) matches.push_back({at, at + wanted.text.size()});
    return at != std::string::npos;
  };
  for (const Conversation& each : script_.conversations) {
    SearchHit hit;
    hit.conversation = each;
    bool has = mark(each.title, hit.title_matches);
    for (const Message& message : script_.branches[each.id]) {
      if (message.content.find(wanted.text) == std::string::npos) continue;
      hit.message = message.id;
      hit.snippet = message.content.substr(0, 120);
      mark(hit.snippet, hit.snippet_matches);
      has = true;
      break;
    }
    if (has && !each.trashed) found.hits.push_back(std::move(hit));
  }
  say(std::move(found));
}

void FakeEngine::list_trash() {
  engine::TrashListed listed;
  for (const Conversation& each : script_.conversations)
    if (each.trashed) listed.conversations.push_back(each);
  if (!trashed_.empty()) {
    const Message& first = trashed_.front();
    listed.messages.push_back(
        {first, conversation(first.conversation).title, int(trashed_.size())});
  }
  say(std::move(listed));
}

}  // namespace canter::ui
