#include <algorithm>
#include <system_error>

#include "base/log.h"
#include "base/machine.h"
#include "base/utf8.h"
#include "decode/adapter_import.h"
#include "engine/answering/answer_worker.h"
#include "engine/generation/chat_sampling.h"
#include "engine/generation/computing.h"
#include "engine/models/draft_models.h"
#include "engine/models/locate.h"
#include "engine/models/model_facts.h"
#include "model/memory_need.h"

namespace canter::engine {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kOpeningProgressInterval = std::chrono::milliseconds(50);

ModelInfo describe(const Model& model, const std::filesystem::path& path, int context) {
  const ModelSummary& summary = model.summary();
  ModelInfo info;
  info.name = summary.name;
  info.path = absolute_path(path).string();
  info.architecture = summary.plan.architecture;
  info.weight_types = weight_types_text(summary);
  info.parameters = summary.parameters;
  info.bytes = summary.bytes;
  info.context = context;
  info.starter = path == starter_path();
  info.fingerprint = summary.fingerprint;
  info.sampling = chat_sampling(summary);
  info.notes = summary.notes;
  return info;
}

bool source_is_there(const std::string& path) {
  std::error_code ignored;
  return remote::parse_remote_source(path) ||
         std::filesystem::exists(path_from_utf8(path), ignored);
}

/// A path as people name the model.
std::string as_source(const std::string& path) {
  if (remote::parse_remote_source(path)) return path;
  return path_from_utf8(path) == absolute_path(starter_path()) ? "starter" : path;
}

/// What a wish without a source means. `store` may be null.
std::string meant_model(const OpenModel& wish, Store* store) {
  if (store && wish.conversation)
    if (const auto known = store->conversation(*wish.conversation);
        known && source_is_there(known->model))
      return as_source(known->model);
  return as_source(usual_model(store));
}

}  // namespace

Result<void> AnswerWorker::open_wish(OpenModel first) {
  const TuningGate::Turn turn(*tuning_);
  const std::string before = is_open() ? info_.path : std::string();
  for (std::optional<OpenModel> wish = std::move(first); wish; wish = wanted_.take()) {
    const auto database = store_.get();
    if (wish->source.empty()) wish->source = meant_model(*wish, database ? *database : nullptr);
    const auto opened = open_model(wish->source);
    if (opened) {
      remember_model();
      if (wish->conversation) use_model(*wish->conversation);
      events_->push(ModelOpened{info_, acceleration(), generator_});
      return {};
    }
    if (wanted_.outdated()) continue;
    if (!is_open() && !before.empty() && !open_model(before) && wanted_.outdated()) continue;
    ModelFailed failed{wish->source, opened.error()};
    if (is_open()) failed.open = ModelOpened{info_, acceleration(), generator_};
    events_->push(std::move(failed));
    return opened;
  }
  return fail(ErrorKind::kInterrupted, "the program ended before the model was open");
}

Result<void> AnswerWorker::open_model(const std::string& source) {
  auto last_progress = Clock::now();
  events_->push(ModelOpening{source, 0});
  const auto database = store_.get();
  const auto path = locate_model(source, database ? *database : nullptr);
  if (!path) return propagate(path);
  if (const auto model = remote::parse_remote_source(path->string())) return open_elsewhere(*model);
  if (auto room = make_room(*path); !room) return room;
  Model::Options options;
  options.available_memory = options_.available_memory;
  options.threads = threads();
  options.progress = [&](double progress) {
    if (const auto now = Clock::now(); now - last_progress >= kOpeningProgressInterval) {
      last_progress = now;
      events_->push(ModelOpening{source, progress});
    }
    return !wanted_.outdated();
  };
  auto model = Model::open(*path, options);
  if (!model) return propagate(model);
  close_model();
  model_ = std::make_shared<const Model>(std::move(*model));
  chat_ = std::make_shared<const ChatFormat>(model_->tokenizer());
  if (auto opened = open_generator(); !opened) {
    close_model();
    return opened;
  }
  current_->set({model_, chat_, generator_->context()});
  info_ = describe(*model_, *path, generator_->context());
  info_.thinking = chat_->thinking();
  return {};
}

Result<void> AnswerWorker::make_room(const std::filesystem::path& path) {
  if (!model_) return {};
  const auto summary = summarise_model(path);
  if (!summary || !summary->problem.empty()) return {};  // opening will say what is wrong
  const TensorType cache = cache_type(computing_.cache);
  const int threads = this->threads();
  const MemoryNeed need = memory_needed(*summary, summary->plan.context, cache, threads);
  const std::uint64_t available =
      options_.available_memory > 0 ? options_.available_memory : available_memory();
  // A context takes no more than half of what is free.
  if (need.total() + need.cache <= available) return {};
  std::uint64_t held =
      memory_needed(model_->summary(), generator_->context(), cache, threads).total();
  if (draft_model_) held += memory_needed(draft_model_->summary(), 0, cache, threads).total();
  if (available > 0)
    if (auto fits = check_memory(*summary, path, available + held); !fits) return fits;
  close_model();
  return {};
}

