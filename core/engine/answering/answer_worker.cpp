#include "engine/answering/answer_worker.h"

#include <algorithm>
#include <new>
#include <random>
#include <vector>

#include "base/log.h"
#include "decode/turn_ends.h"
#include "engine/answering/streamed_answer.h"
#include "engine/generation/chat_sampling.h"
#include "engine/generation/computing.h"
#include "engine/generation/context_fit.h"
#include "engine/generation/history.h"
#include "engine/keeping/answer_keeper.h"
#include "engine/models/draft_models.h"
#include "engine/models/locate.h"
#include "engine/models/model_facts.h"
#include "engine/session/statistics.h"

namespace canter::engine {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kRetryInterval = std::chrono::seconds(1);
/// How long a running answer is not looked at.
constexpr auto kAnswerLookInterval = std::chrono::milliseconds(20);

/// What another answer is drawn with besides kOtherTemperature.
constexpr double kOtherMinP = 0.05;

bool is_whole(FinishReason finish) {
  return finish == FinishReason::kEndToken || finish == FinishReason::kStopString;
}

std::string limit_text(FinishReason finish) {
  if (finish == FinishReason::kTokenLimit) return kTokenLimit;
  if (finish == FinishReason::kContextFull) return kContextFull;
  return {};
}

GenerationSettings generation(const AnswerTask& task, const ModelInfo& model) {
  if (task.settings) return *task.settings;
  GenerationSettings settings;
  SamplingSettings& sampling = settings.sampling = changed(model.sampling, task.chat.sampling);
  settings.max_tokens = task.chat.max_tokens;
  if (task.another && sampling.temperature == 0) {
    sampling.temperature = kOtherTemperature;
    sampling.min_p = kOtherMinP;
  }
  const bool fixed = task.chat.fixed_seed && !task.another;
  sampling.seed = fixed ? task.chat.seed : std::random_device()();
  return settings;
}

}  // namespace

AnswerWorker::AnswerWorker(const EngineOptions& options, StoreOpener& opener, EventQueue& events,
                           const StopSignal& stop, const StopSignal& stop_comparison,
                           const StopSignal& stop_summaries, TuningGate& tuning,
                           CurrentModel& current, Unsaved& unsaved)
    : options_(options),
      events_(&events),
      stop_(&stop),
      tuning_(&tuning),
      current_(&current),
      unsaved_(&unsaved),
      store_(opener),
      comparer_(events, stop_comparison, tuning),
      summarizer_(events, stop_summaries),
      thread_([this] { run(); }) {}

AnswerWorker::~AnswerWorker() {
  wanted_.close();
  tasks_.close();
  thread_.join();
}

void AnswerWorker::post(OpenModel command) {
  wanted_.want(std::move(command));
  tasks_.push(OpenWanted{});
}

void AnswerWorker::run() {
  // One that cannot be opened is complained of where it is needed.
  if (const auto database = store_.get()) computing_ = load_computing(**database);
  while (auto task = next_task()) std::visit([this](auto& t) { handle(t); }, *task);
  close_generator();
}

std::optional<AnswerWorker::Task> AnswerWorker::next_task() {
  while (!unsaved_->empty()) {
    auto task = tasks_.pop_within(kRetryInterval);
    if (const auto database = store_.get()) unsaved_->save(**database);
    if (task || tasks_.closed()) return task;
  }
  return tasks_.pop();
}

void AnswerWorker::handle(const OpenWanted&) {
  if (auto wish = wanted_.take()) (void)open_wish(std::move(*wish));
}

int AnswerWorker::threads() const {
  return threads_for(computing_, options_.threads);
}

Acceleration AnswerWorker::acceleration() const {
  Acceleration now{.available = false, .reason = drafter_reason_};
  if (!generator_) return now;
  const bool wished = switch_.wished();
  generator_->visit([&](const GeneratorMeans& means) {
    const Drafter* const drafter = means.drafter.get();
    if (!drafter) return;
    now.available = true;
    now.adapter = drafter->adapter() != nullptr;
    now.active = wished && !drafter->resting();
    now.speedup = drafter->gains_of_answers().speedup();
    now.answers = drafter->gains_of_answers().answers();
    if (!wished) now.reason.clear();
    if (wished && drafter->resting() && now.adapter) now.reason = kDoesNotPay;
  });
  if (now.available && draft_model_) now.draft_model = draft_source_;
  return now;
}

