#include "model/forward/kv_cache.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/machine.h"
#include "tensor/attention.h"

namespace canter {
namespace {

constexpr std::size_t kFirstSlots = 256;
constexpr int kChunk = int(kAttentionChunk);
/// Slots beyond its window that a layer keeps, so that an answer can be taken back.
constexpr int kSpare = kChunk;
/// Slots are dropped so many at a time, since those that stay have to be moved.
constexpr int kDropped = 2 * kChunk;
constexpr std::size_t kMostMarks = 4;

/// The most slots that a layer needs at a time.
std::size_t slots_for(const AttentionPlan& attention, int capacity) {
  if (attention.window == 0) return capacity;
  return std::min<std::int64_t>(capacity,
                                std::int64_t(attention.window) + kSpare + kDropped + kChunk);
}

/// How many numbers a layer's state has; nothing: it is attention.
struct StateSizes {
  std::size_t window = 0;
  std::size_t memory = 0;
};

StateSizes state_sizes(const ModelPlan& plan, int layer) {
  const auto window = [](int taps, std::size_t channels) { return (taps - 1) * channels; };
  const MixerPlan& mixer = plan.layer(layer).mixer;
  if (const auto* net = std::get_if<DeltaNetPlan>(&mixer))
    return {window(net->taps, net->channels()), std::size_t(net->value_numbers()) * net->key_width};
  if (const auto* space = std::get_if<StateSpacePlan>(&mixer))
    return {window(space->taps, space->channels()),
            std::size_t(space->inner()) * space->state_width};
  if (const auto* convolution = std::get_if<ShortConvolutionPlan>(&mixer))
    return {window(convolution->taps, plan.width), 0};
  return {};
}

}  // namespace

std::optional<RecurrentState> empty_state(const ModelPlan& plan, int layer) {
  if (plan.attention(layer)) return std::nullopt;
  const StateSizes sizes = state_sizes(plan, layer);
  return RecurrentState{std::vector<float>(sizes.window), std::vector<float>(sizes.memory)};
}

std::uint64_t KvCache::bytes_for(const ModelPlan& plan, int capacity, TensorType type) {
  std::uint64_t bytes = 0;
  for (int i = 0; i < plan.layer_count(); ++i) {
    if (const AttentionPlan* attention = plan.attention(i); attention && attention->has_keys())
      bytes += KeyValues::bytes_for(attention->kv_heads, attention->head_width, type,
                                    slots_for(*attention, capacity));
    const StateSizes state = state_sizes(plan, i);
    bytes += (1 + kMostMarks) * (state.window + state.memory) * sizeof(float);
  }
  return bytes;
}

Result<KvCache> KvCache::create(const ModelPlan& plan, int capacity, TensorType type) {
  if (capacity < 1)
    return fail(ErrorKind::kUsage, "a K/V cache needs room for one position at least");
  if (!KeyValues::can_be(type))
    return fail(ErrorKind::kUsage, "a K/V cache holds F32, F16 or Q8_0");
  KvCache cache;
  cache.capacity_ = capacity;
  cache.short_context_ = plan.short_context();
  cache.has_states_ = plan.has_states();
  for (int i = 0; i < plan.layer_count(); ++i) {
    Layer layer;
    if (const AttentionPlan* attention = plan.attention(i)) {
      layer.window = attention->window;
      if (attention->has_keys())
        layer.keys.emplace(attention->kv_heads, attention->head_width, type);
    }
    layer.state = empty_state(plan, i);
    cache.layers_.push_back(std::move(layer));
  }
  return cache;
}

int KvCache::limit() const {
  return short_context_ == 0 || beyond_ ? capacity_ : std::min(capacity_, short_context_);
}

void KvCache::drop_old(Layer& layer) {
  const int kept = layer.window + kSpare, used = size_ - layer.offset;
  if (layer.window == 0 || used < kept + kDropped) return;
  const int dropped = (used - kept) / kChunk * kChunk;
  layer.keys->drop_front(dropped);
  layer.offset += dropped;
}

Result<void> KvCache::reserve(int count) {
  if (count > capacity_ - size_)
    return fail(ErrorKind::kTooLarge, "the context of " + std::to_string(capacity_) +
                                          " tokens is full; start a new chat");
  for (Layer& layer : layers_) {
    if (!layer.keys) continue;
    drop_old(layer);
    KeyValues& keys = *layer.keys;
    const auto used = std::size_t(size_ - layer.offset);
    const std::size_t needed = used + count;
    if (needed <= keys.slots()) continue;
    std::size_t most = capacity_ - layer.offset;
    if (layer.window > 0)
      most = std::min(most, std::size_t(layer.window) + kSpare + kDropped + kChunk);
    const std::size_t wanted =
        std::max(needed, std::min(most, std::max(kFirstSlots, 2 * keys.slots())));
    if (!keys.grow(wanted, used))
      return fail(ErrorKind::kTooLarge,
                  "no memory for a K/V cache of " +
                      format_bytes(KeyValues::bytes_for(keys.heads(), keys.head_width(),
                                                        keys.type(), wanted) *
                                   layers_.size()) +
                      "; close other programs or start a new chat");
  }
  return {};
}

void KvCache::clear() {
  size_ = 0;
  marks_.clear();
  for (Layer& layer : layers_) {
    layer.offset = 0;
    if (!layer.state) continue;
    std::ranges::fill(layer.state->window, 0.0f);
    std::ranges::fill(layer.state->memory, 0.0f);
  }
}

int KvCache::reachable(int size) const {
  if (size >= size_) return size_;
  if (has_states_) {
    const auto mark = std::ranges::find_if(marks_.rbegin(), marks_.rend(),
                                           [&](const Mark& each) { return each.size <= size; });
    size = mark == marks_.rend() ? 0 : mark->size;
  }
  const bool seen = std::ranges::all_of(layers_, [&](const Layer& layer) {
    return layer.offset == 0 || layer.offset <= size - layer.window;
  });
  return seen ? std::max(0, size) : 0;
}

int KvCache::truncate(int size) {
  size = reachable(size);
  if (size == size_) return size_;
  if (size == 0) {
    clear();
    return 0;
  }
  size_ = size;
  std::erase_if(marks_, [&](const Mark& mark) { return mark.size > size; });
  restore_states();
  return size_;
}

void KvCache::restore_states() {
  if (!has_states_) return;
  auto state = marks_.back().states.begin();
  for (Layer& layer : layers_)
    if (layer.state) *layer.state = *state++;
}

Result<KvCache> KvCache::beginning(int size) const {
  size = reachable(size);
  KvCache copy;
  copy.capacity_ = capacity_;
  copy.size_ = size;
  copy.short_context_ = short_context_;
  copy.beyond_ = size > 0 && beyond_;
  copy.has_states_ = has_states_;
  for (const Layer& layer : layers_) {
    Layer& made = copy.layers_.emplace_back();
    made.window = layer.window;
    made.offset = size > 0 ? layer.offset : 0;
    made.state = layer.state;
    if (!layer.keys) continue;
    made.keys.emplace(layer.keys->heads(), layer.keys->head_width(), layer.keys->type());
    if (size > 0 && !made.keys->copy_front(*layer.keys, size - layer.offset))
      return fail(ErrorKind::kTooLarge, "no memory for another K/V cache; close other programs");
  }
  if (size == 0) {
    copy.clear();
    return copy;
  }
  std::ranges::copy_if(marks_, std::back_inserter(copy.marks_),
                       [&](const Mark& mark) { return mark.size <= size; });
  if (size < size_) copy.restore_states();
  return copy;
}

std::uint64_t KvCache::bytes() const {
  std::uint64_t bytes = 0;
  for (const Layer& layer : layers_) {
    if (layer.keys)
      bytes += KeyValues::bytes_for(layer.keys->heads(), layer.keys->head_width(),
                                    layer.keys->type(), layer.keys->slots());
    if (layer.state)
      bytes += (1 + marks_.size()) * (layer.state->window.size() + layer.state->memory.size()) *
               sizeof(float);
  }
  return bytes;
}

void KvCache::compact(int first, std::span<const int> slots) {
  for (Layer& layer : layers_)
    for (std::size_t i = 0; layer.keys && i < slots.size(); ++i)
      if (slots[i] != first + int(i))
        layer.keys->copy_slot(slots[i] - layer.offset, first + i - layer.offset);
  size_ = first + int(slots.size());
}

void KvCache::mark() {
  if (!has_states_ || size_ == 0 || (!marks_.empty() && marks_.back().size == size_)) return;
  if (marks_.size() == kMostMarks) marks_.erase(marks_.begin());
  Mark mark{size_, {}};
  for (const Layer& layer : layers_)
    if (layer.state) mark.states.push_back(*layer.state);
  marks_.push_back(std::move(mark));
}

}  // namespace canter
