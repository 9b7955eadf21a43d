#include "tokenizer/text/byte_letters.h"

#include "tokenizer/text/characters.h"

namespace canter {
namespace {

constexpr bool stands_for_itself(int byte) {
  return (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
}

constexpr int kLetters = 0x144;  // the last letter is U+0143

struct Letters {
  std::array<char16_t, 256> of_byte{};
  std::array<std::int16_t, kLetters> to_byte{};

  constexpr Letters() {
    to_byte.fill(-1);
    char16_t next = 0x100;
    for (int byte = 0; byte < 256; ++byte) {
      const char16_t letter = stands_for_itself(byte) ? static_cast<char16_t>(byte) : next++;
      of_byte[static_cast<std::size_t>(byte)] = letter;
      to_byte[letter] = static_cast<std::int16_t>(byte);
    }
  }
};

constexpr Letters kByteLetters;

}  // namespace

void append_byte_letter(std::string& text, std::uint8_t byte) {
  const char16_t letter = kByteLetters.of_byte[byte];
  if (letter < 0x80) {
    text.push_back(static_cast<char>(letter));
  } else {
    text.push_back(static_cast<char>(0xC0 | letter >> 6));
    text.push_back(static_cast<char>(0x80 | (letter & 0x3F)));
  }
}

std::string to_byte_letters(std::string_view bytes) {
  std::string letters;
  letters.reserve(bytes.size() * 2);
  for (const char byte : bytes) append_byte_letter(letters, static_cast<std::uint8_t>(byte));
  return letters;
}

std::optional<std::string> from_byte_letters(std::string_view letters) {
  std::string bytes;
  bytes.reserve(letters.size());
  for (std::size_t at = 0; at < letters.size(); at += character_length(letters[at])) {
    const char32_t letter = code_point_at(letters, at);
    if (letter >= kLetters || kByteLetters.to_byte[letter] < 0) return std::nullopt;
    bytes.push_back(static_cast<char>(kByteLetters.to_byte[letter]));
  }
  return bytes;
}

}  // namespace canter
