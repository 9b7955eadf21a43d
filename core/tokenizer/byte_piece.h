#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace canter {

/// The byte that a byte piece such as `<0x0A>` stands for; nullopt for any other text.
inline std::optional<std::uint8_t> byte_of_piece(std::string_view piece) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  if (piece.size() != 6 || !piece.starts_with("<0x") || piece[5] != '>') return std::nullopt;
  const auto high = kDigits.find(piece[3]);
  const auto low = kDigits.find(piece[4]);
  if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
  return static_cast<std::uint8_t>(high * 16 + low);
}

}  // namespace canter
