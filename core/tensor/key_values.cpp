#include "tensor/key_values.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <new>
#include <utility>

#include "tensor/kernels/kernels.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

using kernels::kByteGroup;
using kernels::kKeyBlock;
using kernels::Stored;
using kernels::stored_bytes;

constexpr std::align_val_t kBufferAlignment{64};
/// Kernels read a vector where the last factor lies.
constexpr std::size_t kReadBehind = 64;

std::size_t round_up(std::size_t value) {
  return (value + kKeyBlock - 1) / kKeyBlock * kKeyBlock;
}

float read_half(const std::byte* bytes) {
  std::uint16_t half = 0;
  std::memcpy(&half, bytes, sizeof half);
  return half_to_float(half);
}

float read_number(TensorType type, const std::byte* bytes) {
  if (type == TensorType::kF16) return read_half(bytes);
  if (type == TensorType::kQ8_0) return float(std::to_integer<std::int8_t>(*bytes));
  float number = 0;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

/// Up to kByteGroup numbers as bytes, and their factor, which is no number if one of them is not
/// finite.
struct ByteGroup {
  std::uint16_t factor;
  std::int8_t bytes[kByteGroup];

  ByteGroup(const float* numbers, std::size_t count) {
    constexpr float kMost = 127;
    constexpr float kRound = 0x1.8p23f;  // what is added to it loses what is behind the point
    float largest = 0;
    bool finite = true;
    for (std::size_t i = 0; i < count; ++i) {
      const float magnitude = std::fabs(numbers[i]);
      largest = std::max(largest, magnitude);
      finite = finite && magnitude <= std::numeric_limits<float>::max();
    }
    factor = float_to_half(finite ? largest / kMost : std::numeric_limits<float>::quiet_NaN());
    const float step = half_to_float(factor);
    const float steps_per_one = finite && step > 0 ? 1 / step : 0;
    for (std::size_t i = 0; i < count; ++i) {
      const float steps = finite ? std::clamp(numbers[i] * steps_per_one, -kMost, kMost) : 0;
      bytes[i] = static_cast<std::int8_t>(steps + kRound - kRound);
    }
  }
};

}  // namespace

void KeyValues::Free::operator()(std::byte* bytes) const {
  ::operator delete(bytes, kBufferAlignment);
}

KeyValues::Buffer KeyValues::allocate(std::size_t bytes) {
  bytes += kReadBehind;
  Buffer buffer(static_cast<std::byte*>(::operator new(bytes, kBufferAlignment, std::nothrow)));
  if (buffer) std::memset(buffer.get(), 0, bytes);
  return buffer;
}

bool KeyValues::can_be(TensorType type) {
  return type == TensorType::kF32 || type == TensorType::kF16 || type == TensorType::kQ8_0;
}

KeyValues::KeyValues(std::size_t heads, std::size_t head_width, TensorType type)
    : heads_(heads), head_width_(head_width), type_(type) {}

std::size_t KeyValues::bytes_for(std::size_t heads, std::size_t head_width, TensorType type,
                                 std::size_t slots) {
  const KeyValues shape(heads, head_width, type);
  return heads * slots * (shape.key_block_bytes() / kKeyBlock + shape.value_bytes());
}

std::size_t KeyValues::value_width() const {
  return round_up(head_width_);
}

kernels::Stored KeyValues::stored() const {
  if (type_ == TensorType::kF16) return Stored::kHalves;
  return type_ == TensorType::kQ8_0 ? Stored::kBytes : Stored::kFloats;
}

std::size_t KeyValues::number_bytes() const {
  return type_ == TensorType::kF32 ? 4 : type_ == TensorType::kF16 ? 2 : 1;
}

std::size_t KeyValues::key_block_bytes() const {
  return kKeyBlock * stored_bytes(stored(), head_width_);
}

std::size_t KeyValues::value_bytes() const {
  return stored_bytes(stored(), value_width());
}

bool KeyValues::take_front(const KeyValues& other, std::size_t slots, std::size_t used) {
  KeyValues made(heads_, head_width_, type_);
  made.slots_ = round_up(slots);
  made.keys_ = allocate(made.key_block_offset(heads_, 0));
  made.values_ = allocate(made.value_offset(heads_, 0));
  if (!made.keys_ || !made.values_) return false;
  const std::size_t key_bytes = round_up(used) / kKeyBlock * key_block_bytes();
  for (std::size_t head = 0; used > 0 && head < heads_; ++head) {
    std::memcpy(made.keys_.get() + made.key_block_offset(head, 0), other.key_block(head, 0),
                key_bytes);
    std::memcpy(made.values_.get() + made.value_offset(head, 0), other.value(head, 0),
                used * value_bytes());
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
                 kept / kKeyBlock * key_block_bytes());
    std::memmove(values_.get() + value_offset(head, 0), value(head, slots), kept * value_bytes());
  }
}

