#include "model/kv_cache.h"

#include <algorithm>
#include <new>
#include <string>

#include "base/machine.h"

namespace canter {
namespace {

constexpr int kFirstAllocation = 256;

}  // namespace

std::uint64_t KvCache::bytes_for(const ModelConfig& config, int capacity) {
  return 2ull * sizeof(float) * config.layers * config.kv_heads * config.head_width * capacity;
}

Result<KvCache> KvCache::create(const ModelConfig& config, int capacity) {
  if (capacity < 1)
    return fail(ErrorKind::kUsage, "a K/V cache needs room for one position at least");
  KvCache cache;
  cache.layers_ = config.layers;
  cache.kv_heads_ = config.kv_heads;
  cache.head_width_ = config.head_width;
  cache.capacity_ = capacity;
  return cache;
}

Result<void> KvCache::reserve(int count) {
  if (count > capacity_ - size_)
    return fail(ErrorKind::kTooLarge, "the context of " + std::to_string(capacity_) +
                                          " tokens is full; start a new chat");
  if (size_ + count <= allocated_) return {};
  const int wanted =
      std::min(capacity_, std::max({kFirstAllocation, size_ + count, 2 * allocated_}));
  const std::size_t head = std::size_t(wanted) * head_width_;
  const std::size_t heads = std::size_t(layers_) * kv_heads_;
  std::vector<float> keys, values;
  try {
    keys.resize(heads * head);
    values.resize(heads * head);
  } catch (const std::bad_alloc&) {
    return fail(ErrorKind::kTooLarge, "no memory for a K/V cache of " +
                                          format_bytes(2 * sizeof(float) * heads * head) +
                                          "; close other programs or start a new chat");
  }
  const auto move_heads = [&](std::vector<float>& from, std::vector<float>& to) {
    for (std::size_t h = 0; h < heads; ++h)
      std::copy_n(from.data() + h * allocated_ * head_width_, std::size_t(size_) * head_width_,
                  to.data() + h * head);
    from.swap(to);
  };
  move_heads(keys_, keys);
  move_heads(values_, values);
  allocated_ = wanted;
  return {};
}

void KvCache::truncate(int size) {
  size_ = std::min(size_, size);
}

}  // namespace canter
