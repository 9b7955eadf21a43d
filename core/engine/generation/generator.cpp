#include "engine/generation/generator.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <new>
#include <string>
#include <system_error>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/log.h"
#include "base/thread_pool.h"
#include "decode/decoder.h"
#include "decode/draft/drafts_together.h"
#include "engine/generation/embedding_queue.h"
#include "engine/generation/likelihoods.h"

namespace canter::engine {
namespace {

/// Tokens of a prompt that are read between two steps of other answers.
constexpr int kPieceBetweenSteps = 64;

/// An answer to nothing, for what was cancelled before its turn.
Answer nothing_written() {
  Answer answer;
  answer.finish = FinishReason::kStopped;
  return answer;
}

}  // namespace

/// The thread, what it works on, and what others tell it.
class Generator::Worker {
 public:
  Worker(std::shared_ptr<const Model> model, const GeneratorSettings& settings)
      : model_(std::move(model)),
        settings_(settings),
        pool_(settings.threads),
        kept_(settings.kept_bytes) {}

  ~Worker() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    changed_.notify_one();
    if (thread_.joinable()) thread_.join();
  }

  Result<void> start(const MakeDrafter& make_drafter) {
    auto forward = std::make_shared<Forward>(*model_, pool_);
    for (int i = 0; i < settings_.slots; ++i) {
      auto decoder = Decoder::create(*model_, pool_, settings_.context, settings_.cache, forward);
      if (!decoder) return propagate(decoder);
      decoder->keep_in(&kept_);
      slots_.push_back({std::move(*decoder)});
    }
    embeddings_.emplace(Embedder(*model_, std::move(forward), context(), settings_.cache),
                        EmbeddingLimits{.at_a_time = std::size_t(settings_.slots),
                                        .waiting = std::size_t(settings_.queue)});
    if (make_drafter) {
      auto drafter = make_drafter(pool_);
      if (!drafter) return propagate(drafter);
      drafter_ = std::move(*drafter);
    }
    thread_ = std::thread([this] { run(); });
    return {};
  }

  const Model& model() const { return *model_; }
  int context() const { return slots_.front().decoder.context(); }

  std::optional<GenerationId> submit(GenerationRequest request, GenerationSink sink) {
    GenerationId id = 0;
    {
      const std::lock_guard lock(mutex_);
      if (stopping_ || int(waiting_.size()) >= settings_.queue) {
        ++figures_.refused;
        return std::nullopt;
      }
      id = ++last_id_;
      waiting_.push_back({id, std::move(request), std::move(sink)});
    }
    changed_.notify_one();
    return id;
  }

  std::optional<GenerationId> embed(std::vector<std::vector<TokenId>> texts, EmbeddingSink sink) {
    GenerationId id = 0;
    {
      const std::lock_guard lock(mutex_);
      id = ++last_id_;
      if (stopping_ || !embeddings_->submit(id, std::move(texts), std::move(sink))) {
        ++figures_.refused;
        return std::nullopt;
      }
    }
    changed_.notify_one();
    return id;
  }

  void cancel(GenerationId id) {
    {
      const std::lock_guard lock(mutex_);
      cancelled_.insert(id);
      embeddings_->cancel(id);
    }
    changed_.notify_one();
  }

  void draft(GenerationId id, bool wished) {
    const std::lock_guard lock(mutex_);
    wishes_[id] = wished;
  }

  void visit(const std::function<void(const GeneratorMeans&)>& visitor) {
    Visit visit{&visitor};
    std::unique_lock lock(mutex_);
    visits_.push_back(&visit);
    changed_.notify_one();
    visited_.wait(lock, [&] { return visit.done; });
    if (visit.thrown) std::rethrow_exception(visit.thrown);
  }

  GeneratorFigures figures() const {
    const std::lock_guard lock(mutex_);
    GeneratorFigures figures = figures_;
    figures.waiting = int(waiting_.size());
    embeddings_->add_to(figures);
    return figures;
  }

