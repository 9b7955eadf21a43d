#include "tune/tuner.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <new>
#include <nlohmann/json.hpp>
#include <system_error>

#include "base/file.h"
#include "decode/draft/drafter.h"
#include "tune/adamw.h"
#include "tune/answers.h"
#include "tune/checkpoint.h"
#include "tune/head/head_lessons.h"
#include "tune/head/head_trainer.h"
#include "tune/lesson_plan.h"
#include "tune/plan.h"
#include "tune/start.h"
#include "tune/successors.h"

namespace canter::tuning {
namespace {

using Clock = std::chrono::steady_clock;

/// Three times what runs in one pass, so that few rows are empty while the last ones end.
constexpr std::size_t kAnswersTogether = 3 * AnswersTogether::kMost;

/// Seconds that were worked: pauses are left out, those of the pool too.
class Stopwatch {
 public:
  explicit Stopwatch(const ThreadPool& pool) : pool_(pool), held_before_(pool.held_seconds()) {}

  double seconds() const {
    return std::chrono::duration<double>(Clock::now() - start_ - paused_).count() -
           (pool_.held_seconds() - held_before_);
  }
  /// Runs `wait` without counting its time.
  template <typename Wait>
  bool pause(const Wait& wait) {
    const auto before = Clock::now();
    const bool go_on = wait();
    paused_ += Clock::now() - before;
    return go_on;
  }

 private:
  const ThreadPool& pool_;
  double held_before_;
  Clock::time_point start_ = Clock::now();
  Clock::duration paused_{};
};

tl::unexpected<Error> too_few_answers() {
  return fail(ErrorKind::kUsage,
              "the model's answers are too few or too short to tune with; give more prompts");
}

tl::unexpected<Error> interrupted() {
  return fail(ErrorKind::kInterrupted, "tuning was stopped; resume it to go on");
}

/// FNV-1a over the prompts, to know them again.
std::string digest(std::span<const std::vector<TokenId>> prompts) {
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto mix = [&](std::uint64_t number) {
    for (int byte = 0; byte < 8; ++byte, number >>= 8)
      hash = (hash ^ (number & 255)) * 0x100000001b3;
  };
  for (const auto& prompt : prompts) {
    mix(prompt.size());
    for (const TokenId token : prompt) mix(std::uint64_t(token));
  }
  return std::to_string(hash);
}

/// One call of tune().
class Tuning {
 public:
  Tuning(const Model& model, ThreadPool& pool, std::span<const std::vector<TokenId>> prompts,
         const TuningSettings& settings, const TuningFiles& files,
         const OnTuningProgress& on_progress)
      : model_(model),
        pool_(pool),
        prompts_(prompts),
        settings_(settings),
        files_(files),
        on_progress_(on_progress),
        answers_(prompts, settings_, files.answers, answers_key().dump()) {
    if (settings_.mask_tokens > 0)
      shape_ = AdapterShape(uniform_shape(model.plan()).value(), settings_.prompt_tokens,
                            settings_.mask_tokens, settings_.rank);
    if (settings_.mask_weights.empty())
      settings_.mask_weights.assign(std::size_t(settings_.mask_tokens), 1);
    if (settings_.rank == 0)
      settings_.shares = {.both = 0, .masks = 1, .transition = 0, .soft = settings_.shares.soft};
  }

  Result<TuningResult> run(bool resume, AnswerQuestions answer) {
    if (auto collected = collect(resume, std::move(answer)); !collected)
      return propagate(collected);
    seen_ = answers_.seen();
    unseen_ = answers_.unseen();
    if (seen_.empty()) return too_few_answers();
    if (auto read = read_again(); !read) return propagate(read);
    if (settings_.mask_tokens > 0)
      if (auto learned = learn_masks(resume); !learned) return propagate(learned);
    describe();
    return std::move(result_);
  }

