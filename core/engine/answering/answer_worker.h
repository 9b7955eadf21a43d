#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <variant>

#include "engine/answering/asking.h"
#include "engine/answering/summarizer.h"
#include "engine/comparison/comparer.h"
#include "engine/generation/generator.h"
#include "engine/keeping/lazy_store.h"
#include "engine/keeping/unsaved.h"
#include "engine/models/current_model.h"
#include "engine/models/drafting.h"
#include "engine/models/wanted_model.h"
#include "engine/session/engine_options.h"
#include "engine/session/event_queue.h"
#include "engine/session/statistics.h"
#include "engine/session/stop_signal.h"
#include "engine/session/tuning_gate.h"
#include "engine/session/work_queue.h"
#include "remote/server_address.h"

namespace canter::engine {

/// An answer that waits for its turn; question and answer are in the database or, with ids below 0,
/// among what is unsaved. An answer that has text or thinking already is continued.
struct AnswerTask {
  Message question;
  Message answer;
  ChatSettings chat;
  /// Instead of what `chat` and the model say.
  std::optional<GenerationSettings> settings = {};
  /// It must not be the same as before, even where the likeliest words are taken.
  bool another = false;
  Asking asked = {};
};

/// Of another answer, where the same question may be answered the same way once more.
inline constexpr double kOtherTemperature = 0.7;

/// The thread that opens models, asks their generator for answers and keeps these. post() is thread
/// safe.
class AnswerWorker {
 public:
  /// All references must outlive the worker.
  AnswerWorker(const EngineOptions& options, StoreOpener& opener, EventQueue& events,
               const StopSignal& stop, const StopSignal& stop_comparison,
               const StopSignal& stop_summaries, TuningGate& tuning, CurrentModel& current,
               Unsaved& unsaved);
  /// Ends when all answers that were posted are done, which waiting ones are at once after a stop.
  /// No model is opened any more.
  ~AnswerWorker();

  /// A newer model takes the place of one that waits or is being opened, so that answers which wait
  /// for that one are given by the newer.
  void post(OpenModel command);
  void post(AnswerTask task) { tasks_.push(std::move(task)); }
  void post(ComparisonTask task) { tasks_.push(std::move(task)); }
  void post(SummaryTask task) { tasks_.push(std::move(task)); }
  void post(ConfigureEngine command) { tasks_.push(command); }
  void post(ChooseDefaultModel command) { tasks_.push(std::move(command)); }
  void post(ReportEngine command) { tasks_.push(command); }
  void post(ChooseDraftModel command) { tasks_.push(std::move(command)); }
  /// The database knows another adapter for models with this fingerprint.
  void renew_adapter(std::string fingerprint) {
    tasks_.push(AdapterRenewed{std::move(fingerprint)});
  }
  /// The wish of a conversation has changed, and the database knows it.
  void accelerate(ConversationId conversation, bool wished) { switch_.set(conversation, wished); }

 private:
  struct OpenWanted {};
  struct AdapterRenewed {
    std::string fingerprint;
  };
  struct ComparisonTurn {};
  struct SummaryTurn {};
  using Task = std::variant<OpenWanted, AnswerTask, AdapterRenewed, ComparisonTask, ComparisonTurn,
                            SummaryTask, SummaryTurn, ConfigureEngine, ChooseDefaultModel,
                            ReportEngine, ChooseDraftModel>;

  void run();
  /// Meanwhile tries to save what could not be saved; nullopt at the end.
  std::optional<Task> next_task();
  void handle(const OpenWanted&);
  void handle(const AnswerTask& task);
  void handle(const AdapterRenewed& renewed);
  void handle(const ComparisonTask& task);
  void handle(const ComparisonTurn&);
  void handle(SummaryTask& task);
  void handle(const SummaryTurn&);
  void handle(const ConfigureEngine& command);
  void handle(const ChooseDefaultModel& command);
  void handle(const ReportEngine&);
  void handle(const ChooseDraftModel& command);
  /// Opens it or, as soon as there is one, a newer wish, and tells how that ended. Where it fails
  /// the model from before answers on.
  Result<void> open_wish(OpenModel wish);
  Result<void> open_model(const std::string& source);
  /// Of a server; nobody is asked for anything before the first question.
  Result<void> open_elsewhere(const remote::RemoteModel& model);
  bool is_open() const { return model_ || elsewhere_; }
  /// Makes room for another model: nothing to do where both fit, else what is open is closed. An
  /// error for one that would not fit either way, with nothing changed.
  Result<void> make_room(const std::filesystem::path& path);
  void remember_model();
  /// The model that a conversation uses is opened where it is another one and still there.
  Result<void> open_model_of(ConversationId conversation);
  /// A conversation uses the open model from now on.
  void use_model(ConversationId conversation);
  /// What answers with the open model.
  Result<void> open_generator();
  /// What drafts come from is opened. Chatting goes on without, unless an adapter was named.
  Result<AdapterChoice> open_draft_sources();
  /// nullptr: drafter_reason_ says why.
  std::shared_ptr<Drafter> make_drafter(AdapterChoice choice, ThreadPool& pool);
  /// What the drafter learned is kept.
  void keep_experience(bool whole);
  /// Nobody asks the generator for anything more.
  void close_generator();
  /// Another adapter or draft model is known; `what` is new, for a comparison that ends by it.
  void renew_drafter(const std::string& what);
  Result<AdapterChoice> choose_adapter();
  /// nullptr: there is none.
  Result<std::shared_ptr<const Model>> find_draft_model();
  void close_model();
  Acceleration acceleration() const;
  Comparer::Means means(const GeneratorMeans& means) const;
  int threads() const;
  Result<Answer> answer(const AnswerTask& task);
  Result<Answer> answer_elsewhere(const AnswerTask& task);
  void finish(const AnswerTask& task, const Result<Answer>& result);
  /// In the database or, until it takes it, in memory.
  Result<void> keep(const Message& answer);

  EngineOptions options_;
  EventQueue* events_;
  const StopSignal* stop_;
  TuningGate* tuning_;
  CurrentModel* current_;
  Unsaved* unsaved_;
  WantedModel wanted_;
  WorkQueue<Task> tasks_;
  ComputingSettings computing_;
  LazyStore store_;
  std::shared_ptr<const Model> model_;
  std::shared_ptr<const ChatFormat> chat_;        ///< of model_
  ModelInfo info_;                                ///< of what is open
  std::optional<remote::RemoteModel> elsewhere_;  ///< is open instead of model_
  std::shared_ptr<Generator> generator_;          ///< of model_
  std::shared_ptr<const Model> draft_model_;      ///< drafts for model_; nullptr: none
  std::string draft_source_;                      ///< how that was named or chosen
  std::string adapter_name_;                      ///< of the one that drafts; empty: none
  std::string drafter_reason_;  ///< why there is no drafter, or none with an adapter
  bool drafted_ = false;        ///< anything, since the model was opened
  DraftSwitch switch_;
  Comparer comparer_;
  Summarizer summarizer_;
  Message written_;   ///< the running answer so far
  LeftOut left_out_;  ///< of its branch
  std::thread thread_;
};

}  // namespace canter::engine