 private:
  struct Job {
    GenerationId id = 0;
    GenerationRequest request;
    GenerationSink sink;
  };
  struct Slot {
    Decoder decoder;
    std::optional<Job> job = {};
    std::unique_ptr<Drafter> beside = {};  ///< drafts where several answer at once; may be missing
  };
  struct Visit {
    const std::function<void(const GeneratorMeans&)>* visitor = nullptr;
    bool done = false;
    std::exception_ptr thrown = {};
  };

  void run() {
    for (bool goes_on = true; goes_on;) {
      try {
        goes_on = take_orders();
        if (!goes_on) break;
        read_prompts();
        write_tokens();
        end_answers();
        embeddings_->read(busy() == 0 ? Forward::kMaxRows : kPieceBetweenSteps, stopping_);
      } catch (const std::bad_alloc&) {
        log(LogLevel::kWarning, "no memory left: what was being answered ends here");
        break_off([](const Job&) { return true; });
      }
    }
    break_off([](const Job&) { return true; });
    embeddings_->end();
  }

  /// Ends answers with what they have.
  void break_off(const std::function<bool(const Job&)>& which) {
    for (Slot& slot : slots_) {
      if (!slot.job || !which(*slot.job)) continue;
      slot.decoder.advance(1, [] { return true; });
      end(slot);
    }
  }

