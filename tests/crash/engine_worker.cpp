#include <nlohmann/json.hpp>
#include <stdexcept>
#include <variant>

#include "core/engine/client.h"
#include "crash/acknowledge.h"
#include "crash/worker.h"

namespace canter::crash {
namespace {

using Json = nlohmann::json;

constexpr int kTokens = 24;

/// The next event of that kind; an error that comes before it is thrown.
template <typename Kind>
Kind expect(test::Client& client) {
  while (true) {
    engine::Event event = client.next_event();
    std::visit(
        [](const auto& heard) {
          if constexpr (requires { heard.error.message; })
            throw std::runtime_error(heard.error.message);
        },
        event);
    if (auto* wanted = std::get_if<Kind>(&event)) return std::move(*wanted);
  }
}

void open_model(test::Client& client, const std::string& source) {
  client.post(engine::OpenModel{source});
  (void)expect<engine::ModelOpened>(client);
}

void acknowledge_turn(const Message& question, const Message& answer, const std::string& text) {
  acknowledge(Json{{"question", question.id}, {"answer", answer.id}, {"text", text}}.dump());
}

}  // namespace

int compare_and_answer(const WorkerOptions& options) {
  test::Client client(options.data_dir);
  open_model(client, options.model);
  engine::Compare compare;
  compare.set = true;
  compare.most = 2;
  compare.settings.max_tokens = kTokens;
  for (std::uint64_t number = 1;; ++number) {
    compare.request = number;
    client.post(compare);
    engine::SendMessage send;
    send.text = "Question " + std::to_string(number);
    send.settings = compare.settings;
    client.post(send);
    const auto turn = expect<engine::TurnAdded>(client);
    acknowledge_turn(turn.question, turn.answer, "");
    const auto answered = expect<engine::AnswerFinished>(client);
    acknowledge_turn(turn.question, answered.answer, answered.answer.content);
    const auto compared = expect<engine::ComparisonFinished>(client);
    acknowledge(Json{{"comparison", compared.result.summary.id}}.dump());
  }
}

int make_adapter(const WorkerOptions& options) {
  test::Client client(options.data_dir);
  open_model(client, options.model);
  engine::StartTuning start;
  start.wish.minutes = 0.1;
  start.resume = options.resume;
  client.post(start);
  (void)expect<engine::TuningFinished>(client);
  acknowledge("tuned");
  return 0;
}

}  // namespace canter::crash
