#include "math/chemistry.h"

#include <algorithm>
#include <array>
#include <utility>

namespace canter::ui::math {
namespace {

bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
bool is_sign(char32_t c) {
  return c == U'+' || c == U'-';
}

class Translator {
 public:
  explicit Translator(std::u32string_view text) : text_(text) {}

  std::u32string translate() {
    while (at_ < text_.size()) {
      const bool done = arrow() || letters() || count() || charge() || script();
      if (!done) out_ += text_[at_++];
    }
    return std::move(out_);
  }

 private:
  char32_t at(std::size_t place) const { return place < text_.size() ? text_[place] : U' '; }
  bool behind_atom() const {
    return at_ > 0 && (is_letter(at(at_ - 1)) || at(at_ - 1) == U')' || at(at_ - 1) == U']');
  }

  template <typename Belongs>
  std::u32string_view run(const Belongs& belongs) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && belongs(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  bool arrow() {
    constexpr std::array<std::pair<std::u32string_view, std::u32string_view>, 4> kArrows = {
        {{U"<=>", U"\\rightleftharpoons "},
         {U"<->", U"\\leftrightarrow "},
         {U"->", U"\\rightarrow "},
         {U"<-", U"\\leftarrow "}}};
    for (const auto& [written, tex] : kArrows) {
      if (text_.substr(at_, written.size()) != written) continue;
      out_ += tex;
      at_ += written.size();
      return true;
    }
    return false;
  }

  bool letters() {
    const std::u32string_view name = run(is_letter);
    if (!name.empty()) (out_ += U"\\mathrm{").append(name) += U'}';
    return !name.empty();
  }

  /// How many atoms or groups; before them it is a factor.
  bool count() {
    const bool lowered = behind_atom();
    const std::u32string_view number = run(is_digit);
    if (number.empty()) return false;
    if (lowered) out_ += U"_{";
    out_ += number;
    out_ += lowered ? U"}" : U"\\,";
    return true;
  }

  /// A sign directly behind an atom that nothing follows.
  bool charge() {
    const bool joined = at_ > 0 && (behind_atom() || is_digit(at(at_ - 1)));
    const char32_t next = at(at_ + 1);
    if (!is_sign(at(at_)) || !joined || is_letter(next) || is_digit(next)) return false;
    (out_ += U"^{") += text_[at_++];
    out_ += U'}';
    return true;
  }

  /// `^2-`, which ends with the sign, or `^{2-}`.
  bool script() {
    if (at(at_) != U'^') return false;
    if (at(at_ + 1) == U'{') {
      out_ += run([](char32_t c) { return c != U'}'; });
      return true;
    }
    ++at_;
    (out_ += U"^{").append(run(is_digit)).append(run(is_sign)) += U'}';
    return true;
  }

  std::u32string_view text_;
  std::u32string out_;
  std::size_t at_ = 0;
};

}  // namespace

std::u32string chemistry_as_tex(std::u32string_view text) {
  return Translator(text).translate();
}

}  // namespace canter::ui::math
