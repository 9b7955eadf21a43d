#include "support/fake_engine.h"

#include <QDateTime>
#include <algorithm>
#include <utility>

#include "support/make_records.h"

namespace canter::ui {
namespace {

Timestamp now() {
  return QDateTime::currentMSecsSinceEpoch();
}

AnswerStatistics statistics_for(int tokens, bool accelerated) {
  AnswerStatistics statistics;
  statistics.prompt_tokens = 34;
  statistics.reused_tokens = 12;
  statistics.reuse = PromptReuse::kContinued;
  statistics.generated = tokens;
  statistics.steps = std::max(0, tokens - 1);
  statistics.prompt_ms = 180;
  statistics.first_token_ms = 210;
  statistics.total_ms = 210 + 12.0 * tokens;
  if (!accelerated) return statistics;
  // Steps of one, two and three tokens by turns.
  statistics.steps = (tokens + 1) / 2;
  statistics.rows = 5 * statistics.steps;
  statistics.accepted = {tokens / 3, tokens / 6};
  statistics.accepted_by_source = {tokens / 5, tokens / 4, tokens / 9};
  statistics.drafting_ms = 0.1 * tokens;
  statistics.verifying_ms = 11.6 * tokens;
  return statistics;
}

}  // namespace

FakeEngine::FakeEngine(Script script, std::function<void()> wake)
    : script_(std::move(script)),
      wake_(std::move(wake)),
      comparisons_(script_.comparisons, [this](engine::Event event) { say(std::move(event)); }) {
  ticker_.setInterval(script_.tick_ms);
  QObject::connect(&ticker_, &QTimer::timeout, &ticker_, [this] { tick(); });
}

void FakeEngine::post(engine::Command command) {
  posted_.push_back(command);
  if (const auto* model = std::get_if<engine::OpenModel>(&command)) {
    open_model(model->source);
  } else if (std::holds_alternative<engine::ListConversations>(command)) {
    say(engine::FoldersListed{script_.folders});
    say(engine::ConversationsListed{script_.conversations});
    say(script_.new_chat);
  } else if (const auto* open = std::get_if<engine::OpenConversation>(&command)) {
    open_conversation(open->id);
  } else if (const auto* rename = std::get_if<engine::RenameConversation>(&command)) {
    change(rename->id, [&](Conversation& each) { each.title = rename->title; });
  } else if (const auto* trash = std::get_if<engine::TrashConversation>(&command)) {
    change(trash->id, [](Conversation& each) { each.trashed = now(); });
  } else if (const auto* restore = std::get_if<engine::RestoreConversation>(&command)) {
    change(restore->id, [](Conversation& each) { each.trashed.reset(); });
  } else if (const auto* wish = std::get_if<engine::SetAccelerate>(&command)) {
    change(wish->id, [&](Conversation& each) { each.accelerate = wish->wished; });
  } else if (const auto* message = std::get_if<engine::SendMessage>(&command)) {
    send(*message);
  } else if (const auto* edit = std::get_if<engine::EditMessage>(&command)) {
    if (!edit_answer(edit->id, edit->text)) answer_anew(edit->id, edit->text);
  } else if (const auto* again = std::get_if<engine::Regenerate>(&command)) {
    answer_anew(again->id, {});
  } else if (chat(command) || library(command) || comparisons_.handle(command) || models(command) ||
             downloads(command)) {
  } else if (std::holds_alternative<engine::StopAnswer>(command)) {
    stop();
  } else if (const auto* plan = std::get_if<engine::PlanTuning>(&command)) {
    plan_tuning(plan->wish);
  } else if (const auto* start = std::get_if<engine::StartTuning>(&command)) {
    if (script_.refuses_tuning.empty())
      say(engine::TuningStarted{script_.model.name, script_.model.fingerprint,
                                start->wish.minutes});
    else
      say(engine::TuningRefused{{ErrorKind::kIo, script_.refuses_tuning}});
  } else if (const auto* pause = std::get_if<engine::PauseTuning>(&command)) {
    say(engine::TuningPaused{pause->paused});
  } else if (const auto* wished = std::get_if<engine::ConfigureEngine>(&command)) {
    engine::EngineConfigured& now = script_.configured;
    now.wish = wished->wish;
    if (!now.threads_fixed)
      now.threads = now.wish.threads > 0 ? now.wish.threads : now.automatic_threads;
    if (model_is_open_) say(engine::ModelOpened{script_.model, script_.acceleration});
    say(now);
  } else if (const auto* usual = std::get_if<engine::ChooseDefaultModel>(&command)) {
    script_.configured.default_model = usual->path;
    say(script_.configured);
  } else if (std::holds_alternative<engine::ReportEngine>(command)) {
    say(script_.configured);
  } else if (const auto* everything = std::get_if<engine::ExportEverything>(&command)) {
    engine::EverythingExported exported{everything->path, {}};
    if (!script_.refuses_export.empty()) exported.error = {ErrorKind::kIo, script_.refuses_export};
    say(exported);
  } else if (std::holds_alternative<engine::CancelTuning>(command)) {
    say(engine::TuningEnded{true, {ErrorKind::kInterrupted, "tuning was stopped"}});
  }
}

std::vector<engine::Event> FakeEngine::take_events() {
  return std::exchange(events_, {});
}

void FakeEngine::say(engine::Event event) {
  events_.push_back(std::move(event));
  if (events_.size() == 1) wake_();
}

void FakeEngine::open_model(const std::string& source) {
  say(engine::ModelOpening{source, 0});
  if (script_.model_keeps_opening) {
    say(engine::ModelOpening{source, script_.opening_progress});
    return;
  }
  if (!script_.model_error.empty()) {
    say(engine::ModelFailed{source, {ErrorKind::kBadFile, script_.model_error}});
    return;
  }
  model_is_open_ = true;
  engine::ModelInfo info = script_.model;
  for (const engine::ListedModel& listed : script_.models) {
    if (listed.path != source) continue;
    info = {};
    info.name = listed.facts.name;
    info.path = source;
    info.fingerprint = listed.facts.fingerprint;
    info.elsewhere = listed.elsewhere;
  }
  say(engine::ModelOpened{info, info.elsewhere ? engine::Acceleration() : script_.acceleration});
  if (!pending_.empty()) ticker_.start();
}

void FakeEngine::plan_tuning(const engine::TuningWish& wish) {
  engine::TuningPlanned plan = script_.tuning_plan;
  if (wish.minutes > 0) plan.minutes = wish.minutes;
  if (wish.own_prompts) plan.prompts += plan.own_prompts;
  say(plan);
}

void FakeEngine::open_conversation(ConversationId id) {
  say(engine::ConversationOpened{conversation(id), script_.branches[id], script_.versions[id], {}});
}

void FakeEngine::send(const engine::SendMessage& message) {
  if (!script_.refuses_messages.empty()) {
    say(engine::Failed{{ErrorKind::kDatabase, script_.refuses_messages}, message.request});
    return;
  }
  ConversationId id = message.conversation.value_or(0);
  if (id == 0) {
    id = ++last_id_;
    script_.conversations.push_back(make_conversation(id, message.text, now()));
    if (message.chat)
      script_.conversations.back().settings = engine::write_chat_settings(*message.chat);
  }
  conversation(id).updated = now();
  const Message question = make_message(++last_id_, id, MessageRole::kUser, message.text);
  const Message answer =
      make_message(++last_id_, id, MessageRole::kAssistant, {}, MessageStatus::kStreaming);
  script_.branches[id].push_back(question);
  script_.branches[id].push_back(answer);
  say(engine::TurnAdded{conversation(id), question, answer, message.request});
  pending_.push_back({answer});
  if (model_is_open_) ticker_.start();
}

/// The branch ends before the message, and goes on with a new question or the old one.
void FakeEngine::answer_anew(MessageId id, const std::string& text) {
  for (auto& [where, branch] : script_.branches) {
    const auto found = std::find_if(branch.begin(), branch.end(),
                                    [id](const Message& each) { return each.id == id; });
    if (found == branch.end()) continue;
    std::vector<Versions>& versions = script_.versions[where];
    const std::size_t first = std::size_t(found - branch.begin());
    for (std::size_t i = versions.size(); i < branch.size(); ++i)
      versions.push_back({branch[i].id});
    branch.resize(first);
    versions.resize(first + 1);
    if (!text.empty()) {
      branch.push_back(make_message(++last_id_, where, MessageRole::kUser, text));
      versions[first].push_back(last_id_);
      versions.emplace_back();
    }
    branch.push_back(
        make_message(++last_id_, where, MessageRole::kAssistant, {}, MessageStatus::kStreaming));
    versions.back().push_back(last_id_);
    say(engine::ConversationOpened{conversation(where), branch, versions, last_id_});
    pending_.push_back({branch.back()});
    if (model_is_open_) ticker_.start();
    return;
  }
}

void FakeEngine::change(ConversationId id, const std::function<void(Conversation&)>& edit) {
  edit(conversation(id));
  say(engine::ConversationChanged{conversation(id)});
}

void FakeEngine::stop() {
  while (!pending_.empty()) finish(MessageStatus::kStopped);
}

void FakeEngine::tick() {
  if (pending_.empty()) {
    ticker_.stop();
    return;
  }
  Pending& answer = pending_.front();
  if (answer.thought == 0 && answer.said == 0) {
    say(engine::AnswerStarted{answer.answer.conversation, answer.answer.id});
  }
  engine::TextAppended said{answer.answer.conversation, answer.answer.id, {}, {}, 83.6};
  const auto say_word = [&](const std::string& all, std::size_t& from, std::string& text,
                            int engine::TokenSpan::*bytes) {
    const std::size_t end = std::min(all.size(), all.find(' ', from + 1));
    // Steps of one, two and three tokens by turns.
    ++answer.tokens;
    engine::TokenSpan token;
    token.drafted = script_.acceleration.active && answer.tokens % 6 % 4 > 1;
    token.*bytes = int(end - from);
    said.tokens.push_back(token);
    text += all.substr(from, end - from);
    from = end;
  };
  for (int word = 0; word < script_.words_per_tick; ++word) {
    if (answer.thought < script_.thinking.size()) {
      say_word(script_.thinking, answer.thought, said.thinking, &engine::TokenSpan::thinking_bytes);
      answer.answer.thinking_ms += script_.thinking_ms;
    } else if (answer.said < script_.answer.size()) {
      say_word(script_.answer, answer.said, said.text, &engine::TokenSpan::bytes);
    }
  }
  answer.answer.content += said.text;
  answer.answer.thinking += said.thinking;
  said.thinking_ms = answer.answer.thinking_ms;
  say(std::move(said));
  if (answer.said == script_.answer.size()) finish(MessageStatus::kComplete);
}

void FakeEngine::finish(MessageStatus status) {
  Pending done = std::move(pending_.front());
  pending_.pop_front();
  done.answer.status = status;
  auto& branch = script_.branches[done.answer.conversation];
  const auto kept = std::find_if(branch.begin(), branch.end(),
                                 [&](const Message& each) { return each.id == done.answer.id; });
  if (kept != branch.end()) *kept = done.answer;
  say(engine::AnswerFinished{done.answer, statistics_for(done.tokens, script_.acceleration.active),
                             script_.acceleration});
}

Conversation& FakeEngine::conversation(ConversationId id) {
  return *std::find_if(script_.conversations.begin(), script_.conversations.end(),
                       [id](const Conversation& each) { return each.id == id; });
}

}  // namespace canter::ui
