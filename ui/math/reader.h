#pragma once

#include <string>
#include <string_view>

namespace canter::ui::math {

/// Walks through the source of a formula.
class Reader {
 public:
  explicit Reader(std::u32string_view tex) : tex_(tex) {}

  bool at_end() const { return at_ >= tex_.size(); }
  char32_t peek() const { return at_end() ? 0 : tex_[at_]; }
  char32_t next() { return at_end() ? 0 : tex_[at_++]; }
  std::size_t place() const { return at_; }
  void go_to(std::size_t place) { at_ = place; }
  void go_to_end() { at_ = tex_.size(); }
  std::u32string_view since(std::size_t place) const { return tex_.substr(place, at_ - place); }

  void skip_blanks();
  /// Whether that comes next, behind blanks; it is read then.
  bool take(char32_t c);
  /// The command that comes next, `frac` or `,`; empty: none does.
  std::string peek_command() const;
  std::string command();
  /// What stands in the braces that come next, as it is written; one character without braces.
  std::u32string braced();
  /// The same in square brackets; empty: there are none.
  std::u32string bracketed();

 private:
  std::u32string_view tex_;
  std::size_t at_ = 0;
};

/// `1.5em`, `10pt`, `3mu` in em; 0 where that is no length.
double length_in_em(std::u32string_view text);

/// The ASCII of a name; other characters become `?`.
std::string ascii(std::u32string_view text);

}  // namespace canter::ui::math
