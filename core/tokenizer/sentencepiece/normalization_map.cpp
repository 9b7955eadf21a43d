#include "tokenizer/sentencepiece/normalization_map.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace canter {
namespace {

/// sentencepiece keeps the matches along one path in an array of this size.
constexpr int kMaxMatches = 32;
/// Rules replace a few characters; a path longer than this is a loop or an attack.
constexpr int kMaxDepth = 256;

std::uint32_t read_unit(std::string_view bytes, std::size_t index) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) {
    value = value << 8 | static_cast<unsigned char>(bytes[index * 4 + i]);
  }
  return value;
}

/// A node of the trie is a position `p`; unit u at p leads to base = p ^ offset(u), and its child
/// by byte c is base ^ c if the unit there is labelled c. A unit with a leaf has its value at base.
class TrieCheck {
 public:
  TrieCheck(std::string_view trie, std::size_t replacement_bytes)
      : trie_(trie), replacement_bytes_(replacement_bytes), matches_(trie.size() / 4, kUnseen) {}

  bool passes() { return !matches_.empty() && most_matches_below(0, 0) >= 0; }

 private:
  static constexpr std::int8_t kUnseen = -2;
  static constexpr std::int8_t kOpen = -1;

  static std::uint32_t offset(std::uint32_t unit) { return (unit >> 10) << ((unit & 0x200) >> 6); }
  static std::uint32_t label(std::uint32_t unit) { return unit & 0x800000FF; }
  static bool has_leaf(std::uint32_t unit) { return (unit & 0x100) != 0; }

  /// The most leaves on any path from `node` down, itself included; -1 if a path is unsound.
  int most_matches_below(std::size_t node, int depth) {
    if (matches_[node] != kUnseen) return matches_[node];  // kOpen: a loop
    if (depth > kMaxDepth) return -1;
    matches_[node] = kOpen;

    const std::uint32_t unit = read_unit(trie_, node);
    const std::size_t base = node ^ offset(unit);
    if ((base | 0xFF) >= matches_.size()) return -1;

    int below = 0;
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
      const std::size_t child = base ^ byte;
      if (label(read_unit(trie_, child)) != byte) continue;
      const int found = most_matches_below(child, depth + 1);
      if (found < 0) return -1;
      below = std::max(below, found);
    }
    if (has_leaf(unit)) {
      if ((read_unit(trie_, base) & 0x7FFFFFFF) >= replacement_bytes_) return -1;
      ++below;
    }
    if (below > kMaxMatches) return -1;
    matches_[node] = static_cast<std::int8_t>(below);
    return below;
  }

  std::string_view trie_;
  std::size_t replacement_bytes_;
  std::vector<std::int8_t> matches_;
};

}  // namespace

bool is_sound_normalization_map(std::string_view map) {
  if (map.empty()) return true;
  if (map.size() <= 4) return false;
  const std::size_t trie_bytes = read_unit(map, 0);
  map.remove_prefix(4);
  if (trie_bytes % 4 != 0 || trie_bytes >= map.size()) return false;
  return TrieCheck(map.substr(0, trie_bytes), map.size() - trie_bytes).passes();
}

}  // namespace canter