  /// Gives waiting jobs a slot, ends what was cancelled and lets visitors in; waits while there is
  /// nothing to do. False when all is to end.
  bool take_orders() {
    std::vector<Job> dropped, begun;
    std::vector<Visit*> visits;
    std::unordered_set<GenerationId> cancelled;
    std::unordered_map<GenerationId, bool> wishes;
    bool goes_on = true;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] {
        return stopping_ || !waiting_.empty() || !cancelled_.empty() || !visits_.empty() ||
               busy() > 0 || embeddings_->has_work();
      });
      cancelled.swap(cancelled_);
      visits.swap(visits_);
      wishes.swap(wishes_);
      goes_on = !stopping_;
      std::size_t room = goes_on ? slots_.size() - busy() : 0;
      std::deque<Job> left;
      for (Job& job : waiting_) {
        if (const auto wish = wishes.find(job.id); wish != wishes.end())
          job.request.draft = wish->second;
        if (!goes_on || cancelled.contains(job.id)) {
          dropped.push_back(std::move(job));
        } else if (room > 0) {
          begun.push_back(std::move(job));
          --room;
        } else {
          left.push_back(std::move(job));
        }
      }
      waiting_.swap(left);
      figures_.cancelled += dropped.size();
    }
    for (const Job& job : dropped) tell_end(job, nothing_written());
    break_off([&](const Job& job) { return cancelled.contains(job.id); });
    for (Visit* visit : visits) receive(*visit);
    for (Slot& slot : slots_)
      if (slot.job)
        if (const auto wish = wishes.find(slot.job->id); wish != wishes.end())
          change_drafting(slot, wish->second);
    for (Job& job : begun) begin(std::move(job));
    return goes_on;
  }

  void receive(Visit& visit) {
    draft_only(nullptr);
    const std::shared_ptr<Drafter> before = drafter_;
    try {
      (*visit.visitor)({pool_, drafter_});
    } catch (...) {
      visit.thrown = std::current_exception();
    }
    if (drafter_ != before) {
      for (Slot& slot : slots_) draft_no_longer_beside(slot);
      together_.reset();
    }
    {
      const std::lock_guard lock(mutex_);
      visit.done = true;
    }
    visited_.notify_all();
  }

  void change_drafting(Slot& slot, bool wished) {
    slot.job->request.draft = wished;
    if (drafted_ == &slot && drafter_) drafter_->wish(wished);
    if (slot.beside) slot.beside->wish(wished);
  }

  std::size_t busy() const {
    return std::ranges::count_if(slots_, [](const Slot& slot) { return slot.job.has_value(); });
  }

  Slot& free_slot() {
    return *std::ranges::find_if(slots_, [](const Slot& slot) { return !slot.job; });
  }

  void begin(Job job) {
    Slot& slot = free_slot();
    slot.job = std::move(job);
    // Alone it is drafted from its prompt on, with the mask rows behind it.
    if (busy() == 1)
      draft_only(&slot);
    else if (drafted_ == &slot)
      draft_only(nullptr);
    // Jobs stay where they are until their end.
    const Job& kept = *slot.job;
    const auto begun = slot.decoder.begin(
        kept.request.prompt, kept.request.settings,
        [this, &kept](const WrittenToken& token) { return tell(kept, token); },
        kept.request.at_text_start);
    if (begun) {
      const std::lock_guard lock(mutex_);
      figures_.running = int(busy());
      return;
    }
    const Job failed = std::move(*slot.job);
    slot.job.reset();
    {
      const std::lock_guard lock(mutex_);
      ++figures_.failed;
    }
    tell_end(failed, propagate(begun));
  }

  static bool tell(const Job& job, const WrittenToken& token) {
    if (!job.sink.token) return true;
    GeneratedToken generated{token};
    if (job.request.likelihoods >= 0)
      generated.likelihoods = likelihoods(token.logits, token.id, job.request.likelihoods);
    job.sink.token(generated);
    return true;
  }

  static void tell_end(const Job& job, Result<Answer> answer) {
    if (job.sink.end) job.sink.end(std::move(answer));
  }

  void draft_only(Slot* slot) {
    if (drafted_) drafted_->decoder.draft_with(nullptr);
    drafted_ = slot;
    if (!drafted_ || !drafter_) return;
    drafter_->wish(drafted_->job->request.draft);
    drafted_->decoder.draft_with(drafter_.get());
  }

  /// Each of several answers has its drafts from now on.
  void draft_each(std::span<Slot* const> slots) {
    draft_only(nullptr);
    if (!drafter_) return;
    if (!together_) together_.emplace(drafter_->pass_time());
    for (Slot* slot : slots) {
      if (slot->beside) continue;
      slot->beside = drafter_->beside();
      if (!slot->beside) continue;
      slot->beside->wish(slot->job->request.draft);
      slot->decoder.draft_with(slot->beside.get());
    }
  }

  void draft_no_longer_beside(Slot& slot) {
    if (!slot.beside) return;
    slot.decoder.draft_with(nullptr);
    slot.beside.reset();
  }

  /// A piece of one prompt, each in its turn.
  void read_prompts() {
    const std::size_t count = slots_.size();
    for (std::size_t i = 0; i < count; ++i) {
      Slot& slot = slots_[(next_to_read_ + i) % count];
      if (!slot.job || slot.decoder.progress() != Decoder::Progress::kReading) continue;
      next_to_read_ = (next_to_read_ + i + 1) % count;
      slot.decoder.advance(busy() == 1 ? Forward::kMaxRows : kPieceBetweenSteps,
                           should_stop(slot.job->id));
      return;
    }
  }

  /// A step of every answer that has begun.
  void write_tokens() {
    std::vector<Slot*> writing;
    for (Slot& slot : slots_)
      if (slot.job && slot.decoder.progress() == Decoder::Progress::kWriting)
        writing.push_back(&slot);
    if (writing.empty()) return;
    if (writing.size() > 1 && Forward::can_run_together(model_->plan())) {
      draft_each(writing);
      std::vector<Decoder*> decoders;
      for (Slot* slot : writing) decoders.push_back(&slot->decoder);
      Decoder::step_together(decoders, together_ ? &*together_ : nullptr,
                             [this] { return stopping_.load(); });
    } else {
      if (busy() == 1 && drafted_ != writing.front()) {
        draft_no_longer_beside(*writing.front());
        draft_only(writing.front());
      }
      for (Slot* slot : writing) slot->decoder.advance(1, should_stop(slot->job->id));
    }
    const std::lock_guard lock(mutex_);
    ++figures_.passes;
    figures_.running = int(busy());
  }

  void end_answers() {
    for (Slot& slot : slots_)
      if (slot.job && slot.decoder.progress() == Decoder::Progress::kEnded) end(slot);
  }

  void end(Slot& slot) {
    auto answer = slot.decoder.finish();
    draft_no_longer_beside(slot);
    const Job job = std::move(*slot.job);
    slot.job.reset();
    {
      const std::lock_guard lock(mutex_);
      figures_.running = int(busy());
      if (!answer) {
        ++figures_.failed;
      } else {
        const AnswerStatistics& statistics = answer->statistics;
        ++(answer->finish == FinishReason::kStopped ? figures_.cancelled : figures_.finished);
        figures_.prompt_tokens += statistics.prompt_tokens;
        figures_.reused_tokens += statistics.reused_tokens;
        figures_.generated_tokens += statistics.generated;
        for (const int accepted : statistics.accepted) figures_.accepted_tokens += accepted;
      }
    }
    tell_end(job, std::move(answer));
  }

  /// Of a pass for this answer alone.
  Forward::ShouldStop should_stop(GenerationId id) {
    return [this, id] {
      const std::lock_guard lock(mutex_);
      return stopping_ || cancelled_.contains(id);
    };
  }

  const std::shared_ptr<const Model> model_;
  const GeneratorSettings settings_;
  ThreadPool pool_;
  std::shared_ptr<Drafter> drafter_;  ///< may be missing
  KeptSequences kept_;
  std::vector<Slot> slots_;
  std::optional<EmbeddingQueue> embeddings_;
  Slot* drafted_ = nullptr;  ///< whose decoder has the drafter
  std::optional<DraftsTogether> together_;
  std::size_t next_to_read_ = 0;

  mutable std::mutex mutex_;  // of what follows
  std::condition_variable changed_, visited_;
  std::deque<Job> waiting_;
  std::unordered_set<GenerationId> cancelled_;
  std::unordered_map<GenerationId, bool> wishes_;  ///< to be drafted or not
  std::vector<Visit*> visits_;
  GenerationId last_id_ = 0;
  GeneratorFigures figures_;
  std::atomic<bool> stopping_ = false;

  std::thread thread_;
};

