#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace canter {

/// One field of a serialised protocol buffer. `bytes` is set for length-delimited fields, `number`
/// for all others (floats by their bit pattern).
struct ProtobufField {
  std::uint32_t id = 0;
  std::uint32_t wire_type = 0;
  std::uint64_t number = 0;
  std::string_view bytes;

  float as_float() const;
};

/// Walks over the fields of one message. The installed sentencepiece has no header for its
/// messages, hence this much of the wire format.
class ProtobufReader {
 public:
  explicit ProtobufReader(std::string_view message) : rest_(message) {}

  /// nullopt at the end, or where the bytes make no sense: then `failed()`.
  std::optional<ProtobufField> next();
  bool failed() const { return failed_; }

 private:
  std::optional<std::uint64_t> read_varint();
  std::optional<std::string_view> read_bytes(std::uint64_t count);

  std::string_view rest_;
  bool failed_ = false;
};

class ProtobufWriter {
 public:
  void add_number(std::uint32_t id, std::uint64_t value);
  void add_float(std::uint32_t id, float value);
  void add_bytes(std::uint32_t id, std::string_view value);

  const std::string& message() const { return message_; }

 private:
  void write_varint(std::uint64_t value);

  std::string message_;
};

}  // namespace canter