void AnswerWorker::remember_model() {
  const auto database = store_.get();
  if (!database) return;
  ModelRecord record;
  record.path = info_.path;
  record.name = info_.name;
  record.fingerprint = info_.fingerprint;
  record.bytes = info_.bytes;
  const auto remembered = (*database)->remember_model(record);
  if (!remembered) events_->push(Failed{remembered.error()});
}

Result<void> AnswerWorker::open_model_of(ConversationId conversation) {
  const auto database = store_.get();
  const auto known = database ? (*database)->conversation(conversation) : propagate(database);
  if (!known) return {};  // the answer will say what is wrong
  if (is_open() && known->model.empty()) use_model(conversation);
  const bool open = known->model.empty() || (is_open() && known->model == info_.path);
  return open || !source_is_there(known->model) ? Result<void>()
                                                : open_wish({as_source(known->model)});
}

void AnswerWorker::use_model(ConversationId conversation) {
  const auto database = store_.get();
  if (!database) return;
  const auto changed = (*database)->choose_model(conversation, info_.path).and_then([&] {
    return (*database)->conversation(conversation);
  });
  if (changed)
    events_->push(ConversationChanged{*changed});
  else
    log(LogLevel::kWarning, changed.error().message);
}

void AnswerWorker::close_model() {
  comparer_.end({ErrorKind::kUsage, "the model was closed meanwhile; compare again"});
  summarizer_.end({ErrorKind::kUsage, "the model was closed meanwhile; summarize again"});
  switch_.end();
  current_->set({});
  close_generator();
  draft_model_.reset();
  chat_.reset();
  model_.reset();
  elsewhere_.reset();
}

Result<void> AnswerWorker::open_generator() {
  auto choice = open_draft_sources();
  if (!choice) return propagate(choice);
  const auto make = [&](int context) {
    return Generator::create(model_,
                             {.threads = threads(),
                              .context = context,
                              .cache = cache_type(computing_.cache),
                              .kept_bytes = kept_bytes(computing_.kept_mib)},
                             [&](ThreadPool& pool) -> Result<std::shared_ptr<Drafter>> {
                               return make_drafter(std::move(*choice), pool);
                             });
  };
  const int wished = std::min(computing_.context, model_->summary().plan.context);
  auto generator = make(wished);
  // What was wished for on another day may not fit today.
  if (!generator && wished > 0) generator = make(/*context=*/0);
  if (!generator) return propagate(generator);
  generator_ = std::move(*generator);
  return {};
}

Result<AdapterChoice> AnswerWorker::open_draft_sources() {
  drafted_ = false;
  auto choice = choose_adapter();
  if (!choice) return choice;
  drafter_reason_ = choice->reason;
  adapter_name_ = choice->adapter ? to_valid_utf8(choice->path.stem().string()) : std::string();
  auto draft = find_draft_model();
  if (!draft) return propagate(draft);
  draft_model_ = std::move(*draft);
  return choice;
}

std::shared_ptr<Drafter> AnswerWorker::make_drafter(AdapterChoice choice, ThreadPool& pool) {
  const auto database = store_.get();
  auto made =
      engine::make_drafter(*model_, pool, std::move(choice.adapter),
                           {.shape = {}, .sources = options_.drafts.sources, .model = draft_model_},
                           cache_type(computing_.cache), database ? *database : nullptr);
  if (made) return std::move(*made);
  drafter_reason_ = made.error().message;
  adapter_name_.clear();
  return nullptr;
}

void AnswerWorker::keep_experience(bool whole) {
  if (!generator_ || !drafted_) return;
  std::optional<Experience> experience;
  generator_->visit([&](const GeneratorMeans& means) {
    if (means.drafter) experience = experience_of(*means.drafter, whole);
  });
  if (!experience) return;
  const auto database = store_.get();
  const auto saved =
      database ? save_experience(*experience, *model_, threads(), **database) : propagate(database);
  if (!saved) log(LogLevel::kWarning, saved.error().message);
}

void AnswerWorker::close_generator() {
  keep_experience(/*whole=*/true);
  generator_.reset();
}

Result<std::shared_ptr<const Model>> AnswerWorker::find_draft_model() {
  if (draft_model_) return draft_model_;
  const auto database = store_.get();
  Store* const store = database ? *database : nullptr;
  std::string source = options_.drafts.model;
  const bool named = !source.empty();
  if (!named && store) source = chosen_draft_model(model_->summary().fingerprint, *store);
  if (source.empty() || !options_.drafts.sources.has(SourceId::kModel)) return nullptr;
  Model::Options options;
  options.threads = threads();
  options.progress = [this](double) { return !wanted_.outdated(); };
  auto draft = open_draft_model(source, *model_, cache_type(computing_.cache), options, store);
  draft_source_ = std::move(source);
  if (draft || named || wanted_.outdated()) return draft;
  events_->push(Failed{draft.error()});
  return nullptr;
}

Result<AdapterChoice> AnswerWorker::choose_adapter() {
  if (options_.without_adapter) return AdapterChoice{std::nullopt, {}, kNoAdapter};
  if (options_.adapter.empty()) {
    const auto database = store_.get();
    return find_adapter(*model_, database ? *database : nullptr);
  }
  auto adapter = open_adapter(options_.adapter, *model_);
  if (!adapter) return propagate(adapter);
  return AdapterChoice{std::move(*adapter), options_.adapter, {}};
}

}  // namespace canter::engine
