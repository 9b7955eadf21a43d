#include "drafting.h"

#include <optional>

#include "base/log.h"
#include "base/utf8.h"
#include "decode/adapter_import.h"
#include "decode/drafting_memory.h"
#include "engine/models/drafting.h"
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

/// nullptr: none is wished for.
Outcome<std::shared_ptr<const Model>> open_draft_model(const std::string& source,
                                                       const Model& model, TensorType cache,
                                                       const CommonOptions& options) {
  if (source.empty()) return nullptr;
  Outcome<Model> draft =
      open_model(source, options, memory_for_draft_model(model.summary(), 0, cache));
  if (!draft) return tl::unexpected(draft.error());
  return std::make_shared<const Model>(std::move(*draft));
}

}  // namespace

void add_sources_option(Command command, std::string& draft) {
  command
      .add_option(
          "--draft", draft,
          "Where drafts come from: none, or some of auto (all there is), free (what needs no "
          "adapter), text, successors, masks, head, nextn (the head of the model's own file), and "
          "model:MODEL, a smaller model with the same vocabulary")
      .value_name("none|SOURCE,...");
}

void add_draft_options(Command command, DraftArguments& arguments) {
  command
      .add_option("--adapter", arguments.adapter,
                  "What was tuned to draft for the model: a file, auto (one that is known for it), "
                  "or none: plain decoding, unless --draft is given")
      .value_name("FILE|auto|none");
  add_sources_option(command, arguments.draft);
  command
      .add_option("--tree", arguments.tree,
                  "Shape of the drafts: adaptive, paper, chain, or candidates at each depth")
      .value_name("adaptive|paper|chain|5,4,3");
}

Outcome<Drafting> open_drafting(const DraftArguments& arguments, const Model& model,
                                ThreadPool& pool, TensorType cache, const CommonOptions& options) {
  const bool without_adapter = arguments.adapter == "none";
  if (without_adapter && arguments.draft.empty())
    return Drafting{nullptr, "switched off by --adapter none", false};
  const Result<SourceWish> wish = parse_sources(arguments.draft.empty() ? "auto" : arguments.draft);
  if (!wish) return request_failure(wish.error());
  if (wish->sources.empty()) return Drafting{nullptr, "switched off by --draft none", false};
  std::optional<Store> store = open_known_database(options);
  Outcome<engine::AdapterChoice> choice =
      without_adapter ? engine::AdapterChoice{std::nullopt, {}, "left out by --adapter none"}
                      : choose_adapter(arguments.adapter, model, store ? &*store : nullptr);
  if (!choice) return tl::unexpected(choice.error());
  const int masks = choice->adapter ? choice->adapter->mask_tokens : 0;
  const Result<TreeShape> shape = parse_tree_shape(arguments.tree, masks);
  if (!shape) return request_failure(shape.error());
  Outcome<std::shared_ptr<const Model>> draft =
      open_draft_model(wish->model, model, cache, options);
  if (!draft) return tl::unexpected(draft.error());
  auto drafter = engine::make_drafter(model, pool, std::move(choice->adapter),
                                      {.shape = *shape, .sources = wish->sources, .model = *draft},
                                      cache, store ? &*store : nullptr);
  if (!drafter) return model_failure(drafter.error());
  Drafting drafting{std::move(*drafter), std::move(choice->reason), shape->adaptive()};
  if (!drafting.adaptive && masks == 0 && !*draft)
    drafting.reason = "a fixed tree takes masks or a draft model, and there is neither";
  return drafting;
}

void keep_experience(const Drafting& drafting, const Model& model, int threads,
                     const CommonOptions& options) {
  std::optional<Store> store = drafting.adaptive ? open_known_database(options) : std::nullopt;
  if (!store) return;
  const auto kept = engine::save_experience(
      engine::experience_of(*drafting.drafter, /*whole=*/true), model, threads, *store);
  if (!kept) log(LogLevel::kWarning, kept.error().message);
}

std::string acceleration_name(const AnswerStatistics& statistics) {
  return statistics.rows > statistics.steps ? "bita" : "off";
}

}  // namespace canter::cli