 private:
  nlohmann::json answers_key() const {
    return {{"fingerprint", model_.summary().fingerprint},
            {"weight_types", model_.summary().weight_types},
            {"prompts", digest(prompts_)},
            {"max_new_tokens", settings_.max_new_tokens},
            {"samples", {settings_.samples, settings_.temperature, settings_.seed}}};
  }
  std::string checkpoint_key() const {
    nlohmann::json key = answers_key();
    key["answers"] = answers_.size();
    key["seed"] = settings_.seed;
    key["prompt_tokens"] = settings_.prompt_tokens;
    key["mask_tokens"] = settings_.mask_tokens;
    key["rank"] = settings_.rank;
    if (settings_.minutes > 0) {
      key["minutes"] = settings_.minutes;
    } else {
      key["steps"] = settings_.steps;
      key["answers_per_step"] = settings_.answers_per_step;
      key["groups_per_answer"] = settings_.groups_per_answer;
    }
    key["rates"] = {settings_.mask_rate, settings_.transition_rate, settings_.transition_decay,
                    settings_.warm_up};
    key["shares"] = {settings_.shares.both, settings_.shares.masks, settings_.shares.transition,
                     settings_.shares.soft};
    key["mask_weights"] = settings_.mask_weights;
    return key.dump();
  }

  bool report(const TuningProgress& progress) {
    return !on_progress_ || watch_.pause([&] { return on_progress_(progress); });
  }

  Result<void> collect(bool resume, AnswerQuestions answer) {
    if (prompts_.size() < 2)
      return fail(ErrorKind::kUsage, "tuning needs two prompts at least; give more");
    if (resume)
      if (auto loaded = answers_.load(); !loaded) return loaded;
    // Writing at once shows before the work whether writing is possible.
    if (auto written = answers_.save(); !written) return written;
    std::error_code ignored;
    if (resume && std::filesystem::exists(files_.checkpoint, ignored)) return {};  // it has learned
    double done = 0;
    bool stopped = false;
    const auto by_time = [&] {
      const double most = settings_.share_of_answers() * settings_.minutes * 60;
      return most > 0 ? watch_.seconds() / most : 0;
    };
    const auto should_stop = [&] {
      return stopped = stopped || !report({.done = std::min(1.0, std::max(by_time(), done)),
                                           .step = int(answers_.size()),
                                           .seconds = watch_.seconds(),
                                           .unseen = {}});
    };
    if (!answer) {
      auto made = make_answers(should_stop);
      if (!made) return propagate(made);
      answer = std::move(*made);
    }
    using Next = AnswerCollection::Next;
    double saved = 0;
    std::optional<Error> failed;
    auto collected = answers_.collect(answer, kAnswersTogether, [&](double share) {
      done = share;
      should_stop();
      const double seconds = watch_.seconds();
      if (seconds - saved > settings_.checkpoint_seconds) {
        saved = seconds;
        if (auto written = answers_.save(); !written) failed = written.error();
      }
      if (stopped || failed) return Next::kStop;
      return by_time() > 1 && answers_.size() > 1 ? Next::kEnough : Next::kGoOn;
    });
    if (failed) return tl::unexpected(*failed);
    if (auto written = answers_.save(); !written) return written;
    if (!collected)
      return collected.error().kind == ErrorKind::kInterrupted ? interrupted() : collected;
    return {};
  }

  /// Many at a time, or by a decoder that drafts from what needs no adapter.
  Result<AnswerQuestions> make_answers(const std::function<bool()>& should_stop) {
    const int most = settings_.max_new_tokens;
    const int context = std::min(model_.plan().context, context_for(prompts_, most));
    if (Forward::can_run_together(model_.plan())) {
      auto together = AnswersTogether::create(model_, pool_, context);
      if (!together) return propagate(together);
      return [answers = std::move(*together), most,
              should_stop](std::span<const Question> questions) mutable {
        return answers.answer(questions, most, should_stop);
      };
    }
    auto created = Decoder::create(model_, pool_, context);
    if (!created) return propagate(created);
    auto drafts =
        Drafter::create(model_, pool_, std::nullopt, {.shape = {}, .sources = SourceSet::free()});
    if (!drafts) return propagate(drafts);
    drafter_ = std::move(*drafts);
    decoder_.emplace(std::move(*created));
    decoder_->draft_with(drafter_.get());
    return answers_of(*decoder_, most, should_stop);
  }