Generator::Generator(std::unique_ptr<Worker> worker) : worker_(std::move(worker)) {}
Generator::~Generator() = default;

Result<std::unique_ptr<Generator>> Generator::create(std::shared_ptr<const Model> model,
                                                     const GeneratorSettings& settings,
                                                     const MakeDrafter& make_drafter) try {
  if (settings.slots < 1 || settings.slots > kMostSlots)
    return fail(ErrorKind::kUsage, std::to_string(settings.slots) +
                                       " answers at a time are too few or too many; give 1 to " +
                                       std::to_string(kMostSlots));
  if (settings.queue < 0)
    return fail(ErrorKind::kUsage, "the room for waiting requests is negative; give 0 or more");
  auto worker = std::make_unique<Worker>(std::move(model), settings);
  if (auto started = worker->start(make_drafter); !started) return propagate(started);
  return std::unique_ptr<Generator>(new Generator(std::move(worker)));
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge, "no memory for so many answers at a time; give fewer slots");
} catch (const std::system_error&) {
  return fail(ErrorKind::kTooLarge, "the system gives no more threads; close other programs");
}

const Model& Generator::model() const {
  return worker_->model();
}

int Generator::context() const {
  return worker_->context();
}

std::optional<GenerationId> Generator::submit(GenerationRequest request, GenerationSink sink) {
  return worker_->submit(std::move(request), std::move(sink));
}

std::optional<GenerationId> Generator::embed(std::vector<std::vector<TokenId>> texts,
                                             EmbeddingSink sink) {
  return worker_->embed(std::move(texts), std::move(sink));
}

void Generator::cancel(GenerationId id) {
  worker_->cancel(id);
}

void Generator::draft(GenerationId id, bool wished) {
  worker_->draft(id, wished);
}

void Generator::visit(const std::function<void(const GeneratorMeans&)>& visitor) {
  worker_->visit(visitor);
}

GeneratorFigures Generator::figures() const {
  return worker_->figures();
}

}  // namespace canter::engine
