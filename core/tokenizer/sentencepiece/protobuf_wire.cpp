#include "tokenizer/sentencepiece/protobuf_wire.h"

#include <bit>

namespace canter {
namespace {

constexpr std::uint32_t kVarint = 0;
constexpr std::uint32_t kFixed64 = 1;
constexpr std::uint32_t kDelimited = 2;
constexpr std::uint32_t kFixed32 = 5;

std::uint64_t little_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) {
    value = value << 8 | static_cast<unsigned char>(bytes[i]);
  }
  return value;
}

}  // namespace

float ProtobufField::as_float() const {
  return std::bit_cast<float>(static_cast<std::uint32_t>(number));
}

std::optional<std::uint64_t> ProtobufReader::read_varint() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

std::optional<std::string_view> ProtobufReader::read_bytes(std::uint64_t count) {
  if (count > rest_.size()) return std::nullopt;
  const auto bytes = rest_.substr(0, count);
  rest_.remove_prefix(count);
  return bytes;
}

std::optional<ProtobufField> ProtobufReader::next() {
  if (failed_ || rest_.empty()) return std::nullopt;
  failed_ = true;  // until the field has been read whole

  const auto key = read_varint();
  if (!key || *key >> 3 == 0 || *key >> 32 != 0) return std::nullopt;
  ProtobufField field;
  field.id = static_cast<std::uint32_t>(*key >> 3);
  field.wire_type = static_cast<std::uint32_t>(*key & 7);

  if (field.wire_type == kVarint) {
    const auto value = read_varint();
    if (!value) return std::nullopt;
    field.number = *value;
  } else if (field.wire_type == kDelimited) {
    const auto size = read_varint();
    const auto bytes = size ? read_bytes(*size) : std::nullopt;
    if (!bytes) return std::nullopt;
    field.bytes = *bytes;
  } else if (field.wire_type == kFixed32 || field.wire_type == kFixed64) {
    const auto bytes = read_bytes(field.wire_type == kFixed32 ? 4 : 8);
    if (!bytes) return std::nullopt;
    field.number = little_endian(*bytes);
  } else {
    return std::nullopt;
  }
  failed_ = false;
  return field;
}

void ProtobufWriter::write_varint(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) message_.push_back(static_cast<char>(value | 0x80));
  message_.push_back(static_cast<char>(value));
}

void ProtobufWriter::add_number(std::uint32_t id, std::uint64_t value) {
  write_varint(std::uint64_t{id} << 3 | kVarint);
  write_varint(value);
}

void ProtobufWriter::add_float(std::uint32_t id, float value) {
  write_varint(std::uint64_t{id} << 3 | kFixed32);
  const auto bits = std::bit_cast<std::uint32_t>(value);
  for (int shift = 0; shift < 32; shift += 8) message_.push_back(static_cast<char>(bits >> shift));
}

void ProtobufWriter::add_bytes(std::uint32_t id, std::string_view value) {
  write_varint(std::uint64_t{id} << 3 | kDelimited);
  write_varint(value.size());
  message_ += value;
}

}  // namespace canter
