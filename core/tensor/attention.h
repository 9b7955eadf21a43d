#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "tensor/kernels/kernels.h"
#include "tensor/key_values.h"
#include "tensor/stage_clock.h"

namespace canter {

/// Keys are gathered in chunks of this many; what the chunks give is put together in their order.
inline constexpr std::size_t kAttentionChunk = 1024;

/// Which keys and values a row sees, in this order: the prefix if it asks for it, then its path,
/// which is the slots [0, context) and those that `further` names, from the place `first` on: what
/// a window leaves of it. Of the path at least its last slot.
struct RowView {
  int context = 0;
  std::span<const int> further = {};
  bool prefix = false;
  int first = 0;
};

struct AttentionWork {
  const KeyValues* cache = nullptr;
  const KeyValues* prefix = nullptr;  ///< of the same shape; may be missing when no row sees it
  int prefix_slots = 0;
  /// What the views call slot i is slot i - slot_offset of the cache: a window's cache drops its
  /// oldest slots, a multiple of kAttentionChunk of them, but none that a row sees.
  int slot_offset = 0;
  std::span<const RowView> rows;
  std::size_t heads = 0;           ///< a multiple of the key/value heads
  float scale = 1;                 ///< above 0; most often 1 / sqrt(head_width)
  float score_cap = 0;             ///< 0: none
  const float* sinks = nullptr;    ///< [heads], or none
  const float* slopes = nullptr;   ///< [heads], or none
  const float* queries = nullptr;  ///< [rows, heads, head_width]
  float* out = nullptr;            ///< [rows, heads, head_width]
};

/// Attention of several rows over keys and values in slots:
/// out = sum over what the row sees of softmax(score) * value, score = query . key * scale.
///
/// With score_cap the score becomes cap * tanh(score / cap) (Gemma 2). Slopes add the head's, times
/// the key's place in the row's path less that of the path's last; the prefix has the places before
/// 0 (Press et al., "Train Short, Test Long", 2021). A sink is one more score of its head in the
/// softmax, without a value (gpt-oss).
///
/// What a row gets depends on its query and on the keys and values it sees, in their order and at
/// their places: not on the slots they lie in, on what lies before `first`, on the rows that run
/// with it, nor on the number of threads. Slots that no row sees are not looked at, and cost
/// nothing but those in the block of 16 with the first one. Keeps scratch memory of a few
/// megabytes, whatever the length of the context; one call at a time.
class Attention {
 public:
  /// `pool` must outlive the object. `set` is the one to compute with.
  explicit Attention(ThreadPool& pool, const kernels::Kernels& set = kernels::active());

  /// Adds its time to `clock` from now on, which must outlive the object; nullptr: no longer.
  void time_with(StageClock* clock) { clock_ = clock; }

  /// Bytes of scratch for passes of up to `rows` rows over `context` places, without a prefix.
  static std::size_t scratch_bytes(std::size_t rows, std::size_t context, std::size_t heads,
                                   std::size_t head_width, int threads);

  /// kTooLarge when there is no memory for the scratch.
  Result<void> run(const AttentionWork& work);

 private:
  struct Slab;
  struct Tile;
  /// Memory of one thread.
  struct Scratch {
    std::vector<float> queries;  // [head_width][kQueryRows]
    std::vector<float> scores;   // [kQueryRows][kAttentionChunk, and a block]
    std::vector<float> block;    // [kQueryRows][kKeyBlock]
  };
  /// What queries have gathered.
  struct Gathered {
    std::vector<float> sums;  // [queries, value_width]
    std::vector<kernels::Mixture> mixtures;

    void resize(std::size_t queries, std::size_t width);
  };

  void run_slab(const Slab& slab);
  void begin(const Slab& slab);
  void gather(const Slab& slab, std::size_t head, std::size_t tile, std::size_t chunk,
              kernels::Mixture* results, Scratch& scratch) const;
  void score(const Slab& slab, const Tile& tile, Scratch& scratch) const;
  void score_further(const Tile& tile, Scratch& scratch) const;
  void shape(const Slab& slab, const Tile& tile, Scratch& scratch) const;
  void mix(const Slab& slab, const Tile& tile, kernels::Mixture* results, Scratch& scratch) const;
  void finish(const Slab& slab, std::size_t query) const;

  ThreadPool* pool_;
  StageClock* clock_ = nullptr;
  const kernels::AttentionKernels* kernels_;
  std::vector<Scratch> scratch_;  // [threads]
  Gathered parts_;                // [chunks of a wave, queries of a slab]
  Gathered whole_;                // [queries of a slab]
};

}  // namespace canter
