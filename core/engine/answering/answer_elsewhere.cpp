#include <utility>

#include "engine/answering/answer_worker.h"
#include "engine/generation/history.h"
#include "engine/generation/remote_parts.h"
#include "engine/keeping/answer_keeper.h"
#include "engine/models/servers.h"

namespace canter::engine {
namespace {

using Clock = std::chrono::steady_clock;

/// What this program's own models are told besides is unknown to most servers.
remote::ChatQuestion question_of(const AnswerTask& task, const std::vector<ChatMessage>& history,
                                 const std::string& model) {
  remote::ChatQuestion question{.model = model};
  for (const ChatMessage& message : history)
    question.messages.push_back({message.role, message.content});
  const ChatSettings& chat = task.chat;
  question.temperature = chat.sampling.temperature;
  if (task.another && question.temperature == 0.0) question.temperature = kOtherTemperature;
  question.top_p = chat.sampling.top_p;
  if (chat.fixed_seed && !task.another) question.seed = chat.seed;
  question.max_tokens = chat.max_tokens;
  if (task.settings) {
    question.temperature = task.settings->sampling.temperature;
    question.top_p = task.settings->sampling.top_p;
    question.seed = task.settings->sampling.seed;
    question.max_tokens = task.settings->max_tokens;
    question.stop = task.settings->stop_strings;
  }
  return question;
}

Result<FinishReason> finish_of(const remote::ChatEnd& end) {
  switch (end.finish) {
    case remote::ChatFinish::kStop:
      return FinishReason::kEndToken;
    case remote::ChatFinish::kLength:
      return FinishReason::kTokenLimit;
    case remote::ChatFinish::kFilter:
      return fail(ErrorKind::kIo, "the server keeps the rest of the answer back; ask otherwise");
    case remote::ChatFinish::kOther:
      break;
  }
  return fail(ErrorKind::kIo, "the model wants to call a tool, and there is none; ask otherwise");
}

}  // namespace

Result<void> AnswerWorker::open_elsewhere(const remote::RemoteModel& model) {
  const auto address = remote::parse_server_address(model.base);
  if (!address) return propagate(address);
  close_model();
  drafter_reason_.clear();
  adapter_name_.clear();
  elsewhere_ = model;
  info_ = {};
  info_.name = model.name;
  info_.path = remote::source_of(model);
  info_.elsewhere = place_of(*address);
  // Shown where a chat says nothing of it, and never sent.
  info_.sampling.temperature = 1;
  return {};
}

Result<Answer> AnswerWorker::answer_elsewhere(const AnswerTask& task) {
  if (!task.answer.content.empty() || !task.answer.thinking.empty())
    return fail(ErrorKind::kUsage,
                "a model elsewhere cannot go on with an answer; ask it to, or ask for another");
  const auto database = store_.get();
  if (!database) return propagate(database);
  const auto branch = unsaved_->branch(**database, task.question.id);
  if (!branch) return propagate(branch);
  const auto address = remote::parse_server_address(elsewhere_->base);
  if (!address) return propagate(address);

  const Clock::time_point asked = Clock::now();
  AnswerKeeper keeper(**database, written_, asked);
  HttpSettings http = remote::patient_http();
  http.should_stop = [&] {
    if (task.answer.id > 0) keeper.keep(written_, Clock::now());
    return stop_->stopped(task.asked.epoch);
  };
  const ServerSettings settings =
      options_.server ? *options_.server : server_settings(address->origin, *database);
  const auto client = server_client(*address, settings, *options_.keys, std::move(http));
  if (!client) return propagate(client);

  RemoteParts parts(written_, asked);
  const auto end = client->chat(
      question_of(task, chat_history(*branch, task.chat.system_prompt), elsewhere_->name),
      [&](const remote::ChatDelta& delta) { events_->push(parts.add(delta, Clock::now())); });
  if (auto rest = parts.finish(); !rest.text.empty() || !rest.thinking.empty())
    events_->push(std::move(rest));
  if (!end && end.error().kind != ErrorKind::kInterrupted) return propagate(end);
  Answer answer;
  answer.finish = FinishReason::kStopped;
  answer.statistics = parts.statistics(end ? end->usage : std::nullopt, Clock::now());
  answer.statistics.add_wait(
      std::chrono::duration<double, std::milli>(asked - task.asked.at).count());
  if (!end) return answer;
  const auto finish = finish_of(*end);
  if (!finish) return propagate(finish);
  answer.finish = *finish;
  return answer;
}

}  // namespace canter::engine
