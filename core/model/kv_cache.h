#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/error.h"
#include "model/config.h"
#include "tensor/key_values.h"

namespace canter {

/// Keys (rotary embedding applied) and values of the tokens read so far, in one slot each. Slots
/// [0, size) are the context; a pass writes behind them. Grows in steps up to its capacity, so a
/// short chat in a model of long context stays small.
class KvCache {
 public:
  /// `capacity` in slots; `type` is kF32 or kF16.
  static Result<KvCache> create(const ModelConfig& config, int capacity,
                                TensorType type = TensorType::kF32);

  /// Bytes a full cache takes.
  static std::uint64_t bytes_for(const ModelConfig& config, int capacity,
                                 TensorType type = TensorType::kF32);

  int size() const { return size_; }
  int capacity() const { return capacity_; }

  /// Makes room for `count` more slots, which are then written through layer() and made part of the
  /// context by advance() or compact(). kTooLarge when the capacity or the memory ends.
  Result<void> reserve(int count);
  void advance(int count) { size_ += count; }
  /// Forgets all slots from `size` on.
  void truncate(int size);
  /// Moves what lies in `slots` (ascending, from `first` on) to first, first + 1 ...; the context
  /// ends behind them. Keeps the accepted path of a draft tree.
  void compact(int first, std::span<const int> slots);

  KeyValues& layer(int layer) { return layers_[layer]; }
  const KeyValues& layer(int layer) const { return layers_[layer]; }

 private:
  KvCache() = default;

  int capacity_ = 0;
  int size_ = 0;
  std::vector<KeyValues> layers_;
};

}  // namespace canter
