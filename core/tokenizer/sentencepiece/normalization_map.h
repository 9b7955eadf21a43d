#pragma once

#include <string_view>

namespace canter {

/// Whether sentencepiece can walk through this `precompiled_charsmap` without leaving it. The
/// library itself trusts the bytes. An empty map is sound.
///
/// Layout: 32-bit size of a double-array trie in bytes, the trie (32-bit units), then the
/// replacement strings, each ended by a zero byte. Little-endian.
bool is_sound_normalization_map(std::string_view map);

}  // namespace canter
