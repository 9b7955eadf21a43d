#include "tune/draft_loss.h"

#include <algorithm>
#include <cmath>

#include "tune/numbers.h"
#include "tune/output_scores.h"
#include "tune/rows.h"

namespace canter::tuning {
namespace {

/// The cross-entropy of softmax(scores) and the target. Turns scores into its derivative.
template <typename Real>
double cross_entropy(Real* scores, std::size_t count, const DraftTarget& target, double soft) {
  const double chosen = target.likely.empty() ? 1 : 1 - soft;
  double wanted = chosen * double(scores[target.token]);
  if (chosen < 1)
    for (const auto& [token, share] : target.likely)
      wanted += soft * double(share) * double(scores[token]);
  const Real most = largest(scores, count);
  const Real sum = exponentials(scores, count, most);
  const Real scale = 1 / sum;
  for (std::size_t i = 0; i < count; ++i) scores[i] *= scale;
  scores[target.token] -= Real(chosen);
  if (chosen < 1)
    for (const auto& [token, share] : target.likely) scores[token] -= Real(soft * double(share));
  return std::log(double(sum)) + double(most) - wanted;
}

template <typename Score>
int rank_of(std::size_t count, TokenId token, const Score& score) {
  const auto wanted = score(std::size_t(token));
  int above = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto other = score(i);
    above += other > wanted || (other == wanted && i < std::size_t(token));
  }
  return above;
}

}  // namespace

template <typename Real>
DraftLoss<Real>::DraftLoss(const Model& model, ThreadPool& pool, FrozenProducts<Real>& products)
    : pool_(&pool),
      products_(&products),
      plan_(&model.plan()),
      output_(&model.weights().model.matrix(Role::kOutput)),
      vocabulary_(model.plan().vocabulary),
      scratch_(pool.threads()) {}

template <typename Real>
std::uint64_t DraftLoss<Real>::row_bytes(const UniformShape& config) {
  return (2 * std::uint64_t(config.vocabulary) + config.width) * sizeof(Real);
}

template <typename Real>
void DraftLoss<Real>::score(const Parameters<Real>& parameters, const std::vector<Real>& hidden,
                            std::span<const DraftTarget> targets) {
  const std::size_t rows = targets.size(), rank = parameters.shape().rank;
  logits_.resize(rows * vocabulary_);
  products_->forward(*output_, hidden.data(), rows, logits_.data());
  if (plan_->logit_scale != 1 || plan_->logit_cap != 0)
    for_each_row(*pool_, rows, [&](std::size_t row) {
      finish_logits(*plan_, vocabulary_, logits_.data() + row * vocabulary_);
    });
  if (rank == 0) return;
  term_.resize(rows * vocabulary_);
  parents_.resize(rows * rank);
  for (std::size_t row = 0; row < rows; ++row)
    std::copy_n(parameters.from() + targets[row].parent * rank, rank, parents_.data() + row * rank);
  multiply<Real>({.rows = rows,
                  .columns = vocabulary_,
                  .depth = rank,
                  .a = {parents_.data(), rank},
                  .b = {parameters.to(), rank, true},
                  .out = term_.data(),
                  .out_stride = vocabulary_},
                 *pool_);
}

template <typename Real>
double DraftLoss<Real>::row(std::size_t row, const DraftTarget& target, Real scale,
                            const LossShares& shares, bool with_term, std::vector<Real>& scratch) {
  Real* logits = logits_.data() + row * vocabulary_;
  Real* both = scratch.data();
  Real* alone = both + vocabulary_;
  const Real masks = Real(shares.masks * target.weight);
  const Real joint = Real(shares.both * target.weight);
  double loss = 0;
  if (shares.masks > 0) {
    std::copy_n(logits, vocabulary_, alone);
    loss += shares.masks * cross_entropy(alone, vocabulary_, target, shares.soft);
  } else {
    std::fill_n(alone, vocabulary_, Real(0));
  }
  if (!with_term) {
    for (std::size_t i = 0; i < vocabulary_; ++i) alone[i] *= masks;
    finish_logits_back(*plan_, logits, vocabulary_, alone);
    std::copy_n(alone, vocabulary_, logits);
    return target.weight * loss;
  }
  Real* term = term_.data() + row * vocabulary_;
  for (std::size_t i = 0; i < vocabulary_; ++i) both[i] = scale * logits[i] + term[i];
  loss += shares.both * cross_entropy(both, vocabulary_, target, shares.soft);
  scale_parts_[row] = joint * dot(both, logits, vocabulary_);
  for (std::size_t i = 0; i < vocabulary_; ++i)
    alone[i] = joint * scale * both[i] + masks * alone[i];
  finish_logits_back(*plan_, logits, vocabulary_, alone);
  std::copy_n(alone, vocabulary_, logits);
  if (shares.transition > 0) {
    const Real bigram = Real(shares.transition * target.weight);
    loss += shares.transition * cross_entropy(term, vocabulary_, target, shares.soft);
    for (std::size_t i = 0; i < vocabulary_; ++i) term[i] = joint * both[i] + bigram * term[i];
  } else {
    for (std::size_t i = 0; i < vocabulary_; ++i) term[i] = joint * both[i];
  }
  return target.weight * loss;
}

