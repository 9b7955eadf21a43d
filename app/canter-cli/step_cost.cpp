#include "decode/step_cost.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <numeric>
#include <string>
#include <utility>

#include "base/log.h"
#include "base/memory_bandwidth.h"
#include "base/thread_pool.h"
#include "commands.h"
#include "input.h"
#include "interrupt.h"
#include "model_argument.h"

namespace canter::cli {
namespace {

struct StepCostArguments {
  std::string model;
  std::string rows = "1,2,4,8,16,32";
  StepCostSettings settings;
};

/// By Stage.
constexpr const char* kStageNames[kStages] = {"activations", "products", "attention", "states",
                                              "output"};
constexpr const char* kRest = "between";

double rest_of(const StepCost& cost) {
  return cost.mean_ms - std::accumulate(cost.stages_ms.begin(), cost.stages_ms.end(), 0.0);
}

/// Milliseconds of each stage, and its part of the pass.
std::string stage_table(const std::vector<StepCost>& costs) {
  std::string text = fmt::format("\n{:>5}", "rows");
  for (const char* name : kStageNames) text += fmt::format("  {:>16}", name);
  text += fmt::format("  {:>16}\n", kRest);
  for (const StepCost& cost : costs) {
    const auto cell = [&](double ms) {
      return fmt::format("  {:>9.2f} ({:>2.0f} %)", ms, 100 * ms / cost.mean_ms);
    };
    text += fmt::format("{:>5}", cost.rows);
    for (const double ms : cost.stages_ms) text += cell(ms);
    text += cell(rest_of(cost)) + "\n";
  }
  return text;
}

struct Measurement {
  int threads = 0;
  int context = 0;
  double bandwidth = 0;  ///< GB/s
  std::vector<StepCost> costs;
  bool stages = false;

  /// Time compared with the smallest number of rows.
  double ratio(const StepCost& cost) const {
    return cost.median_ms / std::ranges::min_element(costs, {}, &StepCost::rows)->median_ms;
  }
};

Outcome<> print_document(const Measurement& measurement) {
  auto rows = nlohmann::ordered_json::array();
  for (const StepCost& cost : measurement.costs) {
    rows.push_back({{"rows", cost.rows},
                    {"median_ms", cost.median_ms},
                    {"min_ms", cost.min_ms},
                    {"ratio", measurement.ratio(cost)}});
    if (!measurement.stages) continue;
    auto& stages = rows.back()["stages_ms"];
    for (int stage = 0; stage < kStages; ++stage)
      stages[kStageNames[stage]] = cost.stages_ms[stage];
    stages[kRest] = rest_of(cost);
  }
  return print_json({{"threads", measurement.threads},
                     {"context", measurement.context},
                     {"bandwidth_gbs", measurement.bandwidth},
                     {"rows", std::move(rows)}});
}

Outcome<> print_table(const Measurement& measurement) {
  std::string text = fmt::format(
      "threads    {}\ncontext    {} tokens\nbandwidth  {:.1f} GB/s\n\n"
      "{:>5}  {:>10}  {:>10}  {:>6}  {:>9}\n",
      measurement.threads, measurement.context, measurement.bandwidth, "rows", "median ms",
      "min ms", "ratio", "rows/s");
  for (const StepCost& cost : measurement.costs) {
    fmt::format_to(std::back_inserter(text), "{:>5}  {:>10.2f}  {:>10.2f}  {:>6.2f}  {:>9.1f}\n",
                   cost.rows, cost.median_ms, cost.min_ms, measurement.ratio(cost),
                   1000 * cost.rows / cost.median_ms);
  }
  if (measurement.stages) text += stage_table(measurement.costs);
  return print(text);
}

Outcome<> step_cost(const StepCostArguments& arguments, const CommonOptions& options) {
  StepCostSettings settings = arguments.settings;
  Outcome<std::vector<int>> rows = parse_numbers(arguments.rows, "--rows", "1,2,4,8");
  if (!rows) return tl::unexpected(rows.error());
  settings.rows = std::move(*rows);

  const Outcome<Model> model = open_model(arguments.model, options);
  if (!model) return tl::unexpected(model.error());
  ThreadPool pool(options.threads);
  const Result<double> before = measure_bandwidth(pool);
  if (!before) return request_failure(before.error());
  const InterruptListener interrupt;
  log(LogLevel::kInfo, "measuring passes of " + arguments.rows + " rows");
  Result<std::vector<StepCost>> costs =
      measure_step_cost(*model, pool, settings, [&] { return interrupt.pending() != 0; });
  if (!costs && costs.error().kind == ErrorKind::kInterrupted) {
    return tl::unexpected(Failure{ExitCode::kInterrupted,
                                  "interrupted before all passes were measured, start again"});
  }
  if (!costs) return request_failure(costs.error());
  const Result<double> after = measure_bandwidth(pool);
  if (!after) return request_failure(after.error());

  // What other programs leave of the memory's speed changes within seconds.
  const double bandwidth = std::max(*before, *after);
  const Measurement measurement{pool.threads(), settings.context, bandwidth, std::move(*costs),
                                settings.stages};
  return options.json ? print_document(measurement) : print_table(measurement);
}

}  // namespace

void add_step_cost(Command parent) {
  Command command =
      parent.add_command("step-cost", "Measure what a pass costs for each number of rows");
  const auto arguments = std::make_shared<StepCostArguments>();
  add_model_option(command, arguments->model).required();
  command.add_option("--rows", arguments->rows, "Rows of each pass")
      .value_name("1,2,4 (default: " + arguments->rows + ")");
  command.add_option("--context", arguments->settings.context, "Tokens that every row attends to")
      .shows_default();
  command
      .add_option("--repeat", arguments->settings.repeat, "Passes measured for each number of rows")
      .shows_default();
  command.add_flag("--stages", arguments->settings.stages,
                   "Where the time of a pass goes: milliseconds of a mean pass");
  command.does(
      [arguments](const CommonOptions& options) { return step_cost(*arguments, options); });
}

}  // namespace canter::cli
