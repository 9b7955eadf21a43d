#include "base/utf8.h"

namespace canter {
namespace {

enum class Form { kWellFormed, kIllFormed, kUnfinished };

struct Sequence {
  std::size_t length;  // for an ill-formed sequence: of its maximal part, at least 1
  Form form;
};

/// What may follow a lead byte (Unicode, table 3-7): how many bytes, and the range of the first.
struct Continuation {
  int count;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
};

Continuation continuation_of(unsigned char lead) {
  if (lead < 0xC2 || lead > 0xF4) return {0};
  if (lead < 0xE0) return {1};
  switch (lead) {
    case 0xE0:
      return {2, 0xA0, 0xBF};
    case 0xED:
      return {2, 0x80, 0x9F};
    case 0xF0:
      return {3, 0x90, 0xBF};
    case 0xF4:
      return {3, 0x80, 0x8F};
    default:
      return {lead < 0xF0 ? 2 : 3};
  }
}

/// The sequence at the start of `bytes`, which is not empty.
Sequence first_sequence(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  if (lead < 0x80) return {1, Form::kWellFormed};
  Continuation expected = continuation_of(lead);
  if (expected.count == 0) return {1, Form::kIllFormed};
  const std::size_t length = 1 + static_cast<std::size_t>(expected.count);
  for (std::size_t i = 1; i < length; ++i) {
    if (i == bytes.size()) return {i, Form::kUnfinished};
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < expected.low || byte > expected.high) return {i, Form::kIllFormed};
    expected.low = 0x80;
    expected.high = 0xBF;
  }
  return {length, Form::kWellFormed};
}

}  // namespace

std::size_t complete_utf8_prefix(std::string_view bytes) {
  // A lead byte never continues another sequence, so it is enough to look at the last three bytes.
  const std::size_t start = bytes.size() > 3 ? bytes.size() - 3 : 0;
  for (std::size_t i = bytes.size(); i-- > start;) {
    const Sequence last = first_sequence(bytes.substr(i));
    if (last.form == Form::kUnfinished) return i;
    if (static_cast<unsigned char>(bytes[i]) >= 0xC0) break;
  }
  return bytes.size();
}

bool is_valid_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const Sequence sequence = first_sequence(bytes);
    if (sequence.form != Form::kWellFormed) return false;
    bytes.remove_prefix(sequence.length);
  }
  return true;
}

std::string to_valid_utf8(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  while (!bytes.empty()) {
    const Sequence sequence = first_sequence(bytes);
    text += sequence.form == Form::kWellFormed ? bytes.substr(0, sequence.length) : "\uFFFD";
    bytes.remove_prefix(sequence.length);
  }
  return text;
}

std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view kMark = "\uFEFF";
  return text.starts_with(kMark) ? text.substr(kMark.size()) : text;
}

std::string replace_controls(std::string_view text,
                             const std::function<std::string(unsigned control)>& shown) {
  const std::string valid = to_valid_utf8(text);
  std::string result;
  for (std::size_t i = 0; i < valid.size(); ++i) {
    const auto byte = static_cast<unsigned char>(valid[i]);
    // U+0080 to U+009F are C2 80 to C2 9F.
    const auto next = byte == 0xC2 ? static_cast<unsigned char>(valid[i + 1]) : 0xFFu;
    if (byte < 0x20 || byte == 0x7F) {
      result += shown(byte);
    } else if (next < 0xA0) {
      result += shown(next);
      ++i;
    } else {
      result += valid[i];
    }
  }
  return result;
}

std::filesystem::path path_from_utf8(std::string_view text) {
#if defined(_WIN32)
  const std::string valid = to_valid_utf8(text);
  return std::u8string(valid.begin(), valid.end());
#else
  return text;
#endif
}

}  // namespace canter
