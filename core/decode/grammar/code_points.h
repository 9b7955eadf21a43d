#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace canter {

inline constexpr char32_t kLastCodePoint = 0x10FFFF;

/// A set of Unicode code points.
class CodePoints {
 public:
  struct Range {
    char32_t first = 0;
    char32_t last = 0;

    auto operator<=>(const Range&) const = default;
  };

  CodePoints() = default;
  explicit CodePoints(std::vector<Range> ranges);
  static CodePoints one(char32_t point) { return CodePoints({{point, point}}); }
  static CodePoints all() { return CodePoints({{0, kLastCodePoint}}); }

  bool empty() const { return ranges_.empty(); }
  /// In order, apart from each other.
  const std::vector<Range>& ranges() const { return ranges_; }

  bool contains(char32_t point) const { return meets({point, point}); }
  /// Any of `range`?
  bool meets(Range range) const;
  /// All of `range`?
  bool covers(Range range) const;

  CodePoints inverted() const;
  CodePoints with(const CodePoints& other) const;
  CodePoints without(const CodePoints& other) const;

  auto operator<=>(const CodePoints&) const = default;

 private:
  const Range* first_reaching(char32_t point) const;

  std::vector<Range> ranges_;
};

/// One code point as UTF-8.
std::string utf8_of(char32_t point);

/// The code points of well-formed UTF-8.
std::u32string code_points_of(std::string_view text);

}  // namespace canter