template <typename Number>
void KeyValues::write_key(std::size_t head, std::size_t slot, std::size_t first, std::size_t count,
                          const Number* key) {
  std::byte* place = keys_.get() + key_offset(head, slot) + first * kKeyBlock * sizeof(Number);
  for (std::size_t i = 0; i < count; ++i, place += kKeyBlock * sizeof(Number))
    std::memcpy(place, key + i, sizeof(Number));
}

void KeyValues::write(std::size_t head, std::size_t slot, const float* key, const float* value) {
  if (type_ == TensorType::kQ8_0) return write_bytes(head, slot, key, value);
  if (type_ == TensorType::kF16) return write_halves(head, slot, key, value);
  write_key(head, slot, 0, head_width_, key);
  std::memcpy(values_.get() + value_offset(head, slot), value, head_width_ * sizeof(float));
}

void KeyValues::write_halves(std::size_t head, std::size_t slot, const float* key,
                             const float* value) {
  const auto to_halves = kernels::active().elementwise.to_halves;
  constexpr std::size_t kTogether = 128;
  std::uint16_t halves[kTogether];
  for (std::size_t first = 0; first < head_width_; first += kTogether) {
    const std::size_t count = std::min(kTogether, head_width_ - first);
    to_halves(key + first, halves, count);
    write_key(head, slot, first, count, halves);
  }
  std::byte* const values = values_.get() + value_offset(head, slot);
  to_halves(value, reinterpret_cast<std::uint16_t*>(values), head_width_);
}

void KeyValues::write_bytes(std::size_t head, std::size_t slot, const float* key,
                            const float* value) {
  std::byte* key_factor = keys_.get() + factor_offset(head, slot);
  std::byte* value_factor = values_.get() + value_offset(head, slot);
  std::byte* values = value_factor + value_bytes() - value_width();
  for (std::size_t first = 0; first < head_width_; first += kByteGroup) {
    const std::size_t count = std::min(kByteGroup, head_width_ - first);
    const ByteGroup keys(key + first, count), mixed(value + first, count);
    write_key(head, slot, first, count, keys.bytes);
    std::memcpy(key_factor, &keys.factor, sizeof keys.factor);
    std::memcpy(values + first, mixed.bytes, count);
    std::memcpy(value_factor, &mixed.factor, sizeof mixed.factor);
    key_factor += kKeyBlock * sizeof keys.factor;
    value_factor += sizeof mixed.factor;
  }
}

void KeyValues::read(std::size_t head, std::size_t slot, float* key, float* value) const {
  const bool scaled = type_ == TensorType::kQ8_0;
  const std::byte* const row = values_.get() + value_offset(head, slot);
  const std::byte* const values = row + value_bytes() - value_width() * number_bytes();
  for (std::size_t i = 0; i < head_width_; ++i) {
    const std::size_t group = i / kByteGroup;
    key[i] =
        read_number(type_, keys_.get() + key_offset(head, slot) + i * kKeyBlock * number_bytes());
    value[i] = read_number(type_, values + i * number_bytes());
    if (!scaled) continue;
    key[i] *= read_half(keys_.get() + factor_offset(head, slot) + group * kKeyBlock * 2);
    value[i] *= read_half(row + group * 2);
  }
}

void KeyValues::copy_slot(std::size_t from, std::size_t to) {
  const std::size_t groups =
      type_ == TensorType::kQ8_0 ? (head_width_ + kByteGroup - 1) / kByteGroup : 0;
  const auto copy = [&](std::size_t source, std::size_t place, std::size_t count,
                        std::size_t bytes) {
    for (std::size_t i = 0; i < count; ++i)
      std::memcpy(keys_.get() + place + i * kKeyBlock * bytes,
                  keys_.get() + source + i * kKeyBlock * bytes, bytes);
  };
  if (from == to) return;
  for (std::size_t head = 0; head < heads_; ++head) {
    copy(key_offset(head, from), key_offset(head, to), head_width_, number_bytes());
    copy(factor_offset(head, from), factor_offset(head, to), groups, 2);
    std::memcpy(values_.get() + value_offset(head, to), value(head, from), value_bytes());
  }
}

std::size_t KeyValues::key_block_offset(std::size_t head, std::size_t slot) const {
  return (head * slots_ + slot) / kKeyBlock * key_block_bytes();
}

std::size_t KeyValues::factor_offset(std::size_t head, std::size_t slot) const {
  return key_block_offset(head, slot) + slot % kKeyBlock * 2;
}

std::size_t KeyValues::key_offset(std::size_t head, std::size_t slot) const {
  const std::size_t factors = key_block_bytes() - kKeyBlock * head_width_ * number_bytes();
  return key_block_offset(head, slot) + factors + slot % kKeyBlock * number_bytes();
}

std::size_t KeyValues::value_offset(std::size_t head, std::size_t slot) const {
  return (head * slots_ + slot) * value_bytes();
}

const std::byte* KeyValues::key_block(std::size_t head, std::size_t slot) const {
  return keys_.get() + key_block_offset(head, slot);
}

const std::byte* KeyValues::value(std::size_t head, std::size_t slot) const {
  return values_.get() + value_offset(head, slot);
}

}  // namespace canter
