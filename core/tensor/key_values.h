#pragma once

#include <cstddef>
#include <memory>

#include "format/tensor_type.h"

namespace canter {

namespace kernels {
enum class Stored;
}

/// Keys and values of one layer's key/value heads, one of each for every slot, as float32, float16
/// (rounded to nearest) or, as kQ8_0, bytes with a float16 factor for every 32 numbers, which is
/// the largest of them over 127. Keys lie in blocks of 16 slots, transposed, so that a vector holds
/// the same element of many keys: [head][slot / 16][head_width][16]. Values are
/// [head][slot][value_width], filled up with zeros. kernels.h says where factors lie.
class KeyValues {
 public:
  /// Types that it can be.
  static bool can_be(TensorType type);

  /// `type` is one that it can_be(). Has no slots yet.
  KeyValues(std::size_t heads, std::size_t head_width, TensorType type);

  /// Bytes that `slots` slots take, but for the last block's rest.
  static std::size_t bytes_for(std::size_t heads, std::size_t head_width, TensorType type,
                               std::size_t slots);

  std::size_t heads() const { return heads_; }
  std::size_t head_width() const { return head_width_; }
  /// head_width, rounded up to a multiple of 16.
  std::size_t value_width() const;
  TensorType type() const { return type_; }
  kernels::Stored stored() const;
  std::size_t slots() const { return slots_; }

  /// Makes room for `slots` slots at least and keeps the first `used`. False, with nothing changed,
  /// when there is no memory.
  bool grow(std::size_t slots, std::size_t used);

  /// Becomes a copy of the first `used` slots of `other`, which has the same shape. False, with
  /// nothing changed, when there is no memory.
  bool copy_front(const KeyValues& other, std::size_t used);

  /// Forgets the first `slots` slots, a multiple of 16: those behind move to the front.
  void drop_front(std::size_t slots);

  /// `key` and `value` are [head_width]. Calls for different heads or slots may run at the same
  /// time.
  void write(std::size_t head, std::size_t slot, const float* key, const float* value);
  /// The reverse, for tests and tuning.
  void read(std::size_t head, std::size_t slot, float* key, float* value) const;
  /// Copies keys and values of all heads.
  void copy_slot(std::size_t from, std::size_t to);

  /// The block of keys that holds `slot`; the blocks behind follow.
  const std::byte* key_block(std::size_t head, std::size_t slot) const;
  const std::byte* value(std::size_t head, std::size_t slot) const;

 private:
  struct Free {
    void operator()(std::byte* bytes) const;
  };
  using Buffer = std::unique_ptr<std::byte[], Free>;
  static Buffer allocate(std::size_t bytes);
  /// Has `slots` slots then, of which the first `used` are those of `other`.
  bool take_front(const KeyValues& other, std::size_t slots, std::size_t used);

  std::size_t number_bytes() const;
  std::size_t key_block_bytes() const;
  std::size_t value_bytes() const;
  std::size_t key_block_offset(std::size_t head, std::size_t slot) const;
  std::size_t value_offset(std::size_t head, std::size_t slot) const;
  /// Of the first number of the slot's key, and of its first factor; others follow 16 places on.
  std::size_t key_offset(std::size_t head, std::size_t slot) const;
  std::size_t factor_offset(std::size_t head, std::size_t slot) const;
  /// Numbers [first, first + count) of the slot's key.
  template <typename Number>
  void write_key(std::size_t head, std::size_t slot, std::size_t first, std::size_t count,
                 const Number* key);
  void write_halves(std::size_t head, std::size_t slot, const float* key, const float* value);
  void write_bytes(std::size_t head, std::size_t slot, const float* key, const float* value);

  std::size_t heads_;
  std::size_t head_width_;
  TensorType type_;
  std::size_t slots_ = 0;
  Buffer keys_;
  Buffer values_;
};

}  // namespace canter
