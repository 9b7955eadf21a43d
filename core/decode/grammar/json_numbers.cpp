#include "decode/grammar/json_numbers.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace canter {
namespace {

/// What models write at most where nothing bounds it: doubles hold no more.
constexpr std::int64_t kUsualEnd = 9'999'999'999'999'999;

constexpr std::string_view kFraction = "( \".\" [0-9]{1,16} )?";
constexpr std::string_view kNoFraction = "( \".\" \"0\"{1,16} )?";

std::string one_of(const std::vector<std::string>& ways) {
  std::string text = "(";
  for (std::size_t i = 0; i < ways.size(); ++i) text += (i > 0 ? " | " : " ") + ways[i];
  return text + " )";
}

std::string any_digits(std::size_t count) {
  return count == 0 ? std::string() : " [0-9]{" + std::to_string(count) + "}";
}

/// Numbers of as many digits as both have, leading zeros included.
std::string of_equal_length(const std::string& least, const std::string& most) {
  if (least.empty()) return {};
  const std::string least_rest = least.substr(1), most_rest = most.substr(1);
  const std::size_t rest = least_rest.size();
  if (least[0] == most[0])
    return "\"" + least.substr(0, 1) + "\" " + of_equal_length(least_rest, most_rest);
  std::vector<std::string> ways;
  char low = least[0], high = most[0];
  if (least_rest.find_first_not_of('0') != std::string::npos)
    ways.push_back("\"" + std::string(1, low++) + "\" " +
                   of_equal_length(least_rest, std::string(rest, '9')));
  if (most_rest.find_first_not_of('9') != std::string::npos)
    ways.push_back("\"" + std::string(1, high--) + "\" " +
                   of_equal_length(std::string(rest, '0'), most_rest));
  if (low <= high) ways.push_back("[" + std::string{low, '-', high} + "]" + any_digits(rest));
  return one_of(ways);
}

/// 0 <= least <= most.
std::string of_naturals(std::int64_t least, std::int64_t most) {
  std::vector<std::string> ways;
  for (std::int64_t first = 0, end = 10;; first = end, end *= 10) {
    const std::int64_t from = std::max(least, first), to = std::min(most, end - 1);
    if (from <= to) ways.push_back(of_equal_length(std::to_string(from), std::to_string(to)));
    if (most < end) return one_of(ways);
  }
}

/// Of numbers 0 <= least <= x <= most.
std::string of_positive_numbers(std::int64_t least, std::int64_t most) {
  std::vector<std::string> ways;
  if (least < most) ways.push_back(of_naturals(least, most - 1) + " " + std::string(kFraction));
  ways.push_back(of_naturals(most, most) + " " + std::string(kNoFraction));
  return one_of(ways);
}

template <typename OfPositive>
std::string of_both_signs(const NumberBounds& bounds, const OfPositive& of_positive) {
  const std::int64_t least = bounds.least.value_or(
      bounds.most && *bounds.most < -kUsualEnd ? -kFarthestBound : -kUsualEnd);
  const std::int64_t most =
      bounds.most.value_or(bounds.least && *bounds.least > kUsualEnd ? kFarthestBound : kUsualEnd);
  std::vector<std::string> ways;
  if (most >= 0) ways.push_back(of_positive(std::max<std::int64_t>(least, 0), most));
  if (least < 0) ways.push_back("\"-\" " + of_positive(std::max<std::int64_t>(-most, 0), -least));
  return one_of(ways);
}

}  // namespace

std::string gbnf_of_integers(const NumberBounds& bounds) {
  return of_both_signs(bounds, of_naturals);
}

std::string gbnf_of_numbers(const NumberBounds& bounds) {
  return of_both_signs(bounds, of_positive_numbers);
}

}  // namespace canter