  Result<void> read_again() {
    const double begun = watch_.seconds();
    const std::size_t width = model_.plan().width;
    HeadLessons seen(width, settings_.head.memory), unseen(width, settings_.head.memory);
    const bool has_head = settings_.head.hidden != 0;
    auto successors = read_answers(seen_, 0, has_head ? &seen : nullptr);
    if (!successors) return propagate(successors);
    result_.adapter.successors = std::move(*successors);
    if (has_head)
      if (auto read = read_answers(unseen_, seen_.size(), &unseen); !read) return propagate(read);
    if (has_head)
      if (auto trained = learn_head(seen, unseen); !trained) return trained;
    before_learning_ = watch_.seconds();
    result_.seconds = before_learning_ - begun;
    return {};
  }

  /// Their successors, and their states into `lessons` unless that is null.
  Result<std::string> read_answers(std::span<const Transcript> transcripts, std::size_t before,
                                   HeadLessons* lessons) {
    OnStates on_states;
    if (lessons)
      on_states = [&](std::size_t at, std::span<const float> states) {
        lessons->add(transcripts[at], states);
      };
    const double all = double(seen_.size() + (lessons ? unseen_.size() : 0));
    auto successors = successors_of(model_, pool_, transcripts, on_states, [&](std::size_t read) {
      return !report({.phase = TuningProgress::Phase::kSuccessors,
                      .done = double(before + read) / all,
                      .step = int(before + read),
                      .seconds = watch_.seconds(),
                      .unseen = {}});
    });
    if (!successors && successors.error().kind == ErrorKind::kInterrupted) return interrupted();
    return successors;
  }

  Result<void> learn_head(const HeadLessons& seen, const HeadLessons& unseen) {
    HeadSettings settings = settings_.head;
    settings.seed = settings_.seed;
    if (settings_.minutes > 0) {
      const double left = std::max(1.0, settings_.minutes * 60 - watch_.seconds());
      settings.seconds = settings_.mask_tokens > 0 ? settings_.head_share * left : left;
    }
    auto trained = train_head(model_, pool_, seen, unseen, settings, [&](const HeadProgress& p) {
      return report({.phase = TuningProgress::Phase::kHead,
                     .done = p.done,
                     .step = p.step,
                     .loss = p.loss,
                     .seconds = watch_.seconds(),
                     .unseen = {}});
    });
    if (!trained) return propagate(trained);
    result_.adapter.head = std::move(trained->head);
    result_.head_hits = std::move(trained->hits);
    return {};
  }

  Result<void> learn_masks(bool resume) {
    LessonPlan plan(seen_, settings_.answers_per_step, settings_.groups_per_answer, settings_.seed);
    for (const Transcript& transcript : unseen_)
      if (transcript.anchors() > 0) unseen_lessons_.push_back(whole_lesson(transcript));
    if (plan.empty() || unseen_lessons_.empty()) return too_few_answers();
    Learner learner(model_, pool_, settings_.memory);
    if (auto begun = begin(learner, resume); !begun) return begun;
    if (auto learned = learn(learner, plan); !learned) return learned;
    return take_best(learner);
  }

  Result<void> begin(Learner& learner, bool resume) {
    if (resume) {
      auto stored = read_checkpoint(files_.checkpoint, shape_, checkpoint_key());
      if (!stored) return propagate(stored);
      if (*stored) {
        state_ = std::move(**stored);
        return {};
      }
    }
    const auto context = learner.context(*unseen_lessons_.front().transcript);
    if (!context) return propagate(context);
    state_.parameters = starting_parameters(model_, shape_, **context, settings_.seed);
    state_.best = state_.parameters;
    state_.best_loss = std::numeric_limits<double>::max();
    state_.optimiser = AdamW(state_.parameters.all().size()).state();
    return {};
  }

