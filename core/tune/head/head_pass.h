#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/thread_pool.h"
#include "model/model.h"
#include "tune/head/head_parameters.h"
#include "tune/head/head_rows.h"

namespace canter::tuning {

/// What a pass over rows says of a head.
struct HeadScore {
  double loss = 0;
  /// Of the guesses of depth 1, 2, ...: their number, and how many named what the model finds
  /// likeliest.
  std::vector<std::size_t> guesses, hits;

  void add(const HeadScore& other);  ///< leaves the loss alone
};

/// Forward and backward pass of a recurrent head: from every row it guesses as many tokens as it
/// is unrolled for, given the answer's own tokens as parents. The loss is the cross-entropy against
/// the model's own distribution over the head's tokens, which the state of the row that the guess
/// stands for gives; depths weigh 1, 0.8, 0.64 ... Belongs to one thread, which the pool's threads
/// help. May throw std::bad_alloc.
template <typename Real>
class HeadPass {
 public:
  /// `model` and `pool` must outlive the object.
  HeadPass(const Model& model, ThreadPool& pool, std::vector<TokenId> tokens,
           double embedding_scale);

  /// Numbers that a row takes while it is learned from.
  static std::size_t numbers_per_row(std::size_t width, std::size_t hidden, std::size_t tokens,
                                     int depths);

  /// Adds the gradient of the loss to `gradient` unless that is null.
  HeadScore run(const HeadParameters<Real>& parameters, const HeadRows<Real>& rows, int depths,
                HeadParameters<Real>* gradient);

  std::span<const TokenId> tokens() const { return tokens_; }

 private:
  /// One step of the unrolled network. Rows are those that have a target so far ahead.
  struct Depth {
    std::vector<std::size_t> rows;    ///< where the walk began
    std::vector<std::size_t> before;  ///< the same walks in the depth before, or rows
    std::vector<Real> both;           ///< [rows, 2 width]: state and embedding
    std::vector<Real> inner;          ///< [rows, hidden], before silu
    std::vector<Real> active;         ///< [rows, hidden], behind it
    std::vector<Real> mixed;          ///< [rows, width], before the norm
    std::vector<Real> scale;          ///< [rows], of the norm
    std::vector<Real> state;          ///< [rows, width], behind the norm
    std::vector<Real> gradient;       ///< of `state`
  };

  void lay_out(const HeadRows<Real>& rows, int depths);
  void forward(const HeadParameters<Real>& parameters, const HeadRows<Real>& rows, int depth);
  /// Logits of the head's tokens, [rows, tokens].
  void score(const std::vector<Real>& states, std::size_t rows, std::vector<Real>& logits);
  /// Loss of a depth; leaves the gradient of its states.
  double judge(Depth& at, int depth, double weight, bool with_gradient, HeadScore& score);
  void backward(const HeadParameters<Real>& parameters, int depth, HeadParameters<Real>& gradient);

  const Model* model_;
  ThreadPool* pool_;
  std::vector<TokenId> tokens_;
  Real embedding_scale_;
  std::vector<Real> output_;       // [tokens, width]
  std::vector<Real> targets_;      // [rows, tokens], the model's own distribution
  std::vector<std::size_t> best_;  // [rows], the likeliest of them
  std::vector<Depth> depths_;
  std::vector<Real> logits_;
  std::vector<Real> inner_gradient_;
  std::vector<Real> both_gradient_;
  std::vector<Real> mixed_gradient_;
};

}  // namespace canter::tuning
