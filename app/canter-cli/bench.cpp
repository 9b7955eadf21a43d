#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/utf8.h"
#include "commands.h"
#include "decode/comparison.h"
#include "decode/turn_ends.h"
#include "drafting.h"
#include "generation.h"
#include "interrupt.h"
#include "model_argument.h"
#include "progress.h"
#include "tune/prompts.h"

namespace canter::cli {
namespace {

struct BenchArguments {
  std::string model;
  std::string prompts;
  DraftArguments drafting;
  GenerationSettings settings;
  TensorType cache = TensorType::kF32;
  int repeat = 1;
};

/// What was measured with one line of the prompt file, or with several.
struct Figures {
  int prompts = 0;
  int answers = 0;  ///< of each way
  bool identical = true;
  DecodingTotals plain = {}, drafted = {};

  void add(const Figures& more) {
    prompts += more.prompts;
    answers += more.answers;
    identical &= more.identical;
    plain.add(more.plain);
    drafted.add(more.drafted);
  }
  double speedup() const {
    return drafted.decoding_ms > 0 ? plain.decoding_ms / drafted.decoding_ms : 1;
  }
};

struct Spread {
  double median = 0, least = 0, most = 0;
};

Spread spread(std::vector<double> values) {
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  const double median =
      values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  return {median, values.front(), values.back()};
}

struct Report {
  std::vector<double> speedups;  ///< of each line
  std::vector<std::pair<std::string, Figures>> kinds;
  Figures all;

  void add(const std::string& kind, const Figures& line) {
    speedups.push_back(line.speedup());
    all.add(line);
    if (kind.empty()) return;
    auto same = std::ranges::find(kinds, kind, [](const auto& entry) { return entry.first; });
    if (same == kinds.end()) same = kinds.insert(kinds.end(), {kind, {}});
    same->second.add(line);
  }
};

nlohmann::ordered_json totals(const DecodingTotals& totals, int answers) {
  return {{"tokens_per_second", totals.tokens_per_second()},
          {"tokens", totals.tokens},
          {"steps", totals.steps},
          {"tokens_per_step", totals.tokens_per_step()},
          {"decoding_ms", totals.decoding_ms},
          {"first_token_ms", totals.first_token_ms / answers}};
}

Outcome<> print_report(const Report& report, const ThreadPool& pool, const std::string& reason,
                       bool as_json) {
  const Spread speedup = spread(report.speedups);
  const DecodingTotals& drafted = report.all.drafted;
  const std::vector<double> acceptance = drafted.acceptance_by_depth();
  if (as_json) {
    nlohmann::ordered_json bita = totals(drafted, report.all.answers);
    bita["rows_per_step"] = drafted.rows_per_step();
    bita["acceptance_by_depth"] = acceptance;
    bita["by_source"] = by_source(drafted.drafted_by_source, drafted.accepted_by_source);
    bita["drafting_ms"] = drafted.drafting_ms;
    bita["verifying_ms"] = drafted.verifying_ms;
    auto kinds = nlohmann::ordered_json::object();
    for (const auto& [kind, figures] : report.kinds)
      kinds[kind] = {{"prompts", figures.prompts},
                     {"speedup", figures.speedup()},
                     {"tokens_per_step", figures.drafted.tokens_per_step()}};
    return print_json(
        {{"prompts", report.all.prompts},
         {"threads", pool.threads()},
         {"identical", report.all.identical},
         {"speedup", {{"median", speedup.median}, {"min", speedup.least}, {"max", speedup.most}}},
         {"overall_speedup", report.all.speedup()},
         {"tokens_per_step", drafted.tokens_per_step()},
         {"plain", totals(report.all.plain, report.all.answers)},
         {"bita", std::move(bita)},
         {"kinds", std::move(kinds)},
         {"reason", reason}});
  }
  std::string text = fmt::format(
      "prompts     {}\nthreads     {}\nanswers     {}\nspeed-up    {:.2f} overall, {:.2f} median "
      "of prompts ({:.2f} to {:.2f})\nplain       {:.1f} tok/s\ndrafted     {:.1f} tok/s, {:.2f} "
      "tokens and {:.1f} rows per step, {:.1f} % of the time spent on drafting\n",
      report.all.prompts, pool.threads(), report.all.identical ? "identical" : "DIFFERENT",
      report.all.speedup(), speedup.median, speedup.least, speedup.most,
      report.all.plain.tokens_per_second(), drafted.tokens_per_second(), drafted.tokens_per_step(),
      drafted.rows_per_step(), 100 * drafted.drafting_ms / std::max(1e-9, drafted.decoding_ms));
  const auto line = std::back_inserter(text);
  for (std::size_t depth = 0; depth < acceptance.size(); ++depth)
    fmt::format_to(line, "depth {:<5} {:.0f} % of steps\n", depth + 1, 100 * acceptance[depth]);
  for (std::size_t i = 0; i < drafted.drafted_by_source.size(); ++i) {
    if (drafted.drafted_by_source[i] == 0) continue;
    fmt::format_to(line, "{:<11} {} of {} candidates accepted\n", source_name(kSources[i]),
                   drafted.accepted_by_source[i], drafted.drafted_by_source[i]);
  }
  for (const auto& [kind, figures] : report.kinds)
    fmt::format_to(line, "{:<15} {:.2f} times as fast, {:.2f} tokens per step, {} prompts\n", kind,
                   figures.speedup(), figures.drafted.tokens_per_step(), figures.prompts);
  if (!reason.empty()) print_note(reason);
  return print(text);
}

/// Both ways of decoding, with what they need.
struct Contest {
  const ChatFormat& chat;
  Decoder& plain;
  Decoder& drafted;
  const GenerationSettings& settings;
  int repeat;

