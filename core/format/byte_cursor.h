#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>

namespace canter {

static_assert(std::endian::native == std::endian::little,
              "model files are little-endian and are read in place");

/// Reads numbers and strings one after the other. A read that would pass the end returns false and
/// moves nothing.
class ByteCursor {
 public:
  explicit ByteCursor(std::span<const std::byte> bytes) : bytes_(bytes) {}

  std::uint64_t position() const { return position_; }
  std::uint64_t remaining() const { return bytes_.size() - position_; }

  template <typename Number>
  [[nodiscard]] bool read(Number& number) {
    if (remaining() < sizeof number) return false;
    std::memcpy(&number, bytes_.data() + position_, sizeof number);
    position_ += sizeof number;
    return true;
  }

  /// `bytes` become the next `count` ones, where they lie.
  [[nodiscard]] bool read_bytes(std::uint64_t count, std::span<const std::byte>& bytes) {
    if (count > remaining()) return false;
    bytes = bytes_.subspan(position_, count);
    position_ += count;
    return true;
  }

  /// A 64-bit length, then as many bytes.
  [[nodiscard]] bool read_string(std::string& text) {
    const std::size_t start = position_;
    std::uint64_t length = 0;
    if (!read(length)) return false;
    if (length > remaining()) {
      position_ = start;
      return false;
    }
    text.assign(reinterpret_cast<const char*>(bytes_.data() + position_), length);
    position_ += length;
    return true;
  }

 private:
  std::span<const std::byte> bytes_;
  std::size_t position_ = 0;
};

}  // namespace canter
