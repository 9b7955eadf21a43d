#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace canter {

/// Byte-level vocabularies write each byte as one visible letter (a space as `Ġ`, U+0120):
/// printable Latin-1 characters stand for themselves, the others take the letters from U+0100 on in
/// turn.

void append_byte_letter(std::string& text, std::uint8_t byte);
std::string to_byte_letters(std::string_view bytes);
/// nullopt when a character is no byte's letter.
std::optional<std::string> from_byte_letters(std::string_view letters);

}  // namespace canter
