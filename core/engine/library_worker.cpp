#include "engine/library_worker.h"

#include <utility>

namespace canter::engine {
namespace {

template <typename... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};

}  // namespace

LibraryWorker::LibraryWorker(std::filesystem::path data_dir, EventQueue& events,
                             AnswerWorker& answers)
    : data_dir_(std::move(data_dir)),
      events_(&events),
      answers_(&answers),
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
  auto store = Store::open(data_dir_);
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
    auto store = Store::open(data_dir_);
    if (!store) return propagate(store);
    store_ = std::move(*store);
  }
  const auto then_report = [this](Result<void> done, ConversationId id) {
    return done ? report(id) : done;
  };
  return std::visit(Overloaded{
                        [&](const ListConversations&) { return list(); },
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
                        [&](const SetAccelerate& c) {
                          const auto set = store_->set_accelerate(c.id, c.wished);
                          if (set) answers_->accelerate(c.id, c.wished);
                          return then_report(set, c.id);
                        },
                        [&](const SendMessage& c) { return send(c, task.epoch); },
                        [&](const EditMessage& c) { return edit(c, task.epoch); },
                        [&](const Regenerate& c) { return regenerate(c, task.epoch); },
                        [&](const ShowVersion& c) { return show_version(c.id); },
                        // Other threads' business.
                        [](const auto&) { return Result<void>(); },
                    },
                    task.command);
}

Result<void> LibraryWorker::list() {
  auto conversations = store_->conversations();
  if (!conversations) return propagate(conversations);
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
  events_->push(std::move(opened));
  return {};
}

Result<void> LibraryWorker::report(ConversationId id) {
  auto conversation = store_->conversation(id);
  if (!conversation) return propagate(conversation);
  events_->push(ConversationChanged{std::move(*conversation)});
  return {};
}

Result<void> LibraryWorker::send(const SendMessage& command, StopSignal::Epoch epoch) {
  if (command.text.empty()) return fail(ErrorKind::kUsage, "the message is empty; write something");
  auto conversation = command.conversation ? store_->conversation(*command.conversation)
                                           : store_->create_conversation();
  if (!conversation) return propagate(conversation);
  if (!command.conversation && !command.accelerate)
    if (const auto set = store_->set_accelerate(conversation->id, false); !set)
      return propagate(set);
  auto turn = store_->add_turn(conversation->id, conversation->head, command.text, "");
  if (!turn) return propagate(turn);
  auto changed = store_->conversation(conversation->id);
  if (!changed) return propagate(changed);
  events_->push(TurnAdded{std::move(*changed), turn->question, turn->answer, command.request});
  answers_->post(
      AnswerTask{std::move(turn->question), std::move(turn->answer), command.settings, epoch});
  return {};
}

Result<void> LibraryWorker::edit(const EditMessage& command, StopSignal::Epoch epoch) {
  if (command.text.empty()) return fail(ErrorKind::kUsage, "the message is empty; write something");
  const auto before = store_->message(command.id);
  if (!before) return propagate(before);
  if (before->role != MessageRole::kUser)
    return fail(ErrorKind::kUsage, "only what you wrote can be edited; ask for another answer");
  auto turn = store_->add_turn(before->conversation, before->parent, command.text, "");
  if (!turn) return propagate(turn);
  return answer(std::move(turn->question), std::move(turn->answer), command.settings, epoch);
}

Result<void> LibraryWorker::regenerate(const Regenerate& command, StopSignal::Epoch epoch) {
  const auto before = store_->message(command.id);
  if (!before) return propagate(before);
  if (before->role != MessageRole::kAssistant || !before->parent)
    return fail(ErrorKind::kUsage, "only an answer can be given anew; choose one");
  auto question = store_->message(*before->parent);
  if (!question) return propagate(question);
  auto added = store_->add_answer(question->id, "");
  if (!added) return propagate(added);
  return answer(std::move(*question), std::move(*added), command.settings, epoch);
}

Result<void> LibraryWorker::answer(Message question, Message answer,
                                   const GenerationSettings& settings, StopSignal::Epoch epoch) {
  if (auto opened = open(answer.conversation, answer.id); !opened) return opened;
  if (auto reported = report(answer.conversation); !reported) return reported;
  answers_->post(AnswerTask{std::move(question), std::move(answer), settings, epoch});
  return {};
}

Result<void> LibraryWorker::show_version(MessageId id) {
  const auto message = store_->message(id);
  if (!message) return propagate(message);
  if (auto shown = store_->show_version(id); !shown) return shown;
  return open(message->conversation);
}

}  // namespace canter::engine
