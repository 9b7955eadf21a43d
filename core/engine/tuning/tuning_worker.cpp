#include "engine/tuning/tuning_worker.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/log.h"
#include "base/machine.h"
#include "base/utf8.h"
#include "engine/generation/computing.h"
#include "engine/models/drafting.h"
#include "engine/tuning/adapter_gain.h"
#include "engine/tuning/adapter_trial.h"
#include "engine/tuning/own_prompts.h"
#include "tune/tuner.h"

namespace canter::engine {
namespace {

constexpr std::size_t kMostOwnPrompts = 400;
constexpr auto kBetweenReports = std::chrono::milliseconds(200);
constexpr int kMeasuringAttempts = 4;
/// The gain is measured for about a minute, on each side.
constexpr double kMeasuringSeconds = 60;

/// Half of the context is left for the answer.
int longest_prompt(const Model& model) {
  return std::min(1024, model.plan().context / 2);
}

tl::unexpected<Error> no_model() {
  return fail(ErrorKind::kUsage, "no model is open on this computer; open one, then tune it");
}

/// The pool's threads work for a tuning as long as the object lives.
class Attached {
 public:
  Attached(TuningGate& gate, ThreadPool& pool) : gate_(gate) { gate_.attach(&pool); }
  ~Attached() { gate_.attach(nullptr); }
  Attached(const Attached&) = delete;
  Attached& operator=(const Attached&) = delete;

