#pragma once

#include <atomic>
#include <cstddef>
#include <deque>
#include <mutex>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "decode/embedder.h"
#include "engine/generation/generator.h"

namespace canter::engine {

struct EmbeddingLimits {
  std::size_t at_a_time = 0;  ///< requests that are read in turn
  std::size_t waiting = 0;    ///< beside those
};

/// The texts that a generator reads beside its answers, and where their embeddings go.
class EmbeddingQueue {
 public:
  EmbeddingQueue(Embedder embedder, EmbeddingLimits limits)
      : embedder_(std::move(embedder)), limits_(limits) {}

  // From any thread.

  /// False, and the sink is never told, when too many wait already.
  bool submit(GenerationId id, std::vector<std::vector<TokenId>> texts, EmbeddingSink sink);
  void cancel(GenerationId id);
  bool has_work() const;
  void add_to(GeneratorFigures& figures) const;

  // On the generator's thread.

  /// Takes what waits, ends what was cancelled, and reads at most `rows` tokens in a pass.
  void read(int rows, const std::atomic<bool>& stopping);
  /// Cancels all.
  void end();

 private:
  struct Job {
    GenerationId id = 0;
    std::vector<std::vector<TokenId>> texts;
    EmbeddingSink sink;
  };
  struct Reading {
    EmbeddingSink sink;
    std::uint64_t texts = 0, tokens = 0;
  };

  void take_orders();
  void finish(GenerationId id, Result<std::vector<Embedding>> embeddings);

  Embedder embedder_;
  const EmbeddingLimits limits_;
  std::unordered_map<GenerationId, Reading> readings_;  ///< what the embedder has

  mutable std::mutex mutex_;  // of what follows
  std::deque<Job> waiting_;
  std::unordered_set<GenerationId> cancelled_;
  std::size_t reading_ = 0;
  std::uint64_t texts_ = 0, tokens_ = 0;
};

}  // namespace canter::engine
