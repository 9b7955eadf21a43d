#include "hub/content_range.h"

#include <charconv>

namespace canter {

std::optional<std::uint64_t> parse_size(std::string_view text) {
  std::uint64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [next, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || next != end) return std::nullopt;
  return value;
}

std::optional<ContentRange> parse_content_range(std::string_view text) {
  constexpr std::string_view kUnit = "bytes ";
  const std::size_t slash = text.find('/');
  if (!text.starts_with(kUnit) || slash == std::string_view::npos) return std::nullopt;
  const std::string_view range = text.substr(kUnit.size(), slash - kUnit.size());
  const std::string_view total = text.substr(slash + 1);
  ContentRange parsed;
  if (total != "*") {
    parsed.total = parse_size(total);
    if (!parsed.total) return std::nullopt;
  }
  if (range == "*") return parsed;
  const std::size_t dash = range.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  parsed.first = parse_size(range.substr(0, dash));
  const auto last = parse_size(range.substr(dash + 1));
  if (!parsed.first || !last || *last < *parsed.first) return std::nullopt;
  if (parsed.total && *last >= *parsed.total) return std::nullopt;
  parsed.last = *last;
  return parsed;
}

}  // namespace canter
