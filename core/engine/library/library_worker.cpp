#include "engine/library/library_worker.h"

#include <utility>

#include "base/file.h"
#include "base/utf8.h"

namespace canter::engine {
namespace {

template <typename... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

}  // namespace

LibraryWorker::LibraryWorker(StoreOpener& opener, EventQueue& events, AnswerWorker& answers,
                             const CurrentModel& model, Unsaved& unsaved)
    : opener_(&opener),
      events_(&events),
      answers_(&answers),
      model_(&model),
      unsaved_(&unsaved),
      thread_([this] { run(); }) {}

LibraryWorker::~LibraryWorker() {
  tasks_.close();
  thread_.join();
}

void LibraryWorker::run() {
  open_store();
  while (const auto task = tasks_.pop()) {
    const auto done = handle(*task);
    if (done) continue;
    const auto* sent = std::get_if<SendMessage>(&task->command);
    events_->push(Failed{done.error(), sent ? sent->request : 0});
  }
}

void LibraryWorker::open_store() {
  auto store = opener_->open();
  if (!store) {
    events_->push(Failed{store.error()});
    return;
  }
  store_ = std::move(*store);
  const auto recovered = store_->recover_interrupted();
  if (!recovered)
    events_->push(Failed{recovered.error()});
  else if (!recovered->empty())
    events_->push(AnswersRecovered{*recovered});
}

Result<void> LibraryWorker::handle(const LibraryTask& task) {
  if (!store_) {
    // The disk may have room again, or the folder may be back.
    auto store = opener_->open();
    if (!store) return propagate(store);
    store_ = std::move(*store);
  }
  const auto then_report = [this](Result<void> done, ConversationId id) {
    return done ? report(id) : done;
  };
  const auto then_list_folders = [this](Result<void> done) { return done ? list_folders() : done; };
  return std::visit(
      Overloaded{
          [&](const ListConversations&) {
            const auto listed = list();
            return listed ? prepare_new_chat() : listed;
          },
          [&](const ReloadConversations&) { return list(); },
          [&](const OpenConversation& c) { return open(c.id); },
          [&](const RenameConversation& c) {
            return then_report(store_->rename_conversation(c.id, c.title), c.id);
          },
          [&](const TrashConversation& c) {
            return then_report(store_->trash_conversation(c.id), c.id);
          },
          [&](const RestoreConversation& c) {
            return then_report(store_->restore_conversation(c.id), c.id);
          },
          [&](const PinConversation& c) {
            return then_report(store_->pin_conversation(c.id, c.pinned), c.id);
          },
          [&](const SearchConversations& c) { return search(c); },
          [&](const DuplicateConversation& c) { return duplicate(c); },
          [&](const ExportConversation& c) { return export_conversation(c); },
          [&](const CreateFolder& c) { return create_folder(c); },
          [&](const RenameFolder& c) {
            return then_list_folders(store_->rename_folder(c.id, c.name));
          },
          [&](const CollapseFolder& c) {
            return then_list_folders(store_->collapse_folder(c.id, c.collapsed));
          },
          [&](const DeleteFolder& c) { return delete_folder(c); },
          [&](const RestoreFolder& c) { return restore_folder(c.deleted); },
          [&](const MoveConversation& c) {
            return then_report(store_->move_conversation(c.id, c.folder), c.id);
          },
          [&](const ListTrash&) { return list_trash(); },
          [&](const DeleteConversation& c) {
            const auto deleted = store_->delete_conversation(c.id);
            return deleted ? list_trash() : deleted;
          },
          [&](const DeleteMessage& c) {
            const auto deleted = store_->delete_message(c.id);
            return deleted ? list_trash() : deleted;
          },
          [&](const EmptyTrash&) {
            const auto emptied = store_->empty_trash();
            return emptied ? list_trash() : emptied;
          },
          [&](const SetAccelerate& c) {
            const auto set = store_->set_accelerate(c.id, c.wished);
            if (set) answers_->accelerate(c.id, c.wished);
            return then_report(set, c.id);
          },
          [&](const SendMessage& c) { return send(c, task.asked); },
          [&](const EditMessage& c) { return edit(c, task.asked); },
          [&](const Regenerate& c) { return regenerate(c, task.asked); },
          [&](const ContinueAnswer& c) { return go_on(c, task.asked); },
          [&](const ShowVersion& c) { return show_version(c.id); },
          [&](const BranchConversation& c) { return branch(c); },
          [&](const TrashMessage& c) { return trash_message(c.id); },
          [&](const RestoreMessage& c) { return restore_message(c.id); },
          [&](const ConfigureChat& c) { return configure(c); },
          [&](const KeepDraft& c) { return keep_draft(c); },
          [&](const CountTokens& c) { return count_tokens(c); },
          [&](const ListPresets&) { return list_presets(); },
          [&](const SavePreset& c) {
            const auto saved = store_->save_preset(c.name, write_chat_settings(c.settings));
            return saved ? list_presets() : saved;
          },
          [&](const DeletePreset& c) {
            const auto deleted = store_->delete_preset(c.id);
            return deleted ? list_presets() : deleted;
          },
          [&](const ListComparisons&) { return list_comparisons(); },
          [&](const OpenComparison& c) { return open_comparison(c.id); },
          [&](const DeleteComparison& c) { return delete_comparison(c.id); },
          [&](const ExportComparison& c) {
            export_comparison(c);
            return Result<void>();
          },
          [&](const ExportEverything& c) {
            export_everything(c);
            return Result<void>();
          },
          // Other threads' business.
          [](const auto&) { return Result<void>(); },
      },
      task.command);
}

Result<void> LibraryWorker::list() {
  auto conversations = store_->conversations();
  if (!conversations) return propagate(conversations);
  if (auto listed = list_folders(); !listed) return listed;
  events_->push(ConversationsListed{std::move(*conversations)});
  return {};
}

Result<void> LibraryWorker::open(ConversationId id, std::optional<MessageId> asked) {
  auto conversation = store_->conversation(id);
  if (!conversation) return propagate(conversation);
  ConversationOpened opened{std::move(*conversation), {}, {}, asked};
  if (opened.conversation.head) {
    auto branch = store_->branch(*opened.conversation.head);
    if (!branch) return propagate(branch);
    opened.branch = std::move(*branch);
    auto versions = store_->versions(opened.branch);
    if (!versions) return propagate(versions);
    opened.versions = std::move(*versions);
  }
  unsaved_->extend(id, opened.branch);
  while (opened.versions.size() < opened.branch.size())
    opened.versions.push_back({opened.branch[opened.versions.size()].id});
  events_->push(std::move(opened));
  return {};
}

void LibraryWorker::export_everything(const ExportEverything& command) {
  EverythingExported exported{command.path, {}};
  const auto json = export_json(*store_);
  const auto written =
      json ? write_text_file(path_from_utf8(command.path), *json) : propagate(json);
  if (!written) exported.error = written.error();
  events_->push(std::move(exported));
}

Result<void> LibraryWorker::report(ConversationId id) {
  auto conversation = store_->conversation(id);
  if (!conversation) return propagate(conversation);
  events_->push(ConversationChanged{std::move(*conversation)});
  return {};
}

}  // namespace canter::engine
