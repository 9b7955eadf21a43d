#include <spdlog/fmt/fmt.h>
#include <CLI/CLI.hpp>

#include <algorithm>
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

struct Arguments {
  std::string model;
  std::string prompts;
  DraftArguments drafting;
  GenerationSettings settings;
  TensorType cache = TensorType::kF32;
  int repeat = 1;
};

struct Spread {
  double median = 0, least = 0, most = 0;
};

Spread spread(const std::vector<ComparedPrompt>& prompts) {
  std::vector<double> values;
  for (const ComparedPrompt& prompt : prompts) values.push_back(prompt.speedup);
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  const double median =
      values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  return {median, values.front(), values.back()};
}

nlohmann::ordered_json totals(const DecodingTotals& totals, int answers) {
  return {{"tokens_per_second", totals.tokens_per_second()},
          {"tokens", totals.tokens},
          {"steps", totals.steps},
          {"tokens_per_step", totals.tokens_per_step()},
          {"decoding_ms", totals.decoding_ms},
          {"first_token_ms", totals.first_token_ms / answers}};
}

Outcome<> report(const Comparison& comparison, const ThreadPool& pool, const std::string& reason,
                 bool as_json) {
  const Spread speedup = spread(comparison.prompts);
  const std::vector<double> acceptance = comparison.drafted.acceptance_by_depth();
  if (as_json) {
    nlohmann::ordered_json plain = totals(comparison.plain, comparison.answers);
    nlohmann::ordered_json bita = totals(comparison.drafted, comparison.answers);
    bita["rows_per_step"] = comparison.drafted.rows_per_step();
    bita["acceptance_by_depth"] = acceptance;
    return print_json(
        {{"prompts", comparison.prompts.size()},
         {"threads", pool.threads()},
         {"identical", comparison.identical()},
         {"speedup", {{"median", speedup.median}, {"min", speedup.least}, {"max", speedup.most}}},
         {"speedup_of_all",
          comparison.plain.decoding_ms / std::max(1e-9, comparison.drafted.decoding_ms)},
         {"tokens_per_step", comparison.drafted.tokens_per_step()},
         {"plain", std::move(plain)},
         {"bita", std::move(bita)},
         {"reason", reason}});
  }
  std::string text = fmt::format(
      "prompts     {}\nthreads     {}\nanswers     {}\nspeed-up    {:.2f} (median of prompts; "
      "{:.2f} "
      "to {:.2f})\nplain       {:.1f} tok/s\ndrafted     {:.1f} tok/s, {:.2f} tokens and {:.1f} "
      "rows "
      "per step\n",
      comparison.prompts.size(), pool.threads(), comparison.identical() ? "identical" : "DIFFERENT",
      speedup.median, speedup.least, speedup.most, comparison.plain.tokens_per_second(),
      comparison.drafted.tokens_per_second(), comparison.drafted.tokens_per_step(),
      comparison.drafted.rows_per_step());
  for (std::size_t depth = 0; depth < acceptance.size(); ++depth) {
    fmt::format_to(std::back_inserter(text), "depth {:<5} {:.0f} % of steps\n", depth + 1,
                   100 * acceptance[depth]);
  }
  if (!reason.empty()) print_note(reason);
  return print(text);
}

Outcome<> bench(const Arguments& arguments, const CommonOptions& options) {
  if (arguments.repeat < 1) return usage_failure("--repeat is below 1, give a number from 1 on");
  GenerationSettings settings = arguments.settings;
  if (Outcome<> checked = check_generation(settings); !checked) return checked;
  const Outcome<Model> model = open_model(arguments.model, options);
  if (!model) return tl::unexpected(model.error());
  const ChatFormat chat(model->tokenizer());
  const auto prompts = tuning::read_prompts(path_from_utf8(arguments.prompts), chat);
  if (!prompts) return prompts_failure(prompts.error());
  if (prompts->empty()) {
    return usage_failure(arguments.prompts + " holds no prompt, give one JSON object on each line");
  }
  settings = with_turn_ends(settings, chat);

  ThreadPool pool(options.threads);
  const Outcome<Drafting> drafting =
      open_drafting(arguments.drafting, *model, pool, arguments.cache, options);
  if (!drafting) return tl::unexpected(drafting.error());
  if (Outcome<> measured = measure_passes(*drafting, *model, pool); !measured) return measured;
  Result<Decoder> plain = Decoder::create(*model, pool, 0, arguments.cache);
  if (!plain) return model_failure(plain.error());
  Result<Decoder> drafted = Decoder::create(*model, pool, 0, arguments.cache);
  if (!drafted) return model_failure(drafted.error());
  drafted->draft_with(drafting->drafter.get());

  const InterruptListener interrupt;
  Progress progress("comparing", Progress::style_for(options.json));
  const Result<Comparison> comparison =
      compare_decoding(*plain, *drafted, *prompts, settings, arguments.repeat, [&](double done) {
        progress.show(done);
        return interrupt.pending() == 0;
      });
  if (!comparison && comparison.error().kind == ErrorKind::kInterrupted) {
    return tl::unexpected(Failure{ExitCode::kInterrupted, comparison.error().message});
  }
  if (!comparison) return request_failure(comparison.error());
  return report(*comparison, pool, drafting->reason, options.json);
}

}  // namespace

void add_bench(CLI::App& parent, Program& program) {
  CLI::App* command = add_command(
      parent, "bench", "Compare plain and accelerated decoding, in turn, on the same prompts");
  const auto arguments = std::make_shared<Arguments>();
  add_model_option(*command, arguments->model)->required();
  add_draft_options(*command, arguments->drafting);
  add_cache_option(*command, arguments->cache);
  command
      ->add_option("--prompts", arguments->prompts,
                   "JSON lines, each with the messages of a conversation")
      ->option_text("FILE.jsonl")
      ->required();
  command->add_option("--repeat", arguments->repeat, "Answers of each way to every prompt")
      ->capture_default_str();
  add_generation_options(*command, arguments->settings);
  command->callback([arguments, &program] {
    program.action = [arguments, &program] { return bench(*arguments, program.options); };
  });
}

}  // namespace canter::cli
