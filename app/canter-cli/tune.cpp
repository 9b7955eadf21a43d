#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <utility>

#include "base/log.h"
#include "base/thread_pool.h"
#include "base/utf8.h"
#include "commands.h"
#include "engine/tuning/adapter_gain.h"
#include "interrupt.h"
#include "model_argument.h"
#include "tune/plan.h"
#include "tune/prompts.h"
#include "tune/tuner.h"

namespace canter::cli {
namespace {

using tuning::TuningProgress;

struct TuneArguments {
  std::string model;
  std::string out;
  std::string prompts;
  bool resume = false;
  tuning::TuningSettings settings;
};

std::string phase_name(TuningProgress::Phase phase) {
  switch (phase) {
    case TuningProgress::Phase::kAnswers:
      return "answers";
    case TuningProgress::Phase::kSuccessors:
      return "successors";
    case TuningProgress::Phase::kHead:
      return "head";
    case TuningProgress::Phase::kLearning:
      return "learning";
  }
  return {};
}

/// A line on standard error every few seconds, and whenever something was measured.
class Reporter {
 public:
  explicit Reporter(bool as_json) : json_(as_json) {}

  void show(const TuningProgress& progress) {
    const auto now = Clock::now();
    const bool first_or_last = progress.phase != phase_ || progress.done >= 1;
    if (!progress.unseen && !first_or_last && now - shown_ < kBetween) return;
    phase_ = progress.phase;
    shown_ = now;
    print_note(json_ ? document(progress) : sentence(progress));
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr auto kBetween = std::chrono::seconds(5);

  static std::string document(const TuningProgress& progress) {
    nlohmann::ordered_json line = {{"phase", phase_name(progress.phase)},
                                   {"done", progress.done},
                                   {"step", progress.step},
                                   {"seconds", progress.seconds}};
    if (progress.phase >= TuningProgress::Phase::kHead) line["loss"] = progress.loss;
    if (progress.phase == TuningProgress::Phase::kLearning) {
      line["groups"] = progress.groups;
      line["groups_per_second"] = progress.groups_per_second;
    }
    if (progress.unseen) {
      line["acceptance_by_depth"] = progress.unseen->both.by_depth;
      line["tokens_per_step"] = progress.unseen->both.tokens_per_step;
    }
    return line.dump();
  }

  static std::string sentence(const TuningProgress& progress) {
    if (progress.phase == TuningProgress::Phase::kAnswers)
      return fmt::format("{:3.0f} % of the answers · {} so far · {:.0f} s", 100 * progress.done,
                         progress.step, progress.seconds);
    if (progress.phase == TuningProgress::Phase::kSuccessors)
      return fmt::format("{:3.0f} % of the answers read again · {:.0f} s", 100 * progress.done,
                         progress.seconds);
    if (progress.phase == TuningProgress::Phase::kHead)
      return fmt::format("{:3.0f} % of the head learned · step {} · loss {:.3f} · {:.0f} s",
                         100 * progress.done, progress.step, progress.loss, progress.seconds);
    std::string text =
        fmt::format("{:3.0f} % learned · step {} · loss {:.3f} · {:.0f} groups/s · {:.0f} s",
                    100 * progress.done, progress.step, progress.loss, progress.groups_per_second,
                    progress.seconds);
    if (progress.unseen)
      text += fmt::format(" · {:.2f} tokens per step on unseen prompts",
                          progress.unseen->both.tokens_per_step);
    return text;
  }

  const bool json_;
  TuningProgress::Phase phase_ = TuningProgress::Phase::kLearning;
  Clock::time_point shown_ = Clock::now() - kBetween;
};

/// So that it is used for this model from now on, where there is a database to know it.
Outcome<> remember(const std::string& adapter, const Model& model, const CommonOptions& options) {
  std::optional<Store> store = open_known_database(options);
  if (!store) return {};
  std::error_code ignored;
  AdapterRecord record;
  record.path = std::filesystem::absolute(path_from_utf8(adapter), ignored).string();
  record.fingerprint = model.summary().fingerprint;
  const auto remembered = store->remember_adapter(record);
  return remembered ? Outcome<>() : data_failure(remembered.error());
}

Outcome<std::vector<std::vector<TokenId>>> read_prompts(const TuneArguments& arguments,
                                                        const Model& model) {
  const auto prompts = tuning::read_prompts_or_built_in(arguments.prompts);
  if (!prompts) return prompts_failure(prompts.error());
  const auto all = tuning::with_earlier_questions(*prompts);
  const int longest = model.plan().context - arguments.settings.max_new_tokens;
  auto tokens = tuning::encode_prompts(all, ChatFormat(model.tokenizer()), longest);
  if (tokens.size() < all.size())
    print_note(
        fmt::format("{} of {} prompts are too long for this model, or have no place in its "
                    "chat format, and are left out",
                    all.size() - tokens.size(), all.size()));
  return tokens;
}

/// On prompts that tuning never saw.
Outcome<double> measure_gain(const Model& model, ThreadPool& pool,
                             const tuning::TuningResult& result,
                             std::span<const std::vector<TokenId>> prompts,
                             double seconds_per_token, int max_tokens) {
  const auto gain = engine::measure_adapter_gain(
      model, pool, result.adapter,
      engine::prompts_to_compare(prompts, result.unseen, seconds_per_token, max_tokens),
      max_tokens);
  if (!gain) return request_failure(gain.error());
  return *gain;
}

Outcome<> print_result(const tuning::TuningResult& result, double speedup,
                       const TuneArguments& arguments, bool as_json) {
  if (as_json) {
    return print_json({{"parameters", result.parameters},
                       {"samples", result.samples},
                       {"groups", result.groups},
                       {"seconds", result.seconds},
                       {"loss", result.loss},
                       {"acceptance_by_depth", result.adapter.acceptance},
                       {"tokens_per_step", result.adapter.tokens_per_step},
                       {"head_hits", result.head_hits},
                       {"speedup", speedup}});
  }
  if (arguments.settings.mask_tokens == 0)
    return print(fmt::format(
        "{}: {} from {} answers, {:.0f} s\n"
        "{:.2f} times as fast as plain decoding on prompts that tuning never saw\n",
        arguments.out, result.adapter.head.empty() ? "successors" : "successors and a head",
        result.samples, result.seconds, speedup));
  return print(
      fmt::format("{}: {} parameters, {} answers, {} groups, {:.0f} s\n"
                  "{:.2f} tokens per step on prompts that tuning never saw, with the paper's tree\n"
                  "{:.2f} times as fast as plain decoding there\n",
                  arguments.out, result.parameters, result.samples, result.groups, result.seconds,
                  result.adapter.tokens_per_step, speedup));
}

/// What is to be tuned, and how fast the model is.
struct Order {
  tuning::TuningSettings settings;
  double seconds_per_token = 0;
};

/// Fits the tuning of masks to the minutes that were given.
Outcome<Order> plan(const Model& model, ThreadPool& pool, std::size_t prompts,
                    const tuning::TuningSettings& settings) {
  if (settings.mask_tokens == 0) {
    const auto seconds = tuning::measure_seconds_per_token(model, pool);
    if (!seconds) return model_failure(seconds.error());
    return Order{settings, *seconds};
  }
  const auto shape = tuning::tunable_shape(model);
  if (!shape) return model_failure(shape.error());
  const auto speed = tuning::measure_tuning_speed(model, pool);
  if (!speed) return model_failure(speed.error());
  if (settings.minutes == 0) return Order{settings, speed->seconds_per_token};
  return Order{plan_tuning(*shape, *speed, prompts, settings.minutes, settings).settings,
               speed->seconds_per_token};
}

Outcome<> tune(const TuneArguments& arguments, const CommonOptions& options) {
  if (const auto sound = tuning::check_settings(arguments.settings); !sound)
    return request_failure(sound.error());
  const Outcome<Model> model = open_model(arguments.model, options);
  if (!model) return tl::unexpected(model.error());
  const auto prompts = read_prompts(arguments, *model);
  if (!prompts) return tl::unexpected(prompts.error());
  ThreadPool pool(options.threads);
  const Outcome<Order> order = plan(*model, pool, prompts->size(), arguments.settings);
  if (!order) return tl::unexpected(order.error());
  const InterruptListener interrupt;
  const auto files = tuning::TuningFiles::beside(path_from_utf8(arguments.out));
  Reporter reporter(options.json);
  const auto result = tuning::tune(*model, pool, *prompts, order->settings, files, arguments.resume,
                                   [&](const TuningProgress& progress) {
                                     reporter.show(progress);
                                     return interrupt.pending() == 0;
                                   });
  if (!result && result.error().kind == ErrorKind::kInterrupted) {
    return tl::unexpected(
        Failure{ExitCode::kInterrupted, "interrupted, what was learned so far is kept beside " +
                                            arguments.out + ", go on with --resume"});
  }
  if (!result && result.error().kind == ErrorKind::kIo) return data_failure(result.error());
  if (!result) return request_failure(result.error());
  if (const auto written =
          write_adapter(path_from_utf8(arguments.out), result->adapter, model->plan());
      !written)
    return data_failure(written.error());
  files.remove();
  if (const Outcome<> known = remember(arguments.out, *model, options); !known) return known;
  const Outcome<double> speedup = measure_gain(
      *model, pool, *result, *prompts, order->seconds_per_token, order->settings.max_new_tokens);
  if (!speedup) return tl::unexpected(speedup.error());
  return print_result(*result, *speedup, arguments, options.json);
}

}  // namespace

void add_tune(Command parent) {
  Command command =
      parent.add_command("tune", "Make an adapter that accelerates a model (BiTA tuning)");
  const auto arguments = std::make_shared<TuneArguments>();
  tuning::TuningSettings& settings = arguments->settings;
  add_model_option(command, arguments->model).required();
  command.add_option("--out", arguments->out, "The adapter to write").value_name("FILE").required();
  command
      .add_option("--prompts", arguments->prompts,
                  "Prompts that the model answers to learn from, JSON lines; without: those that "
                  "come with Canter")
      .value_name("FILE.jsonl");
  command
      .add_option("--minutes", settings.minutes,
                  "Time for everything; 0: as long as the steps take")
      .shows_default();
  command.add_flag("--resume", arguments->resume, "Go on with an interrupted tuning");
  command.add_option("--steps", settings.steps, "Updates, unless a time is given").shows_default();
  command.add_option("--prompt-tokens", settings.prompt_tokens, "Length of the soft prompt")
      .shows_default();
  command
      .add_option("--mask-tokens", settings.mask_tokens,
                  "Mask rows that draft tokens at once; 0: none, quicker and for any model")
      .shows_default();
  command
      .add_option("--head-width", settings.head.hidden,
                  "Width of the head's network, which drafts from the model's states; 0: no head, "
                  "-1: twice the model's width")
      .shows_default();
  command
      .add_option("--rank", settings.rank,
                  "Of the term that ties a draft to the token before it; 0: none")
      .shows_default();
  command.add_option("--max-new-tokens", settings.max_new_tokens, "Of each answer").shows_default();
  command
      .add_option("--samples", settings.samples,
                  "Drawn answers to each prompt, besides the greedy one")
      .shows_default();
  command.add_option("--seed", settings.seed, "The same seed and steps give the same adapter")
      .shows_default();
  command.does([arguments](const CommonOptions& options) { return tune(*arguments, options); });
}

}  // namespace canter::cli
