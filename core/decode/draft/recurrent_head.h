#pragma once

#include <cstddef>
#include <vector>

#include "tokenizer/tokenizer.h"

namespace canter {

/// A network that guesses tokens one after another, from the model's state z_0 (hidden state behind
/// the last norm, [width]) of the token before the root:
///   z_i = norm(W3 z_{i-1} + W2 silu(W1 [z_{i-1}; c e(parent_i)])),
/// where e is the model's embedding. What follows parent_i is guessed by softmax over `tokens` of
/// z_i times the model's own output rows. It is Hydra's head (arXiv 2402.05109) made recurrent,
/// over the tokens that the model really uses (FR-Spec, arXiv 2502.14856). It learns from states
/// alone, without a backward pass through the model.
struct RecurrentHead {
  static constexpr int kMostHidden = 1 << 15;

  int hidden = 0;               ///< of the network; 0: there is no head
  std::vector<TokenId> tokens;  ///< ascending
  std::vector<float> in;        ///< W1, [hidden, 2 width]
  std::vector<float> out;       ///< W2, [width, hidden]
  std::vector<float> carry;     ///< W3, [width, width]
  std::vector<float> norm;      ///< weights of the root mean square norm, [width]
  float embedding_scale = 1;    ///< c: evens out how large embeddings are beside states

  bool operator==(const RecurrentHead&) const = default;

  bool empty() const { return hidden == 0; }

  /// Numbers of such a head, its tokens left out.
  static std::size_t numbers(std::size_t width, std::size_t hidden) {
    return 3 * width * hidden + width * width + width;
  }
};

}  // namespace canter
