#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "base/error.h"
#include "model/forward/forward.h"
#include "model/forward/kv_cache.h"
#include "model/model.h"

namespace canter {

/// What a text is compared with others by, of length 1.
using Embedding = std::vector<float>;

/// The first `dimensions` numbers (Matryoshka), of length 1 again.
Embedding shortened(Embedding embedding, std::size_t dimensions);

/// Makes embeddings of texts: their hidden states behind the model's last norm, pooled as the model
/// says, else their mean. Texts of several requests are read in the same passes; each has the bits
/// that it has alone. Belongs to one thread.
class Embedder {
 public:
  using RequestId = std::uint64_t;
  struct Ended {
    RequestId request = 0;
    Result<std::vector<Embedding>> embeddings = {};  ///< in the order of its texts
  };

  /// `model` must outlive the object; `forward` is its. `context`: the most tokens of a text.
  Embedder(const Model& model, std::shared_ptr<Forward> forward, int context, TensorType cache);

  /// kUsage for a text without tokens or with one outside the vocabulary, kTooLarge for a text that
  /// is longer than the context.
  Result<void> add(RequestId id, std::vector<std::vector<TokenId>> texts);
  void remove(RequestId id);
  std::size_t count() const { return requests_.size(); }
  bool all_of(const std::function<bool(RequestId)>& is) const;

  /// Reads at most `rows` tokens in one pass, beginning with another request each time. Returns the
  /// requests that ended. `should_stop`: nothing was read then.
  std::vector<Ended> advance(int rows, const Forward::ShouldStop& should_stop = {});

 private:
  struct Request {
    RequestId id = 0;
    std::vector<std::vector<TokenId>> texts;
    std::vector<Embedding> done = {};
    // Of the text behind those:
    std::shared_ptr<KvCache> cache = {};  ///< nullptr: nothing of it was read
    std::vector<double> sum = {};         ///< [width], of the states that count
  };
  struct Piece {
    Request* request;
    std::shared_ptr<KvCache> cache;
    std::span<const TokenId> tokens;
    bool last;  ///< ends its text
  };

  Result<std::vector<Piece>> next_pieces(int rows);
  Result<void> run(std::span<const Piece> pieces, const Forward::ShouldStop& should_stop);
  /// Adds what a piece's states, [tokens, width], give.
  Result<void> pool(const Piece& piece, const float* states);

  const Model* model_;
  std::shared_ptr<Forward> forward_;
  int context_;
  TensorType cache_type_;
  Pooling pooling_;
  std::deque<Request> requests_;
  std::vector<float> states_;  // of a pass, [rows, width]
};

}  // namespace canter
