#include "generate_remote.h"

#include <chrono>
#include <nlohmann/json.hpp>

#include "engine/generation/remote_parts.h"
#include "engine/models/servers.h"

namespace canter::cli {
namespace {

using Clock = std::chrono::steady_clock;

std::string_view finish_name(remote::ChatFinish finish) {
  switch (finish) {
    case remote::ChatFinish::kStop:
      return "stop";
    case remote::ChatFinish::kLength:
      return "length";
    case remote::ChatFinish::kFilter:
      return "filter";
    case remote::ChatFinish::kOther:
      break;
  }
  return "other";
}

remote::ChatQuestion question_of(const RemoteRequest& request, const std::string& model) {
  remote::ChatQuestion question{.model = model};
  for (const ChatMessage& message : request.messages)
    question.messages.push_back({message.role, message.content});
  question.temperature = request.sampling.temperature;
  question.top_p = request.sampling.top_p;
  question.seed = request.seed;
  question.max_tokens = request.max_tokens;
  return question;
}

nlohmann::ordered_json document(const Message& answer, const AnswerStatistics& statistics,
                                const RemoteTarget& target, remote::ChatFinish finish) {
  return {{"text", answer.content},
          {"thinking", answer.thinking},
          {"model", target.model},
          {"address", target.client.address().base},
          {"prompt_tokens", statistics.prompt_tokens},
          {"cached_tokens", statistics.reused_tokens},
          {"generated", statistics.generated},
          {"tokens_per_second", statistics.tokens_per_second()},
          {"first_token_ms", statistics.first_token_ms},
          {"total_ms", statistics.total_ms},
          {"finish", finish_name(finish)}};
}

}  // namespace

Outcome<> generate_remotely(const RemoteArguments& arguments, const RemoteRequest& request,
                            const CommonOptions& options) {
  const InterruptListener interrupt;
  const Outcome<RemoteTarget> target = find_remote(arguments, options, interrupt);
  if (!target) return tl::unexpected(target.error());
  if (!options.json) print_note(place_note(engine::place_of(target->client.address())));
  Message answer;
  engine::RemoteParts parts(answer, Clock::now());
  Outcome<> written;
  const auto show = [&](const engine::TextAppended& added) {
    if (options.json || !written) return;
    written = print_thought(added.thinking);
    if (written) written = print(added.text);
  };
  const auto end = target->client.chat(
      question_of(request, target->model),
      [&](const remote::ChatDelta& delta) { show(parts.add(delta, Clock::now())); });
  show(parts.finish());
  if (!options.json && written && !answer.content.empty()) written = print("\n");
  if (!end) return data_failure(end.error());
  if (!written) return written;
  const AnswerStatistics statistics = parts.statistics(end->usage, Clock::now());
  if (options.json) return print_json(document(answer, statistics, *target, end->finish));
  print_note(remote_statistics_line(statistics));
  return {};
}

}  // namespace canter::cli
