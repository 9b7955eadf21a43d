#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace canter {

inline constexpr std::string_view kHexDigits = "0123456789ABCDEF";

/// The token that stands for one byte, such as `<0x0A>`.
inline std::string byte_piece(std::uint8_t byte) {
  return {'<', '0', 'x', kHexDigits[byte / 16], kHexDigits[byte % 16], '>'};
}

/// The byte that a byte piece stands for; nullopt for any other text.
inline std::optional<std::uint8_t> byte_of_piece(std::string_view piece) {
  if (piece.size() != 6 || !piece.starts_with("<0x") || piece[5] != '>') return std::nullopt;
  const auto high = kHexDigits.find(piece[3]);
  const auto low = kHexDigits.find(piece[4]);
  if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
  return static_cast<std::uint8_t>(high * 16 + low);
}

}  // namespace canter
