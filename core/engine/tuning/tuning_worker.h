#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "engine/answering/answer_worker.h"
#include "engine/keeping/lazy_store.h"
#include "engine/models/current_model.h"
#include "engine/session/engine_options.h"
#include "engine/session/event_queue.h"
#include "engine/session/messages.h"
#include "engine/session/tuning_gate.h"
#include "engine/session/work_queue.h"
#include "engine/tuning/tuning_job.h"
#include "tune/plan.h"

namespace canter::engine {

/// The thread that makes adapters, behind all others. What is public is thread safe.
class TuningWorker {
 public:
  /// All references must outlive the worker.
  TuningWorker(const EngineOptions& options, StoreOpener& opener, EventQueue& events,
               TuningGate& gate, const CurrentModel& current, AnswerWorker& answers);
  /// Ends a tuning that runs after it has kept what it learned.
  ~TuningWorker();

  void post(PlanTuning command);
  void post(StartTuning command);
  void post(TryAdapter command);
  void pause(bool paused);
  void cancel();

 private:
  using Task = std::variant<PlanTuning, StartTuning, TryAdapter>;
  using Clock = std::chrono::steady_clock;

  /// Refuses while a tuning runs.
  void accept(Task task);
  void run();
  void handle(const PlanTuning& command);
  void handle(const StartTuning& command);
  void handle(const TryAdapter& command);
  Result<TuningPlanned> plan(const Model& model, const TuningWish& wish);
  /// A new one by the wish, kept, or the one that was kept before.
  Result<TuningOrder> order(const Model& model, const TuningJob& job, const StartTuning& command);
  Result<TuningFinished> tune(const Model& model, ThreadPool& pool, const TuningJob& job,
                              const TuningOrder& order);
  /// What the new adapter gains; keeps it, and lets it be used if it pays.
  Result<TuningFinished> conclude(const Model& model, ThreadPool& pool, const TuningJob& job,
                                  const TuningOrder& order, const tuning::TuningResult& result,
                                  std::span<const std::vector<TokenId>> prompts);

  struct Prompts {
    std::vector<tuning::Prompt> all;
    int own = 0;  ///< that there are
  };
  Result<Prompts> prompts(const TuningWish& wish);
  struct Planned {
    Prompts prompts;
    tuning::TuningPlan plan;
  };
  /// The prompts that are wished, and a plan for the time that is wished or suggested.
  Result<Planned> fit(const Model& model, const TuningWish& wish);
  Result<tuning::TuningSpeed> speed(const Model& model);
  void report(TuningProgressed progress);
  int threads();
  bool ended() const { return cancelled_ || closing_; }

  EngineOptions options_;
  EventQueue* events_;
  TuningGate* gate_;
  const CurrentModel* current_;
  AnswerWorker* answers_;
  std::atomic<bool> running_ = false;
  std::atomic<bool> cancelled_ = false;
  std::atomic<bool> closing_ = false;
  WorkQueue<Task> tasks_;
  LazyStore store_;
  std::map<std::string, tuning::TuningSpeed> speeds_;  // by file formats and fingerprint
  Clock::time_point reported_;
  std::thread thread_;
};

}  // namespace canter::engine
