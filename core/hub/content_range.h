#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace canter {

/// `bytes 5-9/10`, and `bytes */10` of an answer that there is nothing more.
struct ContentRange {
  std::optional<std::uint64_t> first;
  std::uint64_t last = 0;
  std::optional<std::uint64_t> total;
};

/// none: it is no such header, or contradicts itself.
std::optional<ContentRange> parse_content_range(std::string_view text);

/// A number and nothing else.
std::optional<std::uint64_t> parse_size(std::string_view text);

}  // namespace canter
