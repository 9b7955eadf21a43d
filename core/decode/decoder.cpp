#include "decode/decoder.h"

#include <algorithm>
#include <new>
#include <numeric>
#include <string>

#include "decode/check_tokens.h"
#include "decode/sampler.h"
#include "model/memory_need.h"

namespace canter {
namespace {

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
      .count();
}

Result<void> check_prompt(std::span<const TokenId> prompt, int vocabulary, int context) {
  if (prompt.empty())
    return fail(ErrorKind::kUsage, "the prompt has no token; write something to answer");
  if (auto known = check_tokens(prompt, vocabulary); !known) return propagate(known);
  if (prompt.size() >= std::size_t(context))
    return fail(ErrorKind::kTooLarge,
                "the prompt has " + std::to_string(prompt.size()) +
                    " tokens and the context holds " + std::to_string(context) +
                    ", the answer included; shorten the prompt or start a new chat");
  return {};
}

/// `held`: tokens in the cache; `common`: how many of them begin the prompt too; `kept`: how many
/// of these the cache could go back to; `states`: the model has some.
PromptReuse reuse_of(int held, int common, int kept, bool states) {
  if (common == 0) return PromptReuse::kNothing;
  if (kept == held) return PromptReuse::kContinued;
  if (kept == 0) return PromptReuse::kReadAgain;
  return states ? PromptReuse::kRestored : PromptReuse::kCutBack;
}

}  // namespace

Result<Decoder> Decoder::create(const Model& model, ThreadPool& pool, int context,
                                TensorType cache_type) {
  if (context < 0 || context > model.plan().context)
    return fail(ErrorKind::kUsage, "a context of " + std::to_string(context) +
                                       " tokens is outside 1 to " +
                                       std::to_string(model.plan().context));
  if (context == 0) context = affordable_context(model.plan(), cache_type);
  auto cache = KvCache::create(model.plan(), context, cache_type);
  if (!cache) return propagate(cache);
  return Decoder(model, pool, std::move(*cache));
}

Decoder::Decoder(const Model& model, ThreadPool& pool, KvCache cache)
    : model_(&model), forward_(model, pool), cache_(std::move(cache)) {}

Result<std::span<const float>> Decoder::logits_row(int row) const {
  const std::size_t vocabulary = model_->plan().vocabulary;
  const auto logits = std::span(logits_).subspan(row * vocabulary, vocabulary);
  if (auto sound = check_logits(logits); !sound) return propagate(sound);
  return logits;
}

Result<bool> Decoder::read(std::span<const TokenId> tokens, int masks,
                           const ShouldStop& should_stop) {
  logits_.resize(std::size_t(1 + masks) * model_->plan().vocabulary);
  const std::size_t most = Forward::kMaxRows - masks;
  // States can only be gone back to where they were marked: before the last token, which runs in
  // any case when the same prompt comes again.
  const bool marked = model_->plan().has_states();
  while (!tokens.empty()) {
    std::size_t count = std::min(tokens.size(), most);
    if (marked && count > 1 && count == tokens.size()) --count;
    const auto chunk = tokens.first(count);
    tokens = tokens.subspan(count);
    if (marked && tokens.empty()) cache_.mark();
    const auto done = !tokens.empty() ? forward_.run(chunk, cache_, 0, nullptr, should_stop)
                      : masks > 0     ? read_last(chunk, masks, should_stop)
                                      : forward_.run(chunk, cache_, 1, logits_.data(), should_stop);
    if (!done && done.error().kind == ErrorKind::kInterrupted) return false;
    if (!done) return propagate(done);
    cached_.insert(cached_.end(), chunk.begin(), chunk.end());
    numbers_.resize(std::max(numbers_.size(), count));
    std::iota(numbers_.begin(), numbers_.end(), 0);
    read_states(int(cached_.size() - count), std::span(numbers_).first(count));
  }
  return true;
}

void Decoder::read_states(int first, std::span<const int> rows) {
  if (!drafter_ || !drafter_->reads_states()) return;
  states_.resize(rows.size() * model_->plan().width);
  forward_.hidden_of(rows, states_.data());
  drafter_->read(first, std::span(cached_).subspan(first), states_);
}

Result<bool> Decoder::cross_limit(std::span<const TokenId> sequence,
                                  const ShouldStop& should_stop) {
  if (cache_.size() < cache_.limit() || cache_.beyond()) return true;
  const std::vector<TokenId> before(sequence.begin(), sequence.end() - 1);
  cache_.truncate(0);
  cached_.clear();
  cache_.expect(int(sequence.size()));
  return read(before, 0, should_stop);
}

