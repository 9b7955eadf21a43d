#pragma once

#include <span>
#include <vector>

#include "base/thread_pool.h"
#include "model/model.h"
#include "tune/frozen_products.h"
#include "tune/likely_tokens.h"
#include "tune/parameters.h"

namespace canter::tuning {

/// What a mask row is to predict.
struct DraftTarget {
  TokenId token = 0;                         ///< that the model chose
  TokenId parent = 0;                        ///< the token before it
  double weight = 0;                         ///< of this row in the loss
  std::span<const LikelyToken> likely = {};  ///< what the model might have chosen instead
};

/// Shares of three cross-entropies in the loss. A draft's score is
///   scale * ln q(x) + from[parent] . to[x]
/// with q the mask row's distribution; as ln q differs from the logits by a constant, logits serve.
struct LossShares {
  double both = 1;        ///< of the score as the decoder uses it
  double masks = 0;       ///< of the mask rows alone, the paper's loss
  double transition = 0;  ///< of from . to alone, for drafts without a mask row
  /// Share of each cross-entropy whose target is what the model finds likely, rather than the one
  /// token that it chose.
  double soft = 0;
};

/// Place of the target among all tokens: 0 is the best. Equal scores rank by token.
struct DraftRanks {
  int both = 0;
  int masks = 0;
  int transition = 0;
};

/// The output matrix, the transition term and the loss over mask rows, with their gradients.
/// Belongs to one thread, which the pool's threads help. May throw std::bad_alloc.
template <typename Real>
class DraftLoss {
 public:
  /// All must outlive the object.
  DraftLoss(const Model& model, ThreadPool& pool, FrozenProducts<Real>& products);

  /// Bytes that one row takes.
  static std::uint64_t row_bytes(const UniformShape& config);

  /// `hidden` is [targets, width]. Returns the loss; with `gradient`, adds to its transition term
  /// and leaves the gradient of `hidden` in hidden_gradient().
  double run(const Parameters<Real>& parameters, const std::vector<Real>& hidden,
             std::span<const DraftTarget> targets, const LossShares& shares,
             Parameters<Real>* gradient);
  const std::vector<Real>& hidden_gradient() const { return hidden_gradient_; }

  /// Ranks of the targets.
  void rank(const Parameters<Real>& parameters, const std::vector<Real>& hidden,
            std::span<const DraftTarget> targets, std::vector<DraftRanks>& ranks);

 private:
  /// logits_ and, with a transition term, term_.
  void score(const Parameters<Real>& parameters, const std::vector<Real>& hidden,
             std::span<const DraftTarget> targets);
  /// Loss of one row; turns its logits_ and term_ into their gradients.
  double row(std::size_t row, const DraftTarget& target, Real scale, const LossShares& shares,
             bool with_term, std::vector<Real>& scratch);
  void transition_back(const Parameters<Real>& parameters, std::span<const DraftTarget> targets,
                       Parameters<Real>& gradient);

  ThreadPool* pool_;
  FrozenProducts<Real>* products_;
  const ModelPlan* plan_;
  const PackedMatrix* output_;
  std::size_t vocabulary_;
  std::vector<Real> logits_;                // [rows, vocabulary]
  std::vector<Real> term_;                  // [rows, vocabulary]
  std::vector<Real> parents_;               // [rows, rank]: from[parent]
  std::vector<Real> parent_gradient_;       // the same
  std::vector<Real> hidden_gradient_;       // [rows, width]
  std::vector<double> losses_;              // [rows]
  std::vector<double> scale_parts_;         // [rows]
  std::vector<std::vector<Real>> scratch_;  // per thread
};

}  // namespace canter::tuning
