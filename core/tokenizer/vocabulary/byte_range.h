#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace canter {

/// From `begin` up to, not including, `end`.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Sorted and disjoint ranges, asked about places from left to right.
class RangeCursor {
 public:
  explicit RangeCursor(std::span<const ByteRange> ranges) : ranges_(ranges) {}

  /// Whether [begin, end) has a byte in common with a range. `begin` never falls.
  bool touches(std::size_t begin, std::size_t end) {
    while (next_ < ranges_.size() && ranges_[next_].end <= begin) ++next_;
    return next_ < ranges_.size() && ranges_[next_].begin < end;
  }

 private:
  std::span<const ByteRange> ranges_;
  std::size_t next_ = 0;
};

/// The parts of the ranges within `window`, counted from its beginning.
inline std::vector<ByteRange> cut_ranges(std::span<const ByteRange> ranges, ByteRange window) {
  std::vector<ByteRange> inside;
  const auto first =
      std::partition_point(ranges.begin(), ranges.end(),
                           [&](const ByteRange& range) { return range.end <= window.begin; });
  for (auto range = first; range != ranges.end() && range->begin < window.end; ++range) {
    inside.push_back({std::max(range->begin, window.begin) - window.begin,
                      std::min(range->end, window.end) - window.begin});
  }
  return inside;
}

}  // namespace canter
