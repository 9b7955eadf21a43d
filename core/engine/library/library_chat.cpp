#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/generation/context_fit.h"
#include "engine/generation/history.h"
#include "engine/library/library_worker.h"

namespace canter::engine {
namespace {

constexpr const char* kNewChatSettings = "new_chat.settings";
constexpr const char* kNewChatDraft = "new_chat.draft";

tl::unexpected<Error> fail_empty_message() {
  return fail(ErrorKind::kUsage, "the message is empty; write something");
}

}  // namespace

Result<void> LibraryWorker::send(const SendMessage& command, const Asking& asked) {
  if (command.text.empty()) return fail_empty_message();
  auto conversation = command.conversation ? store_->conversation(*command.conversation)
                                           : store_->create_conversation();
  if (!conversation) return propagate(conversation);
  if (!command.conversation) {
    if (!command.accelerate)
      if (const auto set = store_->set_accelerate(conversation->id, false); !set)
        return propagate(set);
    std::string settings = "{}";
    if (command.chat) {
      settings = write_chat_settings(*command.chat);
    } else if (!command.settings) {
      const auto kept = store_->setting(kNewChatSettings);
      if (!kept) return propagate(kept);
      if (*kept) settings = write_chat_settings(read_chat_settings(**kept));
    }
    if (const auto set = store_->configure_conversation(conversation->id, settings); !set)
      return propagate(set);
  }
  auto turn = add_turn(conversation->id, command.text);
  if (!turn) return propagate(turn);
  auto changed = store_->conversation(conversation->id);
  if (!changed) return propagate(changed);
  AnswerTask task{.question = turn->question,
                  .answer = turn->answer,
                  .chat = read_chat_settings(changed->settings),
                  .settings = command.settings,
                  .asked = asked};
  events_->push(TurnAdded{std::move(*changed), std::move(turn->question), std::move(turn->answer),
                          command.request});
  answers_->post(std::move(task));
  return {};
}

Result<Store::Turn> LibraryWorker::add_turn(ConversationId conversation, const std::string& text) {
  unsaved_->save(*store_);
  // The answer thread may save the rest at any moment: the head is looked at once nothing is left.
  if (auto turn = unsaved_->follow(conversation, text)) return std::move(*turn);
  const auto now = store_->conversation(conversation);
  if (!now) return propagate(now);
  auto turn = store_->add_turn(conversation, now->head, text, "");
  if (turn || turn.error().kind != ErrorKind::kDatabase) return turn;
  Error error = turn.error();
  error.message += "; the conversation goes on in memory and is saved as soon as that can be done";
  events_->push(Failed{std::move(error)});
  return unsaved_->add_turn(conversation, now->head, text);
}

Result<Message> LibraryWorker::saved_message(MessageId id) {
  if (id > 0) return store_->message(id);
  return fail(ErrorKind::kUsage,
              "this message is not saved yet; make room on the disk, then try again");
}

Result<void> LibraryWorker::edit(const EditMessage& command, const Asking& asked) {
  if (command.text.empty()) return fail_empty_message();
  const auto before = saved_message(command.id);
  if (!before) return propagate(before);
  if (before->role == MessageRole::kAssistant) {
    auto edited = store_->edit_answer(command.id, command.text);
    if (!edited) return propagate(edited);
    return open(before->conversation);
  }
  if (before->role != MessageRole::kUser)
    return fail(ErrorKind::kUsage, "only questions and answers can be edited; choose one");
  const auto conversation = store_->conversation(before->conversation);
  if (!conversation) return propagate(conversation);
  auto turn = store_->add_turn(before->conversation, before->parent, command.text, "");
  if (!turn) return propagate(turn);
  return answer({.question = std::move(turn->question),
                 .answer = std::move(turn->answer),
                 .chat = read_chat_settings(conversation->settings),
                 .asked = asked});
}

Result<void> LibraryWorker::regenerate(const Regenerate& command, const Asking& asked) {
  const auto before = saved_message(command.id);
  if (!before) return propagate(before);
  const bool answered = before->role == MessageRole::kAssistant && before->parent;
  if (!answered && before->role != MessageRole::kUser)
    return fail(ErrorKind::kUsage, "only an answer can be given anew; choose one");
  auto question = answered ? store_->message(*before->parent) : before;
  if (!question) return propagate(question);
  const auto conversation = store_->conversation(question->conversation);
  if (!conversation) return propagate(conversation);
  auto added = store_->add_answer(question->id, "");
  if (!added) return propagate(added);
  return answer({.question = std::move(*question),
                 .answer = std::move(*added),
                 .chat = read_chat_settings(conversation->settings),
                 .another = answered,
                 .asked = asked});
}

Result<void> LibraryWorker::go_on(const ContinueAnswer& command, const Asking& asked) {
  if (const auto saved = saved_message(command.id); !saved) return propagate(saved);
  auto resumed = store_->resume_answer(command.id);
  if (!resumed) return propagate(resumed);
  const auto conversation = store_->conversation(resumed->conversation);
  if (!conversation) return propagate(conversation);
  auto question = store_->message(*resumed->parent);
  if (!question) return propagate(question);
  return answer({.question = std::move(*question),
                 .answer = std::move(*resumed),
                 .chat = read_chat_settings(conversation->settings),
                 .asked = asked});
}

Result<void> LibraryWorker::answer(AnswerTask task) {
  const ConversationId conversation = task.answer.conversation;
  if (auto opened = open(conversation, task.answer.id); !opened) return opened;
  if (auto reported = report(conversation); !reported) return reported;
  answers_->post(std::move(task));
  return {};
}

Result<void> LibraryWorker::show_version(MessageId id) {
  const auto message = saved_message(id);
  if (!message) return propagate(message);
  if (auto shown = store_->show_version(id); !shown) return shown;
  return open(message->conversation);
}

Result<void> LibraryWorker::trash_message(MessageId id) {
  const auto message = saved_message(id);
  if (!message) return propagate(message);
  const auto trashed = store_->trash_message(id);
  if (!trashed) return propagate(trashed);
  events_->push(MessageTrashed{message->conversation, id, *trashed});
  return open(message->conversation);
}

Result<void> LibraryWorker::restore_message(MessageId id) {
  if (auto restored = store_->restore_message(id); !restored) return restored;
  const auto message = store_->message(id);
  if (!message) return propagate(message);
  if (auto opened = open(message->conversation); !opened) return opened;
  return list_trash();
}

Result<void> LibraryWorker::prepare_new_chat() {
  const auto settings = store_->setting(kNewChatSettings);
  if (!settings) return propagate(settings);
  const auto draft = store_->setting(kNewChatDraft);
  if (!draft) return propagate(draft);
  NewChatPrepared prepared;
  prepared.settings = read_chat_settings(settings->value_or("{}"));
  const auto text = nlohmann::json::parse(draft->value_or("null"), nullptr, false);
  if (text.is_string()) prepared.draft = text.get<std::string>();
  events_->push(std::move(prepared));
  return {};
}

Result<void> LibraryWorker::configure(const ConfigureChat& command) {
  const std::string settings = write_chat_settings(command.settings);
  if (!command.id) return store_->set_setting(kNewChatSettings, settings);
  if (auto set = store_->configure_conversation(*command.id, settings); !set) return set;
  return report(*command.id);
}

Result<void> LibraryWorker::keep_draft(const KeepDraft& command) {
  if (command.id) return store_->keep_draft(*command.id, command.text);
  using nlohmann::json;
  return store_->set_setting(
      kNewChatDraft, json(command.text).dump(-1, ' ', false, json::error_handler_t::replace));
}

Result<void> LibraryWorker::count_tokens(const CountTokens& command) {
  const auto open = model_->open();
  if (!open.model) return {};
  const auto tokens_of = [&](const std::vector<Message>& branch) {
    const auto history = chat_history(branch, command.settings.system_prompt);
    if (history.empty()) return 0;
    const auto prompt = open.chat->encode(history, {.thinking = command.settings.thinking});
    return prompt ? int(prompt->size()) : -1;  // the answer will say what is wrong
  };
  Message question;
  question.content = command.text;
  if (command.request != 0) {
    Message shortest;
    shortest.content = "a";
    const int tokens = tokens_of({question}) - tokens_of({shortest}) + 1;
    events_->push(TokensCounted{command.id, std::max(1, tokens), command.request});
    return {};
  }
  std::vector<Message> branch;
  if (command.id) {
    const auto conversation = store_->conversation(*command.id);
    if (!conversation) return propagate(conversation);
    if (conversation->head) {
      auto read = store_->branch(*conversation->head);
      if (!read) return propagate(read);
      branch = std::move(*read);
    }
    unsaved_->extend(*command.id, branch);
  }
  if (!command.text.empty()) branch.push_back(std::move(question));
  fit_context(branch, command.settings.when_full, open.context, tokens_of);
  if (const int tokens = tokens_of(branch); tokens >= 0)
    events_->push(TokensCounted{command.id, tokens});
  return {};
}

Result<void> LibraryWorker::list_presets() {
  const auto records = store_->presets();
  if (!records) return propagate(records);
  PresetsListed listed;
  for (const PresetRecord& record : *records)
    listed.presets.push_back({record.id, record.name, read_chat_settings(record.settings)});
  events_->push(std::move(listed));
  return {};
}

}  // namespace canter::engine