void AnswerWorker::handle(const AnswerTask& task) {
  written_ = task.answer;
  left_out_ = {};
  const TuningGate::Turn turn(*tuning_);
  Result<void> ready;
  if (!stop_->stopped(task.asked.epoch)) ready = open_model_of(task.question.conversation);
  if (stop_->stopped(task.asked.epoch)) {
    Answer nothing;
    nothing.finish = FinishReason::kStopped;
    return finish(task, nothing);
  }
  if (!ready) return finish(task, propagate(ready));
  if (is_open()) {
    written_.model = info_.name;
    written_.model_path = info_.path;
  }
  events_->push(AnswerStarted{task.answer.conversation, task.answer.id});
  finish(task, answer(task));
}

void AnswerWorker::handle(const AdapterRenewed& renewed) {
  if (!model_ || model_->summary().fingerprint != renewed.fingerprint) return;
  const TuningGate::Turn turn(*tuning_);
  renew_drafter("adapter");
}

void AnswerWorker::handle(const ChooseDraftModel& command) {
  if (!model_) return;
  const auto database = store_.get();
  const auto kept =
      database ? choose_draft_model(model_->summary().fingerprint, command.path, **database)
               : propagate(database);
  if (!kept) return events_->push(Failed{kept.error()});
  const TuningGate::Turn turn(*tuning_);
  draft_model_.reset();
  renew_drafter("draft model");
}

void AnswerWorker::renew_drafter(const std::string& what) {
  comparer_.end({ErrorKind::kUsage, "the model has another " + what + " now; compare again"});
  switch_.end();
  keep_experience(/*whole=*/true);
  auto choice = open_draft_sources();
  generator_->visit([&](const GeneratorMeans& means) {
    means.drafter = choice ? make_drafter(std::move(*choice), means.pool) : nullptr;
  });
  if (!choice) events_->push(Failed{choice.error()});
  events_->push(AccelerationChanged{acceleration()});
}

void AnswerWorker::handle(const ConfigureEngine& command) {
  const auto database = store_.get();
  const auto saved = database ? save_computing(command.wish, **database) : propagate(database);
  if (!saved) {
    events_->push(Failed{saved.error()});
    return handle(ReportEngine());
  }
  if (command.wish == computing_) return handle(ReportEngine());
  const TuningGate::Turn turn(*tuning_);
  comparer_.end({ErrorKind::kUsage, "computing was set up anew meanwhile; compare again"});
  switch_.end();
  close_generator();
  computing_ = command.wish;
  if (model_) {
    if (const auto opened = open_generator(); opened) {
      info_.context = generator_->context();
      current_->set({model_, chat_, info_.context});
      events_->push(ModelOpened{info_, acceleration(), generator_});
    } else {
      close_model();
      events_->push(ModelFailed{info_.path, opened.error()});
    }
  }
  handle(ReportEngine());
}

void AnswerWorker::handle(const ChooseDefaultModel& command) {
  const auto database = store_.get();
  const auto chosen =
      database ? choose_default_model(command.path, **database) : propagate(database);
  if (!chosen) events_->push(Failed{chosen.error()});
  handle(ReportEngine());
}

void AnswerWorker::handle(const ReportEngine&) {
  const auto database = store_.get();
  events_->push(EngineConfigured{.wish = computing_,
                                 .threads = threads(),
                                 .automatic_threads = threads_for({}, 0),
                                 .most_threads = most_threads(),
                                 .threads_fixed = options_.threads > 0,
                                 .default_model = database ? default_model(**database) : ""});
}

Comparer::Means AnswerWorker::means(const GeneratorMeans& means) const {
  return {model_.get(), chat_.get(),         weight_types_text(model_->summary()),
          &means.pool,  means.drafter.get(), drafter_reason_};
}

void AnswerWorker::handle(const ComparisonTask& task) {
  if (generator_)
    generator_->visit([&](const GeneratorMeans& all) { comparer_.begin(task, means(all)); });
  else
    comparer_.begin(task, {});
  if (comparer_.running()) tasks_.push(ComparisonTurn{});
}

// What was asked for meanwhile goes before the next answer.
void AnswerWorker::handle(const ComparisonTurn&) {
  if (!comparer_.running()) return;
  switch_.end();
  const auto database = store_.get();
  generator_->visit([&](const GeneratorMeans& all) {
    comparer_.go_on(means(all), database ? *database : nullptr);
  });
  if (comparer_.running()) tasks_.push(ComparisonTurn{});
}

