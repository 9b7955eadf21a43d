#include <cmath>
#include <optional>

#include "chat/jinja/format.h"
#include "chat/jinja/format_spec.h"
#include "chat/jinja/printing.h"
#include "chat/jinja/run.h"
#include "chat/jinja/sequences.h"
#include "chat/jinja/unicode.h"

namespace canter::jinja {
namespace {

class PercentFormatter {
 public:
  PercentFormatter(Run& run, const Text& text, const Value& values)
      : run_(run), text_(text), bytes_(text.bytes()), values_(values), out_(run) {}

  Value run() {
    while (position_ < bytes_.size() && !run_.failed()) {
      const std::size_t percent = std::min(bytes_.find('%', position_), bytes_.size());
      out_.append(text_, position_, percent);
      position_ = percent;
      if (percent < bytes_.size()) convert();
    }
    // Python takes everything that has keys or indices for a mapping, and most of it may be unused.
    const bool is_mapping = values_.dict() != nullptr || (values_.list() && !values_.is_tuple());
    const bool all_used = next_ >= count() || is_mapping;
    if (!all_used) run_.fail("not all arguments converted during string formatting");
    return out_.take();
  }

 private:
  char current() const { return position_ < bytes_.size() ? bytes_[position_] : '\0'; }
  std::size_t count() const { return values_.is_tuple() ? values_.list()->items.size() : 1; }

  Value next_value() {
    if (next_ >= count()) return run_.fail("not enough arguments for format string");
    return values_.is_tuple() ? values_.list()->items[next_++] : (++next_, values_);
  }

  /// `(name)` behind the `%`.
  std::optional<Value> read_named() {
    if (current() != '(') return std::nullopt;
    const std::size_t end = bytes_.find(')', position_);
    const Dict* dict = values_.dict();
    if (end == std::string_view::npos || dict == nullptr) {
      return run_.fail(dict == nullptr ? "format requires a mapping" : "incomplete format key");
    }
    const std::string name(bytes_.substr(position_ + 1, end - position_ - 1));
    position_ = end + 1;
    const Value* found = dict->find(name);
    return found != nullptr ? *found : run_.fail("the format's key '" + name + "' is not there");
  }

  /// Digits, or `*` for the next value.
  std::size_t read_size() {
    if (current() == '*') {
      ++position_;
      const auto given = next_value().integer();
      if (given && *given >= 0 && *given <= 10'000) return static_cast<std::size_t>(*given);
      run_.fail("* wants an integer");
      return 0;
    }
    std::string_view rest = bytes_.substr(position_);
    const std::optional<std::size_t> size = read_count(rest);
    position_ = bytes_.size() - rest.size();
    if (!size) run_.fail("width too big");
    return size.value_or(0);
  }

  void convert() {
    ++position_;
    std::optional<Value> value = read_named();
    FormatSpec spec;
    bool zeros = false;
    bool left = false;
    for (; std::string_view("-+ #0").find(current()) != std::string_view::npos && current() != '\0';
         ++position_) {
      const char flag = current();
      if (flag == '-') left = true;
      if (flag == '0') zeros = true;
      if (flag == '#') spec.alternate = true;
      if (flag == '+' || (flag == ' ' && spec.sign == '-')) spec.sign = flag;
    }
    spec.width = read_size();
    if (current() == '.') {
      ++position_;
      spec.precision = read_size();
    }
    while (current() == 'h' || current() == 'l' || current() == 'L') ++position_;
    if (position_ >= bytes_.size()) {
      run_.fail("incomplete format");
      return;
    }
    spec.type = current();
    ++position_;
    spec.align = left ? '<' : '>';
    if (spec.type == '%') return out_.append("%");
    if (!value) value = next_value();
    if (!run_.failed()) append(*value, spec, zeros && !left);
  }

  void append(const Value& value, FormatSpec spec, bool zeros) {
    const char type = spec.type;
    if (type == 's') return append_padded(out_, *to_text(run_, value), spec, '>');
    if (type == 'r' || type == 'a') {
      TextBuilder quoted(run_);
      print_quoted(run_, quoted, value);
      return append_padded(out_, quoted.take(), spec, '>');
    }
    if (type == 'c' && value.text() && value.text()->length() == 1) {
      return append_padded(out_, *value.text(), spec, '>');
    }
    const bool whole = std::string_view("diuxXoc").find(type) != std::string_view::npos;
    const bool real = std::string_view("eEfFgG").find(type) != std::string_view::npos;
    if (!whole && !real) {
      run_.fail(std::string("unsupported format character '") + type + "'");
      return;
    }
    if (!value.is_number()) {
      run_.fail(std::string("%") + type + " format: a real number is required, not " +
                std::string(value.type_name()));
      return;
    }
    if (zeros) {
      spec.fill = "0";
      spec.align = '=';
    }
    const double number = *value.real();
    std::string text;
    if (real) {
      text = format_real(number, spec);
    } else if (const auto integer = value.integer()) {
      text = format_integer(run_, *integer, spec);
    } else if (std::abs(number) < 1e38) {
      text = format_integer(run_, static_cast<Int>(number), spec);
    } else {
      run_.fail("a number is too large");
    }
    spec.fill = " ";
    spec.precision.reset();
    append_padded(out_, Text(text, false), spec, '>');
  }

  Run& run_;
  const Text& text_;
  std::string_view bytes_;
  const Value& values_;
  TextBuilder out_;
  std::size_t position_ = 0;
  std::size_t next_ = 0;  // value
};

}  // namespace

Value format_percent(Run& run, const Text& text, const Value& values) {
  return PercentFormatter(run, text, values).run();
}

}  // namespace canter::jinja
