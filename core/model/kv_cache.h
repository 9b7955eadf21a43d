#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/error.h"
#include "model/config.h"

namespace canter {

/// Keys (rotary embedding applied) and values of the tokens read so far, float32. Each is
/// [layer][kv_head][position][head_width], so attention reads a head's keys in one run. Grows in
/// steps up to its capacity, so a short chat in a model of long context stays small.
class KvCache {
 public:
  /// `capacity` in positions.
  static Result<KvCache> create(const ModelConfig& config, int capacity);

  /// Bytes a full cache takes.
  static std::uint64_t bytes_for(const ModelConfig& config, int capacity);

  int size() const { return size_; }
  int capacity() const { return capacity_; }

  /// Makes room for `count` more positions, which are then written through key()/value() and made
  /// part of the cache by advance(). kTooLarge when the capacity or the memory ends.
  Result<void> reserve(int count);
  void advance(int count) { size_ += count; }
  /// Forgets all positions from `size` on.
  void truncate(int size);

  /// First element of a head's keys; position p starts p * head_width further on.
  float* key(int layer, int head) { return keys_.data() + offset(layer, head); }
  float* value(int layer, int head) { return values_.data() + offset(layer, head); }
  const float* key(int layer, int head) const { return keys_.data() + offset(layer, head); }
  const float* value(int layer, int head) const { return values_.data() + offset(layer, head); }

 private:
  std::size_t offset(int layer, int head) const {
    return (std::size_t(layer) * kv_heads_ + head) * allocated_ * head_width_;
  }

  int layers_ = 0;
  int kv_heads_ = 0;
  int head_width_ = 0;
  int capacity_ = 0;
  int allocated_ = 0;
  int size_ = 0;
  std::vector<float> keys_;
  std::vector<float> values_;
};

}  // namespace canter
