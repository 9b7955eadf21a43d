#include "model/kv_cache.h"

#include <algorithm>
#include <string>

#include "base/machine.h"

namespace canter {
namespace {

constexpr std::size_t kFirstSlots = 256;

}  // namespace

std::uint64_t KvCache::bytes_for(const ModelConfig& config, int capacity, TensorType type) {
  return KeyValues::bytes_for(config.kv_heads, config.head_width, type, capacity) * config.layers;
}

Result<KvCache> KvCache::create(const ModelConfig& config, int capacity, TensorType type) {
  if (capacity < 1)
    return fail(ErrorKind::kUsage, "a K/V cache needs room for one position at least");
  if (type != TensorType::kF32 && type != TensorType::kF16)
    return fail(ErrorKind::kUsage, "a K/V cache holds float32 or float16");
  KvCache cache;
  cache.capacity_ = capacity;
  for (int layer = 0; layer < config.layers; ++layer)
    cache.layers_.emplace_back(config.kv_heads, config.head_width, type);
  return cache;
}

Result<void> KvCache::reserve(int count) {
  if (count > capacity_ - size_)
    return fail(ErrorKind::kTooLarge, "the context of " + std::to_string(capacity_) +
                                          " tokens is full; start a new chat");
  const auto needed = std::size_t(size_) + count;
  for (KeyValues& layer : layers_) {
    if (needed <= layer.slots()) continue;
    const std::size_t wanted =
        std::min(std::size_t(capacity_), std::max({kFirstSlots, needed, 2 * layer.slots()}));
    if (!layer.grow(wanted, size_))
      return fail(ErrorKind::kTooLarge,
                  "no memory for a K/V cache of " +
                      format_bytes(KeyValues::bytes_for(layer.heads(), layer.head_width(),
                                                        layer.type(), wanted) *
                                   layers_.size()) +
                      "; close other programs or start a new chat");
  }
  return {};
}

void KvCache::truncate(int size) {
  size_ = std::min(size_, size);
}

void KvCache::compact(int first, std::span<const int> slots) {
  for (KeyValues& layer : layers_)
    for (std::size_t i = 0; i < slots.size(); ++i)
      if (slots[i] != first + int(i)) layer.copy_slot(slots[i], first + i);
  size_ = first + int(slots.size());
}

}  // namespace canter