/// The last chunk of a prompt, with mask rows behind it that see all of it.
Result<void> Decoder::read_last(std::span<const TokenId> tokens, int masks,
                                const ShouldStop& should_stop) {
  const int count = int(tokens.size()), first = cache_.size();
  std::vector<RowInput> inputs;
  for (int i = 0; i < count; ++i)
    inputs.push_back({.token = tokens[i], .position = first + i, .leading = i});
  std::vector<int> rows(1 + masks);
  std::iota(rows.begin(), rows.end(), count - 1);
  const std::span<const int> mask_rows = std::span(rows).subspan(1);
  for (int i = 0; i < masks; ++i)
    inputs.push_back(
        {.embedding = drafter_->mask_embedding() + std::size_t(i) * model_->plan().width,
         .position = first + count + i,
         .leading = count,
         .ancestors = mask_rows.first(i),
         .prefix = true});
  auto done =
      forward_.run_rows(inputs, cache_, drafter_->prefix(), rows, logits_.data(), should_stop);
  if (done) cache_.advance(count);
  return done;
}

Result<bool> Decoder::walk(const DraftTree& tree, AnswerWriter& writer) {
  path_.assign(1, 0);
  for (;;) {
    const auto logits = logits_row(path_.back());
    if (!logits) return propagate(logits);
    const auto drafted = [&](TokenId token) { return tree.child(path_.back(), token) >= 0; };
    if (!writer.write(*logits, drafted)) return false;
    const int child = tree.child(path_.back(), writer.sequence().back());
    if (child < 0) return true;
    path_.push_back(child);
  }
}

void Decoder::count(const DraftTree& tree, AnswerStatistics& statistics) const {
  ++statistics.steps;
  statistics.rows += tree.rows();
  if (path_.size() > statistics.accepted.size() + 1) statistics.accepted.resize(path_.size() - 1);
  for (std::size_t depth = 1; depth < path_.size(); ++depth) ++statistics.accepted[depth - 1];
  if (tree.size() == 1) return;
  const auto add = [&](int node, std::vector<int>& counts) {
    counts.resize(kSources.size());
    for (const SourceId source : kSources)
      if (tree.nodes()[node].sources.has(source)) ++counts[int(source)];
  };
  for (int node = 1; node < tree.size(); ++node) add(node, statistics.drafted_by_source);
  for (const int node : std::span(path_).subspan(1)) add(node, statistics.accepted_by_source);
}

/// Only the masks of the node where the walk ended matter: their logits are computed now.
Result<void> Decoder::draft_masks(const DraftTree& tree) {
  const int masks = tree.nodes()[path_.back()].masks;
  mask_logits_.resize(std::size_t(masks) * model_->plan().vocabulary);
  if (auto done = forward_.logits_of(rows_.mask_rows(path_.back()), mask_logits_.data()); !done)
    return done;
  drafter_->set_masks(mask_logits_, masks);
  return {};
}

Result<bool> Decoder::step(AnswerWriter& writer, AnswerStatistics& statistics,
                           const ShouldStop& should_stop) {
  const auto start = Clock::now();
  const auto crossed = cross_limit(writer.sequence(), should_stop);
  if (!crossed || !*crossed) return crossed;
  const int first = cache_.size();
  if (!drafter_) plain_ = DraftTree(writer.sequence().back());
  const DraftTree& tree =
      drafter_ ? drafter_->plan(writer.sequence(),
                                {.rows = std::min(cache_.limit() - first, TreeShape::kMostRows),
                                 .depth = std::min(writer.room(), cache_.limit() - first) - 1},
                                should_stop)
               : plain_;
  rows_.lay_out(tree, first, drafter_ ? drafter_->mask_embedding() : nullptr, model_->plan().width);
  logits_.resize(std::size_t(tree.size()) * model_->plan().vocabulary);
  numbers_.resize(tree.size());
  std::iota(numbers_.begin(), numbers_.end(), 0);

  const auto pass_start = Clock::now();
  const auto done =
      forward_.run_rows(rows_.inputs(), cache_, drafter_ ? drafter_->prefix() : nullptr, numbers_,
                        logits_.data(), should_stop);
  if (!done && done.error().kind == ErrorKind::kInterrupted) return false;
  if (!done) return propagate(done);
  const double pass_ms = milliseconds_since(pass_start);
  const double step_ms = milliseconds_since(start);

  const auto goes_on = walk(tree, writer);
  if (!goes_on) return goes_on;
  count(tree, statistics);
  statistics.verifying_ms += pass_ms;
  if (auto kept = forward_.keep(path_, cache_); !kept) return propagate(kept);
  for (const int node : path_) cached_.push_back(tree.nodes()[node].token);
  if (!drafter_) return goes_on;

  const auto masks_start = Clock::now();
  if (*goes_on)
    if (auto drafted = draft_masks(tree); !drafted) return propagate(drafted);
  const double masks_ms = milliseconds_since(masks_start);
  read_states(first, path_);
  drafter_->learn({.text = writer.sequence(),
                   .path = path_,
                   .logits = logits_,
                   .pass_ms = pass_ms + masks_ms,
                   .step_ms = step_ms + masks_ms});
  statistics.drafting_ms += step_ms - pass_ms + milliseconds_since(masks_start);
  return goes_on;
}

