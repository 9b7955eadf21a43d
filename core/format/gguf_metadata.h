#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/error.h"
#include "format/byte_cursor.h"
#include "format/gguf.h"

namespace canter {

inline constexpr std::string_view kGgufAlignmentKey = "general.alignment";
inline constexpr std::uint64_t kGgufDefaultAlignment = 32;

/// The format asks for a multiple of 8; what is larger than this is no alignment but damage.
inline constexpr std::uint64_t kGgufLargestAlignment = 1u << 20;
constexpr bool is_gguf_alignment(std::int64_t n) {
  return n > 0 && n % 8 == 0 && n <= static_cast<std::int64_t>(kGgufLargestAlignment);
}

/// Bytes of one value in a file; 0 for strings, arrays, and numbers that name no type.
std::uint64_t gguf_value_width(GgufValueType type);

bool is_gguf_integer(GgufValueType type);  ///< bool included
bool is_gguf_float(GgufValueType type);

using GgufMetadata = std::map<std::string, GgufValue, std::less<>>;

/// Reads `count` keys with their values from where the cursor stands. `file` is the quoted name for
/// messages.
Result<GgufMetadata> read_gguf_metadata(ByteCursor& cursor, std::uint64_t count,
                                        const std::string& file);

}  // namespace canter
