#include "decode/draft/sources/model_source.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "base/log.h"
#include "decode/check_tokens.h"
#include "decode/common_tokens.h"
#include "format/message.h"
#include "model/memory_need.h"
#include "tokenizer/same_vocabulary.h"

namespace canter {
namespace {

using Clock = std::chrono::steady_clock;

/// A step leaves no more tokens than this to be read in the next one.
constexpr std::size_t kMostLeftToRead = 16;
/// Of the first passes, before any was judged.
constexpr double kFirstHitRate = 0.7;
constexpr double kHitRateStep = 0.05;

}  // namespace

Result<void> check_draft_model(const ModelSummary& draft, const Tokenizer& draft_tokenizer,
                               const ModelSummary& model, const Tokenizer& tokenizer) {
  const auto refuse = [&](const std::string& why) {
    return fail(ErrorKind::kUnsupported,
                in_quotes(draft.name) + " cannot draft for " + in_quotes(model.name) + ": " + why);
  };
  if (draft.plan.has_states())
    return refuse(
        "what it remembers cannot be cut back token by token; choose a model that has attention "
        "in all layers");
  if (const auto difference = vocabulary_difference(draft_tokenizer, tokenizer))
    return refuse(*difference + "; choose a model of the same family");
  return {};
}

Result<std::unique_ptr<ModelSource>> ModelSource::create(std::shared_ptr<const Model> draft,
                                                         const Model& model, ThreadPool& pool,
                                                         TensorType cache) {
  if (auto fits = check_draft_model(draft->summary(), draft->tokenizer(), model.summary(),
                                    model.tokenizer());
      !fits)
    return propagate(fits);
  auto made = KvCache::create(draft->plan(), affordable_context(draft->plan(), cache), cache);
  if (!made) return propagate(made);
  return std::unique_ptr<ModelSource>(
      new ModelSource(std::move(draft), model, pool, std::move(*made)));
}

ModelSource::ModelSource(std::shared_ptr<const Model> draft, const Model& model, ThreadPool& pool,
                         KvCache cache)
    : model_(std::move(draft)),
      forward_(*model_, pool),
      cache_(std::move(cache)),
      common_vocabulary_(std::min(model_->plan().vocabulary, model.plan().vocabulary)),
      logits_(model_->plan().vocabulary),
      hit_rate_(kFirstHitRate) {}

double ModelSource::pass_ms() const {
  return timed_ ? pass_time_.at(1, int(cached_.size())) : 0;
}

void ModelSource::begin_answer(std::span<const TokenId>) {
  failed_ = false;
}

void ModelSource::begin_step(std::span<const TokenId>) {
  end_ = -1;
  drafting_ms_ = reading_ms_ = 0;
  likeliest_.clear();
}

void ModelSource::cut_back(std::span<const TokenId> text) {
  // The last token runs in any case: its logits are what is asked for.
  cached_.resize(cache_.truncate(common_tokens(text.first(text.size() - 1), cached_)));
}

bool ModelSource::follow(std::span<const TokenId> text, const Forward::ShouldStop& should_stop) {
  if (failed_) return false;
  cut_back(text);
  const int needed = int(text.size()) + kMostPasses;
  if (cache_.limit() < std::min(needed, cache_.capacity())) cached_.resize(cache_.truncate(0));
  if (cached_.empty()) cache_.expect(needed);
  if (needed > cache_.limit()) return false;
  const auto missing = text.subspan(cached_.size());
  const bool is_read = read_text(missing, should_stop);
  if (missing.size() > kMostLeftToRead) std::swap(drafting_ms_, reading_ms_);
  if (!is_read) return false;
  should_stop_ = should_stop;
  end_ = 0;
  return true;
}

bool ModelSource::read_text(std::span<const TokenId> tokens,
                            const Forward::ShouldStop& should_stop) {
  const auto start = Clock::now();
  Result<void> done = check_tokens(tokens, model_->plan().vocabulary);
  const std::size_t count = tokens.size();
  while (done && !tokens.empty()) {
    const auto chunk = tokens.first(std::min<std::size_t>(tokens.size(), Forward::kMaxRows));
    tokens = tokens.subspan(chunk.size());
    done = forward_.run(chunk, cache_, tokens.empty() ? 1 : 0, logits_.data(), should_stop);
    if (done) cached_.insert(cached_.end(), chunk.begin(), chunk.end());
  }
  const double ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  drafting_ms_ += ms;
  if (done && count <= kMostLeftToRead) {
    pass_time_.observe(int(count), int(cached_.size()), ms);
    timed_ = true;
  }
  if (!done && done.error().kind != ErrorKind::kInterrupted) {
    failed_ = true;
    log(LogLevel::kWarning, in_quotes(model_->summary().name) + " drafts nothing more of this " +
                                "answer: " + done.error().message);
  }
  return done.has_value();
}

bool ModelSource::can_extend(const DraftTree& tree, int node) const {
  const DraftTree::Node& at = tree.nodes()[node];
  return end_ >= 0 && at.parent == end_ && at.depth < kMostPasses;
}

void ModelSource::propose(const DraftTree& tree, int node, std::vector<Candidate>& candidates) {
  if (node > 0) {
    if (!can_extend(tree, node)) return;
    end_ = read_text({&tree.nodes()[node].token, 1}, should_stop_) ? node : -1;
  }
  if (end_ < 0) return;
  const auto logits = std::span(logits_).first(common_vocabulary_);
  find_best(logits, kMostChildren, best_);
  if (best_.empty()) return;
  const float largest = best_.front().score;
  const double total = softmax_total(logits, largest);
  for (const auto& [token, score] : best_)
    candidates.push_back({token,
                          {.kind = EvidenceKind::kModel,
                           .depth = tree.nodes()[node].depth + 1,
                           .confidence = std::exp(score - largest) / total}});
  likeliest_.push_back({node, best_.front().token});
}

void ModelSource::learn(const JudgedStep& step) {
  for (std::size_t i = 0; i < step.path.size(); ++i) {
    const auto asked = std::ranges::find(likeliest_, step.path[i], &Likeliest::node);
    if (asked == likeliest_.end()) continue;
    const bool right = step.text[step.root + 1 + i] == asked->child;
    hit_rate_ += kHitRateStep * ((right ? 1 : 0) - hit_rate_);
  }
  likeliest_.clear();
}

}  // namespace canter
