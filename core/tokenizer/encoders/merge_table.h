#pragma once

#include <cstdint>
#include <vector>

#include "tokenizer/vocabulary/vocabulary.h"

namespace canter {

struct Merge {
  TokenId left;
  TokenId right;
  TokenId result;
};

/// Which pairs of tokens become one, and in what order of preference.
class MergeTable {
 public:
  struct Entry {
    std::uint64_t pair = kEmpty;
    std::uint32_t rank = 0;  ///< 0 comes first
    TokenId result = -1;
  };

  MergeTable() = default;
  /// By rank. Of a pair that comes twice the last one counts.
  explicit MergeTable(const std::vector<Merge>& merges);

  /// nullptr when the two do not merge.
  const Entry* find(TokenId left, TokenId right) const;

  std::size_t memory_bytes() const { return slots_.capacity() * sizeof(Entry); }

 private:
  static constexpr std::uint64_t kEmpty = ~std::uint64_t{0};

  std::size_t slot_of(std::uint64_t pair) const;

  std::vector<Entry> slots_;  ///< a power of two, at most half full; collisions go on to the next
};

}  // namespace canter