  std::vector<LearningRate> rates(double share) const {
    const std::size_t transition = state_.parameters.from_offset();
    const std::size_t scale = state_.parameters.all().size() - 1;
    std::vector<LearningRate> rates = {{0, transition, share * settings_.mask_rate, 0}};
    if (settings_.rank > 0) {
      const double rate = share * settings_.transition_rate;
      rates.push_back({transition, scale - transition, rate, settings_.transition_decay});
      rates.push_back({scale, 1, rate, 0});
    }
    return rates;
  }

  /// How far learning is, by steps or by the time that was given.
  double progress() const {
    if (settings_.minutes == 0) return double(state_.step) / settings_.steps;
    return state_.seconds / std::max(1.0, settings_.minutes * 60 - before_learning_);
  }

  Result<void> learn(Learner& learner, LessonPlan& plan) {
    constexpr double kMemory = 0.95;  // of the running mean
    AdamW optimiser(state_.parameters.all().size());
    optimiser.restore(std::move(state_.optimiser));
    Parameters<float> gradient(shape_);
    const double before = state_.seconds, begun = watch_.seconds();
    double saved = begun;
    bool stopped = false;
    const std::int64_t groups_before = state_.groups;
    const auto clock = [&] { state_.seconds = before + watch_.seconds() - begun; };
    const auto tell = [&](std::optional<Acceptance> unseen) {
      clock();
      stopped = !report({.phase = TuningProgress::Phase::kLearning,
                         .done = std::min(1.0, progress()),
                         .step = state_.step,
                         .loss = state_.loss,
                         .seconds = state_.seconds,
                         .groups = state_.groups,
                         .groups_per_second = double(state_.groups - groups_before) /
                                              std::max(1e-9, state_.seconds - before),
                         .unseen = std::move(unseen)});
      return stopped;
    };
    const auto save = [&]() -> Result<void> {
      state_.optimiser = optimiser.state();
      saved = watch_.seconds();
      return write_checkpoint(files_.checkpoint, state_, checkpoint_key());
    };
    const auto should_stop = [&] { return tell({}); };
    while (progress() < 1 && state_.without_gain < settings_.patience) {
      const auto lessons = plan.lessons(state_.step);
      std::ranges::fill(gradient.all(), 0.0f);
      const auto loss = learner.learn(state_.parameters, lessons, settings_.shares,
                                      settings_.mask_weights, &gradient, should_stop);
      if (!loss && !stopped) return propagate(loss);
      if (!stopped) {
        const double share = learning_rate_share(progress(), settings_.warm_up, 0.02);
        optimiser.step(rates(share), gradient.all(), state_.parameters.all());
        for (const Lesson& lesson : lessons) state_.groups += std::int64_t(lesson.anchors.size());
        ++state_.step;
        state_.loss = state_.step == 1 ? *loss : kMemory * state_.loss + (1 - kMemory) * *loss;
        clock();
        if (progress() >= double(state_.measurements + 1) / settings_.measurements) {
          auto measured = measure(learner);
          if (!measured) return propagate(measured);
          tell(std::move(*measured));
        }
      }
      if (stopped || watch_.seconds() - saved > settings_.checkpoint_seconds)
        if (auto written = save(); !written) return written;
      if (stopped) return interrupted();
    }
    return save();
  }

  /// On unseen prompts; keeps the best.
  Result<Acceptance> measure(Learner& learner) {
    const auto loss = learner.learn(state_.parameters, unseen_lessons_, settings_.shares,
                                    settings_.mask_weights, nullptr);
    if (!loss) return propagate(loss);
    auto acceptance = measure_acceptance(learner, state_.parameters, unseen_);
    if (!acceptance) return propagate(acceptance);
    ++state_.measurements;
    state_.without_gain = *loss < state_.best_loss ? 0 : state_.without_gain + 1;
    const double tokens = acceptance->both.tokens_per_step;
    state_.best_loss = std::min(state_.best_loss, *loss);
    if (tokens > state_.best_tokens_per_step) {
      state_.best_tokens_per_step = tokens;
      state_.best = state_.parameters;
    }
    return acceptance;
  }

