#include "tune/learner.h"

#include <new>
#include <numeric>

namespace canter::tuning {
namespace {

Error no_memory() {
  return {ErrorKind::kTooLarge,
          "no memory for a step of tuning; close other programs or take fewer answers a step"};
}

}  // namespace

Learner::Learner(const Model& model, ThreadPool& pool, const LearningMemory& memory)
    : model_(&model),
      memory_(memory),
      products_(model, pool, memory.weights),
      pass_(model, pool, products_),
      loss_(model, pool, products_),
      forward_(model, pool) {}

std::uint64_t Learner::row_bytes(const UniformShape& config) {
  return MaskPass<float>::row_bytes(config) + DraftLoss<float>::row_bytes(config);
}

Result<const Context<float>*> Learner::context(const Transcript& transcript,
                                               const ShouldStop& should_stop) {
  if (const auto found = kept_.find(&transcript); found != kept_.end()) return &found->second;
  auto context = read_context<float>(model_->plan(), forward_, transcript.tokens, should_stop);
  if (!context) return propagate(context);
  if (kept_bytes_ + context->bytes() > memory_.contexts) {
    passing_.push_back(std::move(*context));
    return &passing_.back();
  }
  kept_bytes_ += context->bytes();
  return &kept_.emplace(&transcript, std::move(*context)).first->second;
}

Result<void> Learner::prepare(Part lessons, int masks, const ShouldStop& should_stop) {
  batch_.clear();
  targets_.clear();
  passing_.clear();
  passing_.reserve(lessons.size());  // the batch points to them
  for (const Lesson& lesson : lessons) {
    const std::vector<TokenId>& tokens = lesson.transcript->tokens;
    const auto read = context(*lesson.transcript, should_stop);
    if (!read) return propagate(read);
    const std::size_t first = batch_.rows.size();
    batch_.add(**read, lesson.anchors, masks, int(tokens.size()));
    for (std::size_t row = first; row < batch_.rows.size(); ++row) {
      const int at = batch_.rows[row].anchor + 2 + batch_.rows[row].mask;
      targets_.push_back({tokens[at], tokens[at - 1], 1, (*read)->likely_behind(at - 1)});
    }
  }
  return {};
}

template <typename Use>
Result<void> Learner::for_each_part(std::span<const Lesson> lessons, int masks, const Use& use) {
  const std::uint64_t row = row_bytes(uniform_shape(model_->plan()).value());
  std::size_t first = 0;
  while (first < lessons.size()) {
    std::uint64_t bytes = 0;
    std::size_t count = 0;
    while (first + count < lessons.size()) {
      bytes += row * masks * lessons[first + count].anchors.size();
      if (count > 0 && bytes > memory_.activations) break;
      ++count;
    }
    if (auto done = use(lessons.subspan(first, count)); !done) return done;
    first += count;
  }
  return {};
}

Result<double> Learner::learn(const Parameters<float>& parameters, std::span<const Lesson> lessons,
                              const LossShares& shares, std::span<const double> weights,
                              Parameters<float>* gradient, const ShouldStop& should_stop) try {
  const int masks = parameters.shape().mask_tokens;
  double total = 0;
  for (const Lesson& lesson : lessons)
    for (const int anchor : lesson.anchors)
      for (int mask = 0; mask < masks && anchor + 2 + mask < int(lesson.transcript->tokens.size());
           ++mask)
        total += weights[mask];
  if (total == 0) return 0.0;
  double loss = 0;
  auto done = for_each_part(lessons, masks, [&](Part part) -> Result<void> {
    if (should_stop && should_stop()) return fail(ErrorKind::kInterrupted, "stopped");
    if (auto ready = prepare(part, masks, should_stop); !ready) return ready;
    if (batch_.rows.empty()) return {};
    for (std::size_t row = 0; row < targets_.size(); ++row)
      targets_[row].weight = weights[batch_.rows[row].mask] / total;
    loss += loss_.run(parameters, pass_.forward(parameters, batch_), targets_, shares, gradient);
    if (gradient) pass_.backward(parameters, batch_, loss_.hidden_gradient(), *gradient);
    return {};
  });
  if (!done) return propagate(done);
  return loss;
} catch (const std::bad_alloc&) {
  return tl::unexpected(no_memory());
}

Result<void> Learner::rank(const Parameters<float>& parameters, const Lesson& lesson,
                           const std::function<void(const MaskRow&, const DraftRanks&)>& use,
                           const ShouldStop& should_stop) try {
  if (auto ready = prepare({&lesson, 1}, parameters.shape().mask_tokens, should_stop); !ready)
    return ready;
  if (batch_.rows.empty()) return {};
  std::vector<DraftRanks> ranks;
  loss_.rank(parameters, pass_.forward(parameters, batch_), targets_, ranks);
  for (std::size_t row = 0; row < ranks.size(); ++row) use(batch_.rows[row], ranks[row]);
  return {};
} catch (const std::bad_alloc&) {
  return tl::unexpected(no_memory());
}

Lesson whole_lesson(const Transcript& transcript) {
  Lesson lesson{&transcript, std::vector<int>(transcript.anchors())};
  std::iota(lesson.anchors.begin(), lesson.anchors.end(), transcript.first_anchor());
  return lesson;
}

}  // namespace canter::tuning