  /// Asks what stands on one line, each question with the answers before it.
  Result<Figures> run(const tuning::Questions& questions,
                      const std::function<bool()>& goes_on) const {
    Figures figures{.prompts = 1};
    tuning::Prompt conversation = questions.first;
    for (std::size_t turn = 0;; ++turn) {
      const auto prompt = chat.encode(conversation);
      if (!prompt) return propagate(prompt);
      const auto compared = compare_decoding(plain, drafted, std::span(&*prompt, 1), settings,
                                             repeat, [&](double) { return goes_on(); });
      if (!compared) return propagate(compared);
      figures.add(
          {0, compared->answers, compared->identical(), compared->plain, compared->drafted});
      if (turn == questions.further.size()) return figures;
      conversation.push_back({.role = "assistant", .content = compared->prompts[0].text});
      conversation.push_back({.role = "user", .content = questions.further[turn]});
    }
  }
};

Outcome<> bench(const BenchArguments& arguments, const CommonOptions& options) {
  if (arguments.repeat < 1) return usage_failure("--repeat is below 1, give a number from 1 on");
  GenerationSettings settings = arguments.settings;
  if (Outcome<> checked = check_generation(settings); !checked) return checked;
  const Outcome<Model> model = open_model(arguments.model, options);
  if (!model) return tl::unexpected(model.error());
  const ChatFormat chat(model->tokenizer());
  const auto prompts = tuning::read_questions(path_from_utf8(arguments.prompts));
  if (!prompts) return prompts_failure(prompts.error());
  if (prompts->empty()) {
    return usage_failure(arguments.prompts + " holds no prompt, give one JSON object on each line");
  }
  settings = with_turn_ends(settings, chat);

  ThreadPool pool(options.threads);
  const Outcome<Drafting> drafting =
      open_drafting(arguments.drafting, *model, pool, arguments.cache, options);
  if (!drafting) return tl::unexpected(drafting.error());
  Result<Decoder> plain = Decoder::create(*model, pool, 0, arguments.cache);
  if (!plain) return model_failure(plain.error());
  Result<Decoder> drafted = Decoder::create(*model, pool, 0, arguments.cache);
  if (!drafted) return model_failure(drafted.error());
  drafted->draft_with(drafting->drafter.get());

  const InterruptListener interrupt;
  Progress progress("comparing", Progress::style_for(options.json));
  const Contest contest{chat, *plain, *drafted, settings, arguments.repeat};
  Report report;
  for (std::size_t i = 0; i < prompts->size(); ++i) {
    const auto goes_on = [&] {
      progress.show(double(i) / double(prompts->size()));
      return interrupt.pending() == 0;
    };
    const Result<Figures> figures = contest.run((*prompts)[i], goes_on);
    if (!figures && figures.error().kind == ErrorKind::kInterrupted)
      return tl::unexpected(Failure{ExitCode::kInterrupted, figures.error().message});
    if (!figures) return request_failure(figures.error());
    report.add((*prompts)[i].kind, *figures);
  }
  return print_report(report, pool, drafting->reason, options.json);
}

}  // namespace

void add_bench(Command parent) {
  Command command = parent.add_command(
      "bench", "Compare plain and accelerated decoding, in turn, on the same prompts");
  const auto arguments = std::make_shared<BenchArguments>();
  add_model_option(command, arguments->model).required();
  add_draft_options(command, arguments->drafting);
  add_cache_option(command, arguments->cache);
  command
      .add_option("--prompts", arguments->prompts,
                  "JSON lines, each with the messages of a conversation")
      .value_name("FILE.jsonl")
      .required();
  command.add_option("--repeat", arguments->repeat, "Answers of each way to every prompt")
      .shows_default();
  add_generation_options(command, arguments->settings);
  command.does([arguments](const CommonOptions& options) { return bench(*arguments, options); });
}

}  // namespace canter::cli
