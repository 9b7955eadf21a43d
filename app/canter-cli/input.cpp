#include "input.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/file.h"
#include "base/io_error.h"
#include "base/machine.h"
#include "base/utf8.h"
#include "chat/chat_json.h"
#include "terminal.h"

namespace canter::cli {
namespace {

constexpr std::uint64_t kInputLimit = 64u << 20;

Result<std::string> read_standard_input() {
  std::string text;
  std::array<char, 1 << 16> buffer;
  while (true) {
    const std::ptrdiff_t count = terminal::read_input(buffer.data(), buffer.size());
    if (count == 0) return text;
    if (count < 0) return io_failure("read", "standard input", errno);
    text.append(buffer.data(), static_cast<std::size_t>(count));
    if (text.size() > kInputLimit) {
      return fail(ErrorKind::kTooLarge, "standard input holds more than " +
                                            format_bytes(kInputLimit) + ", give a shorter text");
    }
  }
}

std::string source_name(const std::string& path) {
  return path == "-" ? "standard input" : path;
}

}  // namespace

Outcome<std::string> read_input(const std::string& path) {
  Result<std::string> text =
      path == "-" ? read_standard_input() : read_text_file(path_from_utf8(path), kInputLimit);
  if (!text) return data_failure(text.error());
  return std::string(without_byte_order_mark(*text));
}

Outcome<std::vector<int>> parse_numbers(std::string_view list, const std::string& option,
                                        const std::string& example) {
  std::vector<int> numbers;
  const char* position = list.data();
  const char* const end = position + list.size();
  while (true) {
    int number = -1;
    const auto [rest, error] = std::from_chars(position, end, number);
    const bool separated = rest == end || *rest == ',';
    if (error != std::errc() || number < 0 || !separated) {
      return usage_failure(option + " is no list of numbers, write them like " + option + " " +
                           example);
    }
    numbers.push_back(number);
    if (rest == end) return numbers;
    position = rest + 1;
  }
}

Outcome<std::vector<TokenId>> parse_tokens(std::string_view list) {
  return parse_numbers(list, "--tokens", "1,529,318");
}

Outcome<std::vector<ChatMessage>> read_chat(const std::string& path) {
  const Outcome<std::string> text = read_input(path);
  if (!text) return tl::unexpected(text.error());
  const auto document = parse_chat_json(*text, source_name(path));
  if (!document) return request_failure(document.error());
  auto messages = read_chat_messages(*document, source_name(path));
  if (!messages) return request_failure(messages.error());
  return std::move(*messages);
}

}  // namespace canter::cli
