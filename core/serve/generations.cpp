#include "serve/generations.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

namespace canter::serve {

/// Shared with the sinks, which may be told of an end after the request is gone.
struct Generations::Mailbox {
  std::mutex mutex;
  std::condition_variable filled;
  std::deque<GenerationEvent> events;

  void put(GenerationEvent event) {
    {
      const std::lock_guard lock(mutex);
      events.push_back(std::move(event));
    }
    filled.notify_one();
  }
};

Generations::Generations(engine::Generator& generator)
    : generator_(&generator), mailbox_(std::make_shared<Mailbox>()) {}

Generations::~Generations() {
  if (ended()) return;
  for (const engine::GenerationId id : ids_) generator_->cancel(id);
}

Checked<std::unique_ptr<Generations>> Generations::start(
    engine::Generator& generator, std::vector<engine::GenerationRequest> requests) {
  std::unique_ptr<Generations> started(new Generations(generator));
  for (engine::GenerationRequest& request : requests) {
    const int answer = started->open_;
    const auto mailbox = started->mailbox_;
    engine::GenerationSink sink;
    sink.token = [mailbox, answer](const engine::GeneratedToken& came) {
      mailbox->put(TokenCame{answer, came.token.id, std::string(came.token.text),
                             came.token.drafted, came.likelihoods});
    };
    sink.end = [mailbox, answer](Result<Answer> result) {
      mailbox->put(AnswerEnded{answer, std::move(result)});
    };
    const auto id = generator.submit(std::move(request), std::move(sink));
    if (!id)
      return refuse(429, "too many requests wait already, try again later", {}, "overloaded");
    started->ids_.push_back(*id);
    ++started->open_;
  }
  return started;
}

std::optional<GenerationEvent> Generations::next(std::chrono::milliseconds patience) {
  std::unique_lock lock(mailbox_->mutex);
  if (!mailbox_->filled.wait_for(lock, patience, [&] { return !mailbox_->events.empty(); }))
    return std::nullopt;
  GenerationEvent event = std::move(mailbox_->events.front());
  mailbox_->events.pop_front();
  if (std::holds_alternative<AnswerEnded>(event)) --open_;
  return event;
}

}  // namespace canter::serve
