#include "decode/decoder.h"

#include <algorithm>
#include <new>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "decode/check_tokens.h"
#include "decode/common_tokens.h"
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

tl::unexpected<Error> out_of_memory() {
  return fail(ErrorKind::kTooLarge,
              "no memory for the rest of the answer; close other programs or start a new chat");
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

/// An answer that is being written. Its writer points to the other members.
struct Decoder::Writing {
  Writing(const Tokenizer& tokenizer, std::span<const TokenId> asked, const GenerationSettings& how,
          int context, OnToken to, bool at_text_start)
      : prompt(asked.begin(), asked.end()),
        settings(how),
        on_token(std::move(to)),
        writer(tokenizer, prompt, settings, context, on_token, at_text_start) {}

  const std::vector<TokenId> prompt;
  const GenerationSettings settings;
  const OnToken on_token;
  AnswerWriter writer;
  AnswerStatistics statistics;
  const Clock::time_point begun = Clock::now();
  int masks = 0;  ///< rows to run behind the prompt
  bool ended = false;
  std::optional<Error> error;
};

Result<Decoder> Decoder::create(const Model& model, ThreadPool& pool, int context,
                                TensorType cache_type, std::shared_ptr<Forward> forward) {
  if (context < 0 || context > model.plan().context)
    return fail(ErrorKind::kUsage, "a context of " + std::to_string(context) +
                                       " tokens is outside 1 to " +
                                       std::to_string(model.plan().context));
  if (context == 0) context = affordable_context(model.plan(), cache_type);
  auto cache = KvCache::create(model.plan(), context, cache_type);
  if (!cache) return propagate(cache);
  if (!forward) forward = std::make_shared<Forward>(model, pool);
  return Decoder(model, std::move(*cache), std::move(forward));
}

Decoder::Decoder(const Model& model, KvCache cache, std::shared_ptr<Forward> forward)
    : model_(&model), forward_(std::move(forward)), cache_(std::move(cache)) {}

Decoder::Decoder(Decoder&& other) noexcept = default;
Decoder& Decoder::operator=(Decoder&& other) noexcept = default;
Decoder::~Decoder() = default;

Result<std::span<const float>> Decoder::row_of(std::span<const float> logits, int row) const {
  const std::size_t vocabulary = model_->plan().vocabulary;
  const auto numbers = logits.subspan(row * vocabulary, vocabulary);
  if (auto sound = check_logits(numbers); !sound) return propagate(sound);
  return numbers;
}

Result<bool> Decoder::read_piece(std::span<const TokenId> tokens, std::size_t most, int masks,
                                 const ShouldStop& should_stop) {
  logits_.resize(std::size_t(1 + masks) * model_->plan().vocabulary);
  std::size_t count = std::min({tokens.size(), most, std::size_t(Forward::kMaxRows - masks)});
  // States can only be gone back to where they were marked: before the last token, which runs in
  // any case when the same prompt comes again.
  const bool marked = model_->plan().has_states();
  if (marked && count > 1 && count == tokens.size()) --count;
  const auto piece = tokens.first(count);
  const bool last = count == tokens.size();
  if (marked && last) cache_.mark();
  const auto done = !last       ? forward_->run(piece, cache_, 0, nullptr, should_stop)
                    : masks > 0 ? read_last(piece, masks, should_stop)
                                : forward_->run(piece, cache_, 1, logits_.data(), should_stop);
  if (!done && done.error().kind == ErrorKind::kInterrupted) return false;
  if (!done) return propagate(done);
  cached_.insert(cached_.end(), piece.begin(), piece.end());
  numbers_.resize(std::max(numbers_.size(), count));
  std::iota(numbers_.begin(), numbers_.end(), 0);
  read_states(int(cached_.size() - count), std::span(numbers_).first(count));
  return true;
}

void Decoder::read_states(int first, std::span<const int> rows) {
  if (!drafter_ || !drafter_->reads_states()) return;
  states_.resize(rows.size() * model_->plan().width);
  forward_->hidden_of(rows, states_.data());
  drafter_->read(first, std::span(cached_).subspan(first), states_);
}

Result<bool> Decoder::cross_limit(std::span<const TokenId> sequence,
                                  const ShouldStop& should_stop) {
  if (cache_.size() < cache_.limit() || cache_.beyond()) return true;
  const auto before = sequence.first(sequence.size() - 1);
  cache_.truncate(0);
  cached_.clear();
  cache_.expect(int(sequence.size()));
  while (cached_.size() < before.size()) {
    const auto read = read_piece(before.subspan(cached_.size()), Forward::kMaxRows, 0, should_stop);
    if (!read || !*read) return read;
  }
  return true;
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
      forward_->run_rows(inputs, cache_, drafter_->prefix(), rows, logits_.data(), should_stop);
  if (done) cache_.advance(count);
  return done;
}

Result<bool> Decoder::walk(const DraftTree& tree, std::span<const float> logits,
                           AnswerWriter& writer) {
  path_.assign(1, 0);
  for (;;) {
    const auto behind = row_of(logits, path_.back());
    if (!behind) return propagate(behind);
    const auto drafted = [&](TokenId token) { return tree.child(path_.back(), token) >= 0; };
    if (!writer.write(*behind, drafted)) return false;
    const int child = tree.child(path_.back(), writer.sequence().back());
    if (child < 0) return true;
    path_.push_back(child);
  }
}

Result<bool> Decoder::accept(const DraftTree& tree, std::span<const float> logits) {
  const auto goes_on = walk(tree, logits, writing_->writer);
  if (!goes_on) return goes_on;
  count(tree, writing_->statistics);
  if (auto kept = forward_->keep(path_, cache_); !kept) return propagate(kept);
  for (const int node : path_) cached_.push_back(tree.nodes()[node].token);
  return goes_on;
}

Drafter::Room Decoder::room() const {
  const int free = cache_.limit() - cache_.size();
  return {.rows = std::min(free, TreeShape::kMostRows),
          .depth = std::min(writing_->writer.room(), free) - 1};
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
  if (auto done = forward_->logits_of(rows_.mask_rows(path_.back()), mask_logits_.data()); !done)
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
  if (!drafter_) plain_ = DraftTree(newest());
  const DraftTree& tree =
      drafter_ ? drafter_->plan(writer.sequence(), room(), should_stop) : plain_;
  rows_.lay_out(tree, first, drafter_ ? drafter_->mask_embedding() : nullptr, model_->plan().width);
  logits_.resize(std::size_t(tree.size()) * model_->plan().vocabulary);
  numbers_.resize(tree.size());
  std::iota(numbers_.begin(), numbers_.end(), 0);

  const auto pass_start = Clock::now();
  const auto done =
      forward_->run_rows(rows_.inputs(), cache_, drafter_ ? drafter_->prefix() : nullptr, numbers_,
                         logits_.data(), should_stop);
  if (!done && done.error().kind == ErrorKind::kInterrupted) return false;
  if (!done) return propagate(done);
  const double pass_ms = milliseconds_since(pass_start);
  const double step_ms = milliseconds_since(start);

  const auto goes_on = accept(tree, logits_);
  if (!goes_on) return goes_on;
  statistics.verifying_ms += pass_ms;
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
  if (auto begun = begin(prompt, settings, on_token, at_text_start); !begun)
    return propagate(begun);
  while (progress() != Progress::kEnded) advance(Forward::kMaxRows, should_stop);
  return finish();
}

Result<void> Decoder::begin(std::span<const TokenId> prompt, const GenerationSettings& settings,
                            OnToken on_token, bool at_text_start) {
  if (auto writes = check_writes(model_->plan()); !writes) return writes;
  if (auto sound = check_settings(settings.sampling); !sound) return sound;
  if (settings.max_tokens < 0)
    return fail(ErrorKind::kUsage, "the token limit is negative; use 0 for no limit");
  if (auto sound = check_prompt(prompt, model_->plan().vocabulary, context()); !sound) return sound;
  try {
    writing_ = std::make_unique<Writing>(model_->tokenizer(), prompt, settings, context(),
                                         std::move(on_token), at_text_start);
    start(*writing_);
    return {};
  } catch (const std::bad_alloc&) {
    writing_.reset();
    forget_unfinished();
    return out_of_memory();
  }
}

void Decoder::bring_back(std::span<const TokenId> text, bool beyond) {
  if (!kept_ || !cached_.empty() || kept_->common(text, beyond) == 0) return;
  auto taken = kept_->take(text, beyond);
  if (!taken) return;
  cached_ = std::move(taken->tokens);
  cache_ = std::move(taken->cache);
}

void Decoder::put_away() try {
  if (!kept_ || cached_.empty()) return;
  if (auto empty = cache_.beginning(0))
    kept_->keep({std::exchange(cached_, {}), std::exchange(cache_, std::move(*empty))});
} catch (const std::bad_alloc&) {
  // It is read again then.
}

/// Keeps what the cache holds of the prompt already.
void Decoder::start(Writing& writing) {
  const auto& prompt = writing.prompt;
  // The last prompt token runs in any case: its logits choose the first token.
  const auto before_last = std::span(prompt).first(prompt.size() - 1);
  const int short_context = model_->plan().short_context();
  const bool beyond = short_context > 0 && int(prompt.size()) > short_context;
  bring_back(before_last, beyond);
  const int common = common_tokens(before_last, cached_), held = int(cached_.size());
  const bool remarked = common > 0 && cache_.beyond() != beyond;
  const int kept = cache_.truncate(remarked ? 0 : common);
  cached_.resize(kept);
  if (kept == 0) cache_.expect(int(prompt.size()));
  // Taken at once: later, in the middle of the answer, it may be gone.
  const std::size_t rows = drafter_ ? TreeShape::kMostAdaptiveNodes : 1;
  logits_.reserve(rows * model_->plan().vocabulary);
  writing.masks = drafter_ ? drafter_->begin(prompt) : 0;
  // Behind states mask rows would have to be taken back.
  if (model_->plan().has_states() || prompt.size() + writing.masks > std::size_t(cache_.limit()))
    writing.masks = 0;
  writing.statistics.prompt_tokens = int(prompt.size());
  writing.statistics.reused_tokens = kept;
  writing.statistics.reuse =
      remarked ? PromptReuse::kRemarked : reuse_of(held, common, kept, model_->plan().has_states());
}

Decoder::Progress Decoder::progress() const {
  if (!writing_ || writing_->ended) return Progress::kEnded;
  return writing_->writer.written() == 0 ? Progress::kReading : Progress::kWriting;
}

template <typename Part>
void Decoder::attempt(const Part& part) {
  try {
    const Result<bool> goes_on = part();
    if (!goes_on) writing_->error = goes_on.error();
    writing_->ended = !goes_on || !*goes_on;
  } catch (const std::bad_alloc&) {
    writing_->error = out_of_memory().value();
    writing_->ended = true;
  }
}

void Decoder::advance(int rows, const ShouldStop& should_stop) {
  if (progress() == Progress::kEnded) return;
  attempt([&] {
    return progress() == Progress::kReading
               ? read_more(rows, should_stop)
               : step(writing_->writer, writing_->statistics, should_stop);
  });
}

Result<bool> Decoder::read_more(int rows, const ShouldStop& should_stop) {
  const auto rest = std::span(writing_->prompt).subspan(cached_.size());
  const auto read = read_piece(rest, std::size_t(std::max(1, rows)), writing_->masks, should_stop);
  if (!read || !*read || cached_.size() < writing_->prompt.size()) return read;
  AnswerStatistics& statistics = writing_->statistics;
  statistics.prompt_ms = milliseconds_since(writing_->begun);
  const auto logits = row_of(logits_, 0);
  if (!logits) return propagate(logits);
  if (drafter_) drafter_->learn_first(writing_->prompt, *logits);
  if (writing_->masks > 0)
    drafter_->set_masks(std::span(logits_).subspan(model_->plan().vocabulary), writing_->masks);
  statistics.first_token_ms = milliseconds_since(writing_->begun);
  return writing_->writer.write(*logits);
}

void Decoder::step_together(std::span<Decoder* const> decoders, DraftsTogether* drafts,
                            const ShouldStop& should_stop) {
  Decoder& first = *decoders.front();
  const std::size_t vocabulary = first.model_->plan().vocabulary;
  const auto start = Clock::now();
  auto pass_start = start;
  std::vector<const DraftTree*> trees(decoders.size());
  std::size_t rows = 0;
  Result<void> done;
  try {
    if (drafts) {
      std::vector<DraftsTogether::Text> texts;
      for (const Decoder* each : decoders)
        texts.push_back({each->drafter_ && each->drafter_->wished() ? each->drafter_ : nullptr,
                         each->writing_->writer.sequence(), each->room()});
      trees = drafts->plan(texts);
    }
    std::vector<SequenceTree> sequences;
    for (std::size_t i = 0; i < decoders.size(); ++i) {
      Decoder& each = *decoders[i];
      if (!trees[i]) trees[i] = &(each.plain_ = DraftTree(each.newest()));
      each.rows_.lay_out(*trees[i], each.cache_.size(), nullptr, 0);
      sequences.push_back({&each.cache_, each.rows_.inputs()});
      rows += std::size_t(trees[i]->size());
    }
    first.logits_.resize(rows * vocabulary);
    pass_start = Clock::now();
    done = first.forward_->run_trees(sequences, first.logits_.data(), should_stop);
  } catch (const std::bad_alloc&) {
    done = out_of_memory();
  }
  const double pass_ms = milliseconds_since(pass_start), step_ms = milliseconds_since(start);
  std::size_t row = 0;
  int tokens = 0;
  for (std::size_t i = 0; i < decoders.size(); ++i) {
    Decoder& each = *decoders[i];
    const int before = each.writing_->writer.written();
    each.attempt([&]() -> Result<bool> {
      if (!done && done.error().kind == ErrorKind::kInterrupted) return false;
      if (!done) return propagate(done);
      const std::size_t count = std::size_t(trees[i]->size());
      const auto logits = std::span(first.logits_).subspan(row * vocabulary, count * vocabulary);
      row += count;
      const auto goes_on = each.accept(*trees[i], logits);
      if (goes_on && trees[i] != &each.plain_)
        each.drafter_->learn_offered(
            {.text = each.writing_->writer.sequence(), .path = each.path_, .logits = logits});
      return goes_on;
    });
    tokens += each.writing_->writer.written() - before;
  }
  if (drafts && done) drafts->learn(int(rows), tokens, pass_ms, step_ms);
}

TokenId Decoder::newest() const {
  return writing_->writer.sequence().back();
}

Result<Answer> Decoder::finish() {
  if (!writing_) return fail(ErrorKind::kInternal, "no answer was begun");
  const auto writing = std::move(writing_);
  if (writing->error) {
    forget_unfinished();
    put_away();
    return tl::unexpected(*writing->error);
  }
  put_away();
  try {
    Answer answer = writing->writer.finish();
    writing->statistics.generated = answer.statistics.generated;
    writing->statistics.total_ms = milliseconds_since(writing->begun);
    answer.statistics = std::move(writing->statistics);
    return answer;
  } catch (const std::bad_alloc&) {
    return out_of_memory();
  }
}

void Decoder::draft_with(Drafter* drafter) {
  drafter_ = drafter;
  if (progress() == Progress::kEnded) return;
  writing_->masks = 0;  // which another drafter wished for
  if (!drafter_) return;
  drafter_->begin(writing_->writer.sequence());
  drafter_->set_masks({}, 0);
}

void Decoder::forget_unfinished() {
  const std::size_t whole = std::min(cached_.size(), std::size_t(cache_.size()));
  cached_.resize(cache_.truncate(int(whole)));
}

}  // namespace canter
