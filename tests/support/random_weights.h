#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "format/tensor_type.h"

namespace canter::test {

/// Whether RandomWeights makes weights of that type. Not of those that are unpacked when they are
/// loaded, nor of those that GGUF does not have.
bool has_random_weights(TensorType type);

/// Encoded weights of about normal distribution around 0, a gigabyte in less than a second. The
/// same seed gives the same weights.
class RandomWeights {
 public:
  /// `type` is one that has_random_weights().
  RandomWeights(TensorType type, std::uint64_t seed);

  /// The next `count` weights, a multiple of the type's block. Valid until the next call.
  std::span<const std::byte> next(std::size_t count);

 private:
  std::uint64_t next_bits();
  /// Blocks of random quants with scales that give the wanted deviation.
  void fill_blocks();
  /// Draws from a table of encoded normal numbers.
  template <typename Number>
  void fill_numbers();

  TensorType type_;
  std::uint64_t state_;
  std::vector<std::byte> table_;  // of types without blocks
  std::vector<std::byte> bytes_;
};

}  // namespace canter::test