template <typename Real>
double DraftLoss<Real>::run(const Parameters<Real>& parameters, const std::vector<Real>& hidden,
                            std::span<const DraftTarget> targets, const LossShares& shares,
                            Parameters<Real>* gradient) {
  const std::size_t rows = targets.size();
  const bool with_term = parameters.shape().rank > 0;
  score(parameters, hidden, targets);
  losses_.assign(rows, 0);
  scale_parts_.assign(rows, 0);
  for (auto& scratch : scratch_) scratch.resize(2 * vocabulary_);
  pool_->for_each(rows, [&](std::size_t i, int thread) {
    losses_[i] = row(i, targets[i], parameters.scale(), shares, with_term, scratch_[thread]);
  });
  double loss = 0;
  for (const double l : losses_) loss += l;
  if (!gradient) return loss;
  hidden_gradient_.resize(hidden.size());
  products_->backward(*output_, logits_.data(), rows, hidden_gradient_.data());
  if (with_term) transition_back(parameters, targets, *gradient);
  return loss;
}

template <typename Real>
void DraftLoss<Real>::transition_back(const Parameters<Real>& parameters,
                                      std::span<const DraftTarget> targets,
                                      Parameters<Real>& gradient) {
  const std::size_t rows = targets.size(), rank = parameters.shape().rank;
  multiply<Real>({.rows = vocabulary_,
                  .columns = rank,
                  .depth = rows,
                  .a = {term_.data(), vocabulary_, true},
                  .b = {parents_.data(), rank},
                  .out = gradient.to(),
                  .out_stride = rank,
                  .keep = 1},
                 *pool_);
  parent_gradient_.resize(rows * rank);
  multiply<Real>({.rows = rows,
                  .columns = rank,
                  .depth = vocabulary_,
                  .a = {term_.data(), vocabulary_},
                  .b = {parameters.to(), rank},
                  .out = parent_gradient_.data(),
                  .out_stride = rank},
                 *pool_);
  for (std::size_t row = 0; row < rows; ++row) {
    add_scaled(Real(1), parent_gradient_.data() + row * rank, rank,
               gradient.from() + targets[row].parent * rank);
    gradient.scale() += Real(scale_parts_[row]);
  }
}

template <typename Real>
void DraftLoss<Real>::rank(const Parameters<Real>& parameters, const std::vector<Real>& hidden,
                           std::span<const DraftTarget> targets, std::vector<DraftRanks>& ranks) {
  const bool with_term = parameters.shape().rank > 0;
  score(parameters, hidden, targets);
  ranks.resize(targets.size());
  pool_->for_each(targets.size(), [&](std::size_t row, int) {
    const Real* logits = logits_.data() + row * vocabulary_;
    const TokenId token = targets[row].token;
    DraftRanks& rank = ranks[row];
    rank.masks = rank_of(vocabulary_, token, [&](std::size_t i) { return logits[i]; });
    rank.both = rank.masks;
    rank.transition = int(vocabulary_) - 1;
    if (!with_term) return;
    const Real* term = term_.data() + row * vocabulary_;
    const Real scale = parameters.scale();
    rank.both =
        rank_of(vocabulary_, token, [&](std::size_t i) { return scale * logits[i] + term[i]; });
    rank.transition = rank_of(vocabulary_, token, [&](std::size_t i) { return term[i]; });
  });
}

template class DraftLoss<float>;
template class DraftLoss<double>;

}  // namespace canter::tuning