Result<Answer> Decoder::generate(std::span<const TokenId> prompt,
                                 const GenerationSettings& settings, const OnToken& on_token,
                                 const ShouldStop& should_stop, bool at_text_start) {
  if (auto sound = check_settings(settings.sampling); !sound) return propagate(sound);
  if (settings.max_tokens < 0)
    return fail(ErrorKind::kUsage, "the token limit is negative; use 0 for no limit");
  if (auto sound = check_prompt(prompt, model_->plan().vocabulary, context()); !sound)
    return propagate(sound);
  try {
    auto answer = write_answer(prompt, settings, on_token, should_stop, at_text_start);
    if (!answer) forget_unfinished();
    return answer;
  } catch (const std::bad_alloc&) {
    forget_unfinished();
    return fail(ErrorKind::kTooLarge,
                "no memory for the rest of the answer; close other programs or start a new chat");
  }
}

void Decoder::forget_unfinished() {
  const std::size_t whole = std::min(cached_.size(), std::size_t(cache_.size()));
  cached_.resize(cache_.truncate(int(whole)));
}

Result<Answer> Decoder::write_answer(std::span<const TokenId> prompt,
                                     const GenerationSettings& settings, const OnToken& on_token,
                                     const ShouldStop& should_stop, bool at_text_start) {
  const auto start = Clock::now();
  // The last prompt token runs in any case: its logits choose the first token.
  const int common =
      int(std::ranges::mismatch(prompt.first(prompt.size() - 1), cached_).in1 - prompt.begin());
  const int held = int(cached_.size()), short_context = model_->plan().short_context();
  const bool remarked =
      short_context > 0 && common > 0 && cache_.beyond() != (int(prompt.size()) > short_context);
  const int kept = cache_.truncate(remarked ? 0 : common);
  const PromptReuse reuse =
      remarked ? PromptReuse::kRemarked : reuse_of(held, common, kept, model_->plan().has_states());
  cached_.resize(kept);
  if (kept == 0) cache_.expect(int(prompt.size()));
  // Taken at once: later, in the middle of the answer, it may be gone.
  const std::size_t rows = drafter_ ? TreeShape::kMostAdaptiveNodes : 1;
  logits_.reserve(rows * model_->plan().vocabulary);
  int masks = drafter_ ? drafter_->begin(prompt) : 0;
  // Behind states mask rows would have to be taken back.
  if (model_->plan().has_states() || prompt.size() + masks > std::size_t(cache_.limit())) masks = 0;

  AnswerStatistics statistics;
  statistics.prompt_tokens = int(prompt.size());
  statistics.reused_tokens = kept;
  statistics.reuse = reuse;
  AnswerWriter writer(model_->tokenizer(), prompt, settings, context(), on_token, at_text_start);
  const auto complete = read(prompt.subspan(kept), masks, should_stop);
  if (!complete) return propagate(complete);
  statistics.prompt_ms = milliseconds_since(start);
  if (*complete) {
    const auto logits = logits_row(0);
    if (!logits) return propagate(logits);
    if (drafter_) drafter_->learn_first(prompt, *logits);
    if (masks > 0)
      drafter_->set_masks(std::span(logits_).subspan(model_->plan().vocabulary), masks);
    statistics.first_token_ms = milliseconds_since(start);
    Result<bool> goes_on = writer.write(*logits);
    while (*goes_on) {
      goes_on = step(writer, statistics, should_stop);
      if (!goes_on) return propagate(goes_on);
    }
  }
  Answer answer = writer.finish();
  statistics.generated = answer.statistics.generated;
  statistics.total_ms = milliseconds_since(start);
  answer.statistics = std::move(statistics);
  return answer;
}

}  // namespace canter
