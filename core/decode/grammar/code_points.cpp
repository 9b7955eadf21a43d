#include "decode/grammar/code_points.h"

#include <algorithm>
#include <utility>

namespace canter {

CodePoints::CodePoints(std::vector<Range> ranges) {
  std::ranges::sort(ranges);
  for (const Range& range : ranges) {
    if (ranges_.empty() || range.first > ranges_.back().last + 1)
      ranges_.push_back(range);
    else
      ranges_.back().last = std::max(ranges_.back().last, range.last);
  }
}

const CodePoints::Range* CodePoints::first_reaching(char32_t point) const {
  const auto found = std::ranges::lower_bound(ranges_, point, {}, &Range::last);
  return found == ranges_.end() ? nullptr : &*found;
}

bool CodePoints::meets(Range range) const {
  const Range* found = first_reaching(range.first);
  return found && found->first <= range.last;
}

bool CodePoints::covers(Range range) const {
  const Range* found = first_reaching(range.first);
  return found && found->first <= range.first && found->last >= range.last;
}

CodePoints CodePoints::inverted() const {
  CodePoints others;
  char32_t next = 0;
  for (const Range& range : ranges_) {
    if (range.first > next) others.ranges_.push_back({next, range.first - 1});
    next = range.last + 1;
  }
  if (next <= kLastCodePoint) others.ranges_.push_back({next, kLastCodePoint});
  return others;
}

CodePoints CodePoints::with(const CodePoints& other) const {
  auto ranges = ranges_;
  ranges.insert(ranges.end(), other.ranges_.begin(), other.ranges_.end());
  return CodePoints(std::move(ranges));
}

CodePoints CodePoints::without(const CodePoints& other) const {
  return inverted().with(other).inverted();
}

std::string utf8_of(char32_t point) {
  if (point < 0x80) return {char(point)};
  if (point < 0x800) return {char(0xC0 | point >> 6), char(0x80 | (point & 0x3F))};
  if (point < 0x10000)
    return {char(0xE0 | point >> 12), char(0x80 | (point >> 6 & 0x3F)),
            char(0x80 | (point & 0x3F))};
  return {char(0xF0 | point >> 18), char(0x80 | (point >> 12 & 0x3F)),
          char(0x80 | (point >> 6 & 0x3F)), char(0x80 | (point & 0x3F))};
}

std::u32string code_points_of(std::string_view text) {
  std::u32string points;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      points.push_back(byte);
    else if (byte < 0xC0)
      points.back() = points.back() << 6 | (byte & 0x3F);
    else
      points.push_back(byte & (byte < 0xE0 ? 0x1F : byte < 0xF0 ? 0x0F : 0x07));
  }
  return points;
}

}  // namespace canter
