#include "drafting.h"

#include <CLI/CLI.hpp>
#include <optional>

#include "base/log.h"
#include "base/utf8.h"
#include "decode/adapter_import.h"
#include "engine/drafting.h"
#include "interrupt.h"
#include "model_argument.h"

namespace canter::cli {
namespace {

/// The adapter, or why there is none; a file that was named has to be usable.
Outcome<engine::AdapterChoice> choose_adapter(const std::string& wish, const Model& model,
                                              Store* store) {
  if (wish == "auto") return engine::find_adapter(model, store);
  Result<Adapter> adapter = open_adapter(path_from_utf8(wish), model);
  if (!adapter) return model_failure(adapter.error());
  if (adapter->fingerprint.empty()) {
    print_note("the adapter does not say which model it belongs to; its shapes fit this one");
  }
  return engine::AdapterChoice{std::move(*adapter), path_from_utf8(wish), {}};
}

}  // namespace

void add_draft_options(CLI::App& command, DraftArguments& arguments) {
  command
      .add_option("--adapter", arguments.adapter,
                  "Drafts several tokens a step: a file, auto (one that is known for the model, "
                  "else from the text alone), or none")
      ->option_text("FILE|auto|none");
  command
      .add_option("--tree", arguments.tree,
                  "Shape of the drafts: adaptive, paper, chain, or candidates at each depth")
      ->option_text("adaptive|paper|chain|5,4,3");
}

Outcome<Drafting> open_drafting(const DraftArguments& arguments, const Model& model,
                                ThreadPool& pool, TensorType cache, const CommonOptions& options) {
  if (arguments.adapter == "none")
    return Drafting{nullptr, "switched off by --adapter none", false};
  std::optional<Store> store = open_known_database(options);
  Outcome<engine::AdapterChoice> choice =
      choose_adapter(arguments.adapter, model, store ? &*store : nullptr);
  if (!choice) return tl::unexpected(choice.error());
  const int masks = choice->adapter ? choice->adapter->mask_tokens : 0;
  const Result<TreeShape> shape = parse_tree_shape(arguments.tree, masks);
  if (!shape) return request_failure(shape.error());
  auto drafter = Drafter::create(model, pool, std::move(choice->adapter), {.shape = *shape}, cache);
  if (!drafter) return model_failure(drafter.error());
  Drafting drafting{std::move(*drafter), std::move(choice->reason), shape->adaptive()};
  if (!drafting.adaptive || !store) return drafting;
  const auto known = engine::load_experience(*drafting.drafter, model, pool.threads(), *store);
  if (!known) log(LogLevel::kWarning, known.error().message);
  return drafting;
}

Outcome<> measure_passes(const Drafting& drafting, const Model& model, ThreadPool& pool) {
  if (!drafting.adaptive) return {};
  const InterruptListener interrupt;
  const auto ready = engine::measure_if_unknown(*drafting.drafter, model, pool,
                                                [&] { return interrupt.pending() != 0; });
  if (!ready && ready.error().kind == ErrorKind::kInterrupted) {
    return tl::unexpected(
        Failure{ExitCode::kInterrupted, "interrupted before the answers began, start again"});
  }
  return ready ? Outcome<>() : request_failure(ready.error());
}

void keep_experience(const Drafting& drafting, const Model& model, int threads,
                     const CommonOptions& options) {
  std::optional<Store> store = drafting.adaptive ? open_known_database(options) : std::nullopt;
  if (!store) return;
  const auto kept = engine::save_experience(*drafting.drafter, model, threads, *store);
  if (!kept) log(LogLevel::kWarning, kept.error().message);
}

std::string acceleration_name(const AnswerStatistics& statistics) {
  return statistics.rows > statistics.steps ? "bita" : "off";
}

}  // namespace canter::cli