  Result<void> take_best(Learner& learner) {
    auto acceptance = measure_acceptance(learner, state_.best, unseen_);
    if (!acceptance) return propagate(acceptance);
    Adapter before = std::move(result_.adapter);
    result_.adapter = to_adapter(state_.best, model_.plan());
    result_.adapter.successors = std::move(before.successors);
    result_.adapter.head = std::move(before.head);
    result_.adapter.acceptance = acceptance->both.by_depth;
    result_.adapter.tokens_per_step = acceptance->both.tokens_per_step;
    result_.parameters = state_.best.all().size() - (settings_.rank > 0 ? 0 : 1);
    result_.groups = state_.groups;
    result_.steps = state_.step;
    result_.seconds = state_.seconds;
    result_.loss = state_.best_loss;
    result_.acceptance = std::move(*acceptance);
    return {};
  }

  void describe() {
    result_.samples = int(seen_.size());
    result_.unseen = int(unseen_.size());
    nlohmann::json tuning = {{"samples", seen_.size()},
                             {"seconds", std::round(result_.seconds)},
                             {"seed", settings_.seed},
                             {"max_new_tokens", settings_.max_new_tokens}};
    if (!result_.adapter.head.empty())
      tuning.update({{"head_hidden", result_.adapter.head.hidden},
                     {"head_tokens", result_.adapter.head.tokens.size()},
                     {"head_hits", result_.head_hits}});
    if (settings_.mask_tokens > 0)
      tuning.update({{"steps", state_.step},
                     {"groups", state_.groups},
                     {"mask_rate", settings_.mask_rate},
                     {"transition_rate", settings_.transition_rate}});
    result_.adapter.tuning = tuning.dump();
    result_.adapter.fingerprint = model_.summary().fingerprint;
  }

  const Model& model_;
  ThreadPool& pool_;
  std::span<const std::vector<TokenId>> prompts_;
  TuningSettings settings_;
  const TuningFiles& files_;
  const OnTuningProgress& on_progress_;
  AdapterShape shape_;
  Stopwatch watch_{pool_};
  double before_learning_ = 0;  ///< seconds
  AnswerCollection answers_;
  std::unique_ptr<Drafter> drafter_;
  std::optional<Decoder> decoder_;
  std::vector<Transcript> seen_;
  std::vector<Transcript> unseen_;
  std::vector<Lesson> unseen_lessons_;
  TuningState state_;
  TuningResult result_;
};

}  // namespace

TuningFiles TuningFiles::beside(const std::filesystem::path& adapter) {
  std::filesystem::path answers = adapter, checkpoint = adapter;
  answers += ".answers";
  checkpoint += ".checkpoint";
  return {std::move(answers), std::move(checkpoint)};
}

void TuningFiles::remove() const {
  std::error_code ignored;
  std::filesystem::remove(answers, ignored);
  std::filesystem::remove(checkpoint, ignored);
  for (const std::filesystem::path& file : {answers, checkpoint}) remove_unfinished(file);
}

Result<TuningResult> tune(const Model& model, ThreadPool& pool,
                          std::span<const std::vector<TokenId>> prompts,
                          const TuningSettings& settings, const TuningFiles& files, bool resume,
                          const OnTuningProgress& on_progress, AnswerQuestions answer) try {
  if (auto sound = check_settings(settings); !sound) return propagate(sound);
  if (settings.mask_tokens > 0)
    if (auto shape = tunable_shape(model); !shape) return propagate(shape);
  return Tuning(model, pool, prompts, settings, files, on_progress).run(resume, std::move(answer));
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge, "no memory to tune with; close other programs");
}

}  // namespace canter::tuning