void AnswerWorker::handle(SummaryTask& task) {
  const bool idle = !summarizer_.running();
  summarizer_.begin(std::move(task), chat_.get(), generator_ ? generator_->context() : 0);
  if (idle && summarizer_.running()) tasks_.push(SummaryTurn{});
}

void AnswerWorker::handle(const SummaryTurn&) {
  if (!summarizer_.running()) return;
  const TuningGate::Turn turn(*tuning_);
  switch_.end();
  summarizer_.go_on(*generator_, *chat_, info_.sampling);
  if (summarizer_.running()) tasks_.push(SummaryTurn{});
}

Result<Answer> AnswerWorker::answer(const AnswerTask& task) try {
  if (elsewhere_) return answer_elsewhere(task);
  if (!model_)
    return fail(ErrorKind::kUsage, "no model is open; open one and send the message again");
  const auto database = store_.get();
  if (!database) return propagate(database);
  const auto draft = switch_.begin(task.question.conversation, **database);
  if (!draft) return propagate(draft);
  const bool continues = !task.answer.content.empty() || !task.answer.thinking.empty();
  auto branch = unsaved_->branch(**database, continues ? task.answer.id : task.question.id);
  if (!branch) return propagate(branch);
  const PromptOptions options{.thinking = task.chat.thinking};
  left_out_ =
      fit_context(*branch, task.chat.when_full, generator_->context(),
                  [&](const std::vector<Message>& messages) {
                    const auto tokens = chat_->encode(
                        chat_history(messages, task.chat.system_prompt, continues), options);
                    return tokens ? int(tokens->size()) : -1;
                  });
  const auto prompt =
      chat_->render(chat_history(*branch, task.chat.system_prompt, continues), options);
  if (!prompt) return propagate(prompt);
  const auto tokens = chat_->encode(*prompt);
  if (!tokens) return propagate(tokens);

  const auto wait = Clock::now() - task.asked.at;
  AnswerKeeper keeper(**database, written_, Clock::now());
  StreamedAnswer stream(written_, chat_->splitter(*prompt), events_);
  const auto id = generator_->submit({.prompt = *tokens,
                                      .settings = with_turn_ends(generation(task, info_), *chat_),
                                      .at_text_start = !continues,
                                      .draft = *draft},
                                     stream.sink());
  if (!id)
    return fail(ErrorKind::kUsage,
                "too many requests of other programs wait for the model; try again later");
  switch_.follow(*generator_, *id);
  auto told = stream.wait(kAnswerLookInterval);
  for (; !told; told = stream.wait(kAnswerLookInterval)) {
    if (stop_->stopped(task.asked.epoch)) generator_->cancel(*id);
    if (const auto now = Clock::now(); task.answer.id > 0 && keeper.is_due(now))
      keeper.keep(stream.so_far(), now);
  }
  if (*told && !continues)
    (*told)->statistics.add_wait(std::chrono::duration<double, std::milli>(wait).count());
  return std::move(*told);
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge,
              "no memory for the rest of the answer; close other programs or start a new chat");
}

void AnswerWorker::finish(const AnswerTask& task, const Result<Answer>& result) {
  AnswerFinished finished{written_, {}, {}};
  Message& message = finished.answer;
  message.error.clear();
  if (result) {
    message.status = is_whole(result->finish) ? MessageStatus::kComplete : MessageStatus::kStopped;
    message.error = limit_text(result->finish);
    finished.statistics = joined(read_statistics(task.answer), result->statistics);
    drafted_ |= result->statistics.rows > result->statistics.steps;
    if (finished.statistics.generated > 0)
      message.statistics =
          write_statistics(finished.statistics, switch_.wished() ? adapter_name_ : "", left_out_);
  } else {
    message.status = MessageStatus::kFailed;
    message.error = result.error().message;
    finished.failure = result.error();
  }
  finished.acceleration = acceleration();
  const auto kept = keep(message);
  keep_experience(/*whole=*/false);
  if (!kept) events_->push(Failed{kept.error()});
  events_->push(std::move(finished));
}

Result<void> AnswerWorker::keep(const Message& answer) {
  if (answer.id < 0) {
    unsaved_->finish(answer);
    return {};
  }
  const auto database = store_.get();
  auto kept = database ? (*database)->finish_answer(answer) : propagate(database);
  if (!kept && kept.error().kind == ErrorKind::kDatabase) {
    unsaved_->finish(answer);
    kept.error().message += "; the answer stays in memory and is saved as soon as that can be done";
  }
  return kept;
}

}  // namespace canter::engine
