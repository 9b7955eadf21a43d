#include "tensor/key_values.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <new>
#include <utility>

#include "tensor/kernels/kernels.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

using kernels::kKeyBlock;

constexpr std::align_val_t kAlignment{64};

std::size_t round_up(std::size_t value) {
  return (value + kKeyBlock - 1) / kKeyBlock * kKeyBlock;
}

float read_number(TensorType type, const std::byte* bytes) {
  float number = 0;
  if (type == TensorType::kF16) {
    std::uint16_t half = 0;
    std::memcpy(&half, bytes, sizeof half);
    number = half_to_float(half);
  } else {
    std::memcpy(&number, bytes, sizeof number);
  }
  return number;
}

}  // namespace

void KeyValues::Free::operator()(std::byte* bytes) const {
  ::operator delete(bytes, kAlignment);
}

KeyValues::Buffer KeyValues::allocate(std::size_t bytes) {
  Buffer buffer(static_cast<std::byte*>(::operator new(bytes, kAlignment, std::nothrow)));
  if (buffer) std::memset(buffer.get(), 0, bytes);
  return buffer;
}

KeyValues::KeyValues(std::size_t heads, std::size_t head_width, TensorType type)
    : heads_(heads), head_width_(head_width), type_(type) {}

std::size_t KeyValues::bytes_for(std::size_t heads, std::size_t head_width, TensorType type,
                                 std::size_t slots) {
  const KeyValues shape(heads, head_width, type);
  return heads * slots * (head_width + shape.value_width()) * shape.number_bytes();
}

std::size_t KeyValues::value_width() const {
  return round_up(head_width_);
}

bool KeyValues::take_front(const KeyValues& other, std::size_t slots, std::size_t used) {
  KeyValues made(heads_, head_width_, type_);
  made.slots_ = round_up(slots);
  made.keys_ = allocate(made.key_block_offset(heads_, 0));
  made.values_ = allocate(made.value_offset(heads_, 0));
  if (!made.keys_ || !made.values_) return false;
  const std::size_t key_bytes = round_up(used) * head_width_ * number_bytes();
  const std::size_t value_bytes = used * value_width() * number_bytes();
  for (std::size_t head = 0; used > 0 && head < heads_; ++head) {
    std::memcpy(made.keys_.get() + made.key_block_offset(head, 0), other.key_block(head, 0),
                key_bytes);
    std::memcpy(made.values_.get() + made.value_offset(head, 0), other.value(head, 0), value_bytes);
  }
  *this = std::move(made);
  return true;
}

bool KeyValues::grow(std::size_t slots, std::size_t used) {
  return take_front(*this, slots, used);
}

bool KeyValues::copy_front(const KeyValues& other, std::size_t used) {
  return take_front(other, used, used);
}

void KeyValues::drop_front(std::size_t slots) {
  const std::size_t kept = slots_ - slots;
  for (std::size_t head = 0; head < heads_; ++head) {
    std::memmove(keys_.get() + key_block_offset(head, 0), key_block(head, slots),
                 kept * head_width_ * number_bytes());
    std::memmove(values_.get() + value_offset(head, 0), value(head, slots),
                 kept * value_width() * number_bytes());
  }
}

/// Calls use(i, offset) for element i of the slot's key.
template <typename Use>
void KeyValues::for_each_key_element(std::size_t head, std::size_t slot, const Use& use) const {
  std::size_t offset = key_block_offset(head, slot) + slot % kKeyBlock * number_bytes();
  for (std::size_t i = 0; i < head_width_; ++i, offset += kKeyBlock * number_bytes())
    use(i, offset);
}

/// Elements [first, first + count) of the slot's key.
template <typename Number>
void KeyValues::write_key(std::size_t head, std::size_t slot, std::size_t first, std::size_t count,
                          const Number* key) {
  std::byte* place = keys_.get() + key_block_offset(head, slot) +
                     (first * kKeyBlock + slot % kKeyBlock) * sizeof(Number);
  for (std::size_t i = 0; i < count; ++i, place += kKeyBlock * sizeof(Number))
    std::memcpy(place, key + i, sizeof(Number));
}

void KeyValues::write(std::size_t head, std::size_t slot, const float* key, const float* value) {
  std::byte* const values = values_.get() + value_offset(head, slot);
  if (type_ == TensorType::kF32) {
    write_key(head, slot, 0, head_width_, key);
    std::memcpy(values, value, head_width_ * sizeof(float));
    return;
  }
  const auto to_halves = kernels::active().elementwise.to_halves;
  constexpr std::size_t kTogether = 128;
  std::uint16_t halves[kTogether];
  for (std::size_t first = 0; first < head_width_; first += kTogether) {
    const std::size_t count = std::min(kTogether, head_width_ - first);
    to_halves(key + first, halves, count);
    write_key(head, slot, first, count, halves);
  }
  to_halves(value, reinterpret_cast<std::uint16_t*>(values), head_width_);
}

void KeyValues::read(std::size_t head, std::size_t slot, float* key, float* value) const {
  for_each_key_element(head, slot, [&](std::size_t i, std::size_t offset) {
    key[i] = read_number(type_, keys_.get() + offset);
  });
  const std::byte* place = values_.get() + value_offset(head, slot);
  for (std::size_t i = 0; i < head_width_; ++i)
    value[i] = read_number(type_, place + i * number_bytes());
}

void KeyValues::copy_slot(std::size_t from, std::size_t to) {
  for (std::size_t head = 0; head < heads_; ++head) {
    const std::byte* source = key_block(head, from) + from % kKeyBlock * number_bytes();
    for_each_key_element(head, to, [&](std::size_t i, std::size_t offset) {
      std::memcpy(keys_.get() + offset, source + i * kKeyBlock * number_bytes(), number_bytes());
    });
    std::memmove(values_.get() + value_offset(head, to), value(head, from),
                 value_width() * number_bytes());
  }
}

std::size_t KeyValues::key_block_offset(std::size_t head, std::size_t slot) const {
  return (head * slots_ + slot / kKeyBlock * kKeyBlock) * head_width_ * number_bytes();
}

std::size_t KeyValues::value_offset(std::size_t head, std::size_t slot) const {
  return (head * slots_ + slot) * value_width() * number_bytes();
}

const std::byte* KeyValues::key_block(std::size_t head, std::size_t slot) const {
  return keys_.get() + key_block_offset(head, slot);
}

const std::byte* KeyValues::value(std::size_t head, std::size_t slot) const {
  return values_.get() + value_offset(head, slot);
}

}  // namespace canter