 private:
  TuningGate& gate_;
};

}  // namespace

TuningWorker::TuningWorker(const EngineOptions& options, StoreOpener& opener, EventQueue& events,
                           TuningGate& gate, const CurrentModel& current, AnswerWorker& answers)
    : options_(options),
      events_(&events),
      gate_(&gate),
      current_(&current),
      answers_(&answers),
      store_(opener),
      thread_([this] { run(); }) {}

TuningWorker::~TuningWorker() {
  closing_ = true;
  gate_->let_end();
  tasks_.close();
  thread_.join();
}

void TuningWorker::post(PlanTuning command) {
  accept(std::move(command));
}

void TuningWorker::post(StartTuning command) {
  accept(std::move(command));
}

void TuningWorker::post(TryAdapter command) {
  accept(std::move(command));
}

void TuningWorker::accept(Task task) {
  if (running_) {
    events_->push(TuningRefused{
        {ErrorKind::kUsage, "an adapter is being tuned already; wait for it or cancel it"}});
    return;
  }
  cancelled_ = false;
  tasks_.push(std::move(task));
}

void TuningWorker::pause(bool paused) {
  gate_->pause(paused);
  events_->push(TuningPaused{gate_->paused()});
}

void TuningWorker::cancel() {
  cancelled_ = true;
  gate_->let_end();
}

void TuningWorker::run() {
  lower_thread_priority();
  while (const auto task = tasks_.pop()) {
    if (closing_) continue;
    std::visit([this](const auto& t) { handle(t); }, *task);
  }
}

int TuningWorker::threads() {
  const auto database = store_.get();
  return threads_for(database ? load_computing(**database) : ComputingSettings(), options_.threads);
}

Result<TuningWorker::Prompts> TuningWorker::prompts(const TuningWish& wish) {
  auto given = tuning::read_prompts_or_built_in(wish.prompts);
  if (!given) return propagate(given);
  const auto database = store_.get();
  if (!database) return propagate(database);
  auto own = own_prompts(**database, kMostOwnPrompts);
  if (!own) return propagate(own);
  Prompts prompts{.all = std::move(*given), .own = int(own->size())};
  if (wish.own_prompts) prompts.all = tuning::mix_prompts(std::move(prompts.all), std::move(*own));
  prompts.all = tuning::with_earlier_questions(prompts.all);
  return prompts;
}

Result<tuning::TuningSpeed> TuningWorker::speed(const Model& model) {
  std::string key = model.summary().fingerprint;
  for (const auto& [type, count] : model.summary().weight_types) key += type;
  ThreadPool pool(threads());
  key += ' ' + std::to_string(pool.threads());
  if (const auto known = speeds_.find(key); known != speeds_.end()) return known->second;
  const auto measured = tuning::measure_tuning_speed(model, pool);
  if (measured) speeds_.emplace(std::move(key), *measured);
  return measured;
}

void TuningWorker::handle(const PlanTuning& command) {
  const auto model = current_->get();
  auto planned = model ? plan(*model, command.wish) : no_model();
  if (planned)
    events_->push(std::move(*planned));
  else
    events_->push(TuningRefused{planned.error()});
}

Result<TuningWorker::Planned> TuningWorker::fit(const Model& model, const TuningWish& wish) {
  const auto speed_here = speed(model);
  if (!speed_here) return propagate(speed_here);
  auto all = prompts(wish);
  if (!all) return propagate(all);
  const std::size_t count = all->all.size();
  const auto minutes_or = [&](double suggested) {
    return wish.minutes > 0 ? wish.minutes : suggested;
  };
  if (const auto shape = tuning::tunable_shape(model)) {
    const double minutes = minutes_or(tuning::suggested_minutes(*shape, *speed_here, count));
    return Planned{std::move(*all), plan_tuning(*shape, *speed_here, count, minutes)};
  }
  const int width = model.plan().width, vocabulary = model.plan().vocabulary;
  const double minutes =
      minutes_or(tuning::suggested_minutes_without_masks(width, vocabulary, *speed_here, count));
  return Planned{std::move(*all),
                 tuning::plan_without_masks(width, vocabulary, *speed_here, count, minutes)};
}

Result<TuningPlanned> TuningWorker::plan(const Model& model, const TuningWish& wish) {
  const auto planned = fit(model, wish);
  if (!planned) return propagate(planned);
  const auto& [prompts, plan] = *planned;
  const std::string& fingerprint = model.summary().fingerprint;
  return TuningPlanned{.model = model.summary().name,
                       .fingerprint = fingerprint,
                       .prompts = int(prompts.all.size()),
                       .own_prompts = prompts.own,
                       .minutes = plan.settings.minutes,
                       .answers = int(plan.answers),
                       .answer_seconds = plan.answer_seconds,
                       .groups_per_second = plan.groups_per_second,
                       .memory = plan.memory,
                       .resumable = TuningJob(options_.data_dir, fingerprint).kept()};
}

Result<TuningOrder> TuningWorker::order(const Model& model, const TuningJob& job,
                                        const StartTuning& command) {
  if (command.resume) return job.order();
  auto planned = fit(model, command.wish);
  if (!planned) return propagate(planned);
  const tuning::TuningSettings& settings = planned->plan.settings;
  TuningOrder order{.minutes = settings.minutes,
                    .mask_tokens = settings.mask_tokens,
                    .answers_per_step = settings.answers_per_step,
                    .groups_per_answer = settings.groups_per_answer,
                    .samples = settings.samples,
                    .prompts = std::move(planned->prompts.all)};
  if (auto kept = job.keep(order); !kept) return propagate(kept);
  return order;
}

void TuningWorker::handle(const StartTuning& command) {
  const auto model = current_->get();
  if (!model) {
    events_->push(TuningRefused{no_model().value()});
    return;
  }
  running_ = true;
  const TuningJob job(options_.data_dir, model->summary().fingerprint);
  const auto ordered = order(*model, job, command);
  if (!ordered) {
    running_ = false;
    events_->push(TuningRefused{ordered.error()});
    return;
  }
  events_->push(
      TuningStarted{model->summary().name, model->summary().fingerprint, ordered->minutes});
  Result<TuningFinished> finished;
  {
    ThreadPool pool(threads());
    const Attached attached(*gate_, pool);
    if (ended()) gate_->let_end();  // asked for before the pool was there
    finished = tune(*model, pool, job, *ordered);
  }
  running_ = false;
  if (!finished) {
    events_->push(TuningEnded{finished.error().kind == ErrorKind::kInterrupted, finished.error()});
    return;
  }
  job.remove();
  if (finished->adopted) answers_->renew_adapter(finished->fingerprint);
  events_->push(std::move(*finished));
}

void TuningWorker::handle(const TryAdapter& command) {
  const auto model = current_->get();
  const auto database = store_.get();
  if (!model || !database) {
    events_->push(TuningRefused{model ? database.error() : no_model().value()});
    return;
  }
  running_ = true;
  events_->push(TuningStarted{model->summary().name, model->summary().fingerprint, 1});
  Result<AdapterTrial> trial;
  {
    ThreadPool pool(threads());
    const Attached attached(*gate_, pool);
    trial = try_adapter(path_from_utf8(command.path), *model, pool, **database, [&](double done) {
      report({.phase = TuningPhase::kMeasuring,
              .done = done,
              .seconds_left = kMeasuringSeconds * (1 - done)});
      return !ended();
    });
  }
  running_ = false;
  if (!trial) {
    events_->push(TuningEnded{trial.error().kind == ErrorKind::kInterrupted, trial.error()});
    return;
  }
  if (trial->adopted) answers_->renew_adapter(model->summary().fingerprint);
  events_->push(TuningFinished{.model = model->summary().name,
                               .fingerprint = model->summary().fingerprint,
                               .tokens_per_step = trial->tokens_per_step,
                               .speedup = trial->speedup,
                               .speedup_before = trial->speedup_before,
                               .adopted = trial->adopted});
}

void TuningWorker::report(TuningProgressed progress) {
  const auto now = Clock::now();
  if (progress.tokens_per_step == 0 && now - reported_ < kBetweenReports) return;
  reported_ = now;
  events_->push(std::move(progress));
}

Result<TuningFinished> TuningWorker::tune(const Model& model, ThreadPool& pool,
                                          const TuningJob& job, const TuningOrder& order) {
  using Phase = tuning::TuningProgress::Phase;
  const auto encoded =
      tuning::encode_prompts(order.prompts, ChatFormat(model.tokenizer()), longest_prompt(model));
  const tuning::TuningSettings settings = order.settings();
  int answers = 0;
  const auto result = tuning::tune(
      model, pool, encoded, settings, job.files(), true, [&](const tuning::TuningProgress& now) {
        TuningProgressed progress{
            .done = now.done, .seconds = now.seconds, .step = now.step, .loss = now.loss};
        if (now.phase < Phase::kHead) {
          if (now.phase == Phase::kAnswers)
            answers = now.step;
          else
            progress.done = 1;
          progress.step = 0;
        } else {
          progress.phase = TuningPhase::kLearning;
          // The head and the masks, one after the other, on one bar.
          const double of_head = settings.mask_tokens > 0 ? settings.head_share : 1;
          progress.done =
              now.phase == Phase::kHead ? of_head * now.done : of_head + (1 - of_head) * now.done;
        }
        if (now.phase == Phase::kLearning) {
          const double all = now.done > 0.01 ? now.seconds / now.done : order.minutes * 60;
          progress.seconds_left = std::max(0.0, all - now.seconds);
        } else {
          progress.seconds_left = std::max(0.0, order.minutes * 60 - now.seconds);
        }
        progress.seconds_left += kMeasuringSeconds;
        progress.answers = answers;
        if (now.unseen) progress.tokens_per_step = now.unseen->both.tokens_per_step;
        report(progress);
        return !ended();
      });
  if (!result) return propagate(result);
  return conclude(model, pool, job, order, *result, encoded);
}

Result<TuningFinished> TuningWorker::conclude(const Model& model, ThreadPool& pool,
                                              const TuningJob& job, const TuningOrder& order,
                                              const tuning::TuningResult& result,
                                              std::span<const std::vector<TokenId>> prompts) {
  const auto database = store_.get();
  if (!database) return propagate(database);
  const auto speed_here = speed(model);
  if (!speed_here) return propagate(speed_here);
  const int max_tokens = order.settings().max_new_tokens;
  const auto compared =
      prompts_to_compare(prompts, result.unseen, speed_here->seconds_per_token, max_tokens);
  const auto progress = [&](double done) {
    report({.phase = TuningPhase::kMeasuring,
            .done = done,
            .seconds_left = kMeasuringSeconds * (1 - done)});
    return !ended();
  };
  // A measurement that had to make way says nothing: it is done again, if need be a few times.
  const auto gain = [&](const std::optional<Adapter>& adapter, double from) {
    for (int attempt = 1;; ++attempt) {
      const double held = pool.held_seconds();
      const auto measured =
          measure_adapter_gain(model, pool, adapter, compared, max_tokens,
                               [&](double done) { return progress(from + done / 2); });
      if (!measured || pool.held_seconds() == held || attempt == kMeasuringAttempts)
        return measured;
    }
  };
  const auto before = gain(find_adapter(model, *database).adapter, 0);
  if (!before) return propagate(before);
  const auto after = gain(result.adapter, 0.5);
  if (!after) return propagate(after);

  TuningFinished finished{.model = model.summary().name,
                          .fingerprint = model.summary().fingerprint,
                          .tokens_per_step = result.adapter.tokens_per_step,
                          .speedup = *after,
                          .speedup_before = *before,
                          .adopted = *after > std::max(1.0, *before)};
  AdapterRecord record;
  record.path = job.new_adapter().string();
  record.fingerprint = finished.fingerprint;
  record.settings = nlohmann::json{{"tokens_per_step", finished.tokens_per_step},
                                   {"speedup", finished.speedup},
                                   {"set_aside", !finished.adopted}}
                        .dump();
  if (auto written = write_adapter(path_from_utf8(record.path), result.adapter, model.plan());
      !written)
    return propagate(written);
  if (auto known = (*database)->remember_adapter(record); !known) return propagate(known);
  return finished;
}

}  // namespace canter::engine
