#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace canter::test {

/// Puts a file together number by number, so that a test can say exactly what is wrong with it.
class ByteBuilder {
 public:
  ByteBuilder& raw(std::string_view text) {
    bytes_ += text;
    return *this;
  }
  template <typename Number>
  ByteBuilder& number(Number value) {
    return raw({reinterpret_cast<const char*>(&value), sizeof value});
  }
  ByteBuilder& u8(std::uint8_t value) { return number(value); }
  ByteBuilder& u32(std::uint32_t value) { return number(value); }
  ByteBuilder& u64(std::uint64_t value) { return number(value); }
  ByteBuilder& string(std::string_view text) { return u64(text.size()).raw(text); }
  ByteBuilder& zeros(std::size_t count) {
    bytes_.append(count, '\0');
    return *this;
  }
  ByteBuilder& pad(std::size_t alignment) {
    return zeros((alignment - bytes_.size() % alignment) % alignment);
  }

  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

inline void write_bytes(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

inline std::string read_bytes(const std::filesystem::path& path) {
  std::ostringstream content;
  content << std::ifstream(path, std::ios::binary).rdbuf();
  return content.str();
}

}  // namespace canter::test
