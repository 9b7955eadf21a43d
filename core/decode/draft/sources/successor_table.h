#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tokenizer/tokenizer.h"

namespace canter {

/// A token with its share among those that may follow.
struct Successor {
  TokenId token = 0;
  float share = 0;  ///< 0 to 1
};

/// The likeliest next tokens behind the last one, two and three tokens of a text, as the model saw
/// them last ("Token Recycling", arXiv 2408.08696, has those behind one token). Of a fixed size:
/// contexts that fall together push each other out.
class SuccessorTable {
 public:
  static constexpr int kMostOrder = 3;
  static constexpr int kKept = 8;
  /// More than to_bytes() ever gives.
  static constexpr std::uint64_t kMostFileBytes = 64u << 20;

  SuccessorTable();
  /// That a table takes in memory.
  static std::size_t bytes() { return kMostOrder * kSlots * sizeof(Slot); }

  /// Behind `context`, 1 to kMostOrder tokens, newest last: at most kKept successors, the likeliest
  /// first; shares are kept in 255ths, and what is nothing then is dropped. What was known of this
  /// context weighs on a little.
  void set(std::span<const TokenId> context, std::span<const Successor> successors);
  /// Adds what is known, the likeliest first; false, with nothing added, where nothing is.
  bool find(std::span<const TokenId> context, std::vector<Successor>& successors) const;

  /// For a file: little-endian, the same on every machine.
  std::string to_bytes() const;
  /// Adds what to_bytes() wrote; false, with nothing changed, for anything else, or for tokens that
  /// are not in a vocabulary of that size.
  bool from_bytes(std::string_view bytes, int vocabulary);
  /// Whether from_bytes() would take them.
  static bool is_readable(std::string_view bytes, int vocabulary);

 private:
  /// A zero key: free.
  struct Slot {
    std::uint64_t key = 0;
    TokenId tokens[kKept] = {};
    std::uint8_t shares[kKept] = {};  ///< in 255ths; 0: no more
  };
  static constexpr std::size_t kSlots = 1 << 16;  ///< of each order

  static std::uint64_t key_of(std::span<const TokenId> context);
  /// Calls use(order, slot) for each that was written, up to the first that cannot be read.
  template <typename Use>
  static bool read(std::string_view bytes, int vocabulary, const Use& use);

  std::vector<Slot> slots_;  // [order][kSlots]
};

}  // namespace canter
