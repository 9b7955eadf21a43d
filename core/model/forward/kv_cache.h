#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/error.h"
#include "model/plan/model_plan.h"
#include "tensor/key_values.h"

namespace canter {

/// What a layer that is no attention remembers of a sequence.
struct RecurrentState {
  std::vector<float> window;  ///< inputs of the convolution, [taps - 1, channels], oldest first
  std::vector<float> memory;  ///< state matrices of all heads; empty for short convolutions

  bool operator==(const RecurrentState&) const = default;
};

/// Zeros of the right sizes for a layer; nullopt: it is attention.
std::optional<RecurrentState> empty_state(const ModelPlan& plan, int layer);

/// What a model remembers of the tokens read so far: keys (turned) and values in one slot each, and
/// the states of layers that are no attention. Slots [0, size) are the context; a pass writes
/// behind them. Grows in steps up to its capacity, so a short chat in a model of long context stays
/// small. Layers with a window drop slots that no later row sees.
class KvCache {
 public:
  /// `capacity` in slots; `type` is what KeyValues can be.
  static Result<KvCache> create(const ModelPlan& plan, int capacity,
                                TensorType type = TensorType::kF32);

  /// Bytes it takes now.
  std::uint64_t bytes() const;
  /// Bytes a full cache takes.
  static std::uint64_t bytes_for(const ModelPlan& plan, int capacity,
                                 TensorType type = TensorType::kF32);

  int size() const { return size_; }
  int capacity() const { return capacity_; }

  /// Says how long the sequence will be at least, the tokens to come counted; to be told while the
  /// cache is empty. Models whose positions are marked otherwise in long sequences need it (see
  /// ModelPlan::short_context()); beyond what is said, limit() ends what can be read.
  void expect(int length) { beyond_ = short_context_ > 0 && length > short_context_; }
  /// Whether positions are marked as in a sequence beyond the short context.
  bool beyond() const { return beyond_; }
  /// Slots up to which the context may grow before it has to be read again from its beginning.
  int limit() const;

  /// Makes room for `count` more slots, which are then written through layer() and made part of the
  /// context by advance() or compact(). kTooLarge when the capacity or the memory ends.
  Result<void> reserve(int count);
  void advance(int count) { size_ += count; }
  /// How many tokens would be left of the first `size`: fewer where windows and states do not allow
  /// going back there.
  int reachable(int size) const;
  /// Forgets what lies behind the first reachable(size) tokens. Returns how many are left.
  int truncate(int size);
  /// A copy that holds the first reachable(size) tokens alone, with memory for no more. kTooLarge
  /// when there is none.
  Result<KvCache> beginning(int size) const;
  /// Moves what lies in `slots` (ascending, from `first` on) to first, first + 1 ...; the context
  /// ends behind them. Keeps the accepted path of a draft tree; states are not touched.
  void compact(int first, std::span<const int> slots);

  /// Remembers the states of now, so that truncate() can come back to them; of several the oldest
  /// is forgotten. Nothing for models without states.
  void mark();

  /// Of attention layers that have keys of their own. Slot i of the context is slot i - offset().
  KeyValues& layer(int layer) { return *layers_[layer].keys; }
  const KeyValues& layer(int layer) const { return *layers_[layer].keys; }
  int offset(int layer) const { return layers_[layer].offset; }
  /// Of the other layers.
  RecurrentState& state(int layer) { return *layers_[layer].state; }
  const RecurrentState& state(int layer) const { return *layers_[layer].state; }

 private:
  struct Layer {
    std::optional<KeyValues> keys;
    int window = 0;
    int offset = 0;  ///< dropped slots
    std::optional<RecurrentState> state;
  };
  struct Mark {
    int size;
    std::vector<RecurrentState> states;
  };
  KvCache() = default;
  void drop_old(Layer& layer);
  void clear();
  /// The states of the last mark become those of now.
  void restore_states();

  int capacity_ = 0;
  int size_ = 0;
  int short_context_ = 0;
  bool beyond_ = false;
  bool has_states_ = false;
  std::vector<Layer> layers_;
  std::vector<Mark> marks_;
};

}  // namespace canter
