#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "chat/jinja/arguments.h"
#include "chat/jinja/filters.h"
#include "chat/jinja/format_spec.h"
#include "chat/jinja/name_table.h"
#include "chat/jinja/numbers.h"
#include "chat/jinja/operators.h"
#include "chat/jinja/printing.h"
#include "chat/jinja/run.h"
#include "chat/jinja/sequences.h"

namespace canter::jinja {
namespace {

Value absolute(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters none(run, "abs", arguments, {}, 0);
  if (const auto integer = subject.integer()) {
    return *integer < 0 ? negate(run, subject) : Value(*integer);
  }
  if (const double* real = subject.as<double>()) return std::abs(*real);
  if (fail_undefined(run, subject)) return {};
  return run.fail("bad operand type for abs(): '" + std::string(subject.type_name()) + "'");
}

std::optional<Int> whole_part(double value) {
  if (!(std::abs(value) < 1e38)) return std::nullopt;
  return static_cast<Int>(value);
}

Value to_integer(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "int", arguments, {"default", "base"}, 0);
  const Value otherwise = given.get(0) != nullptr ? *given.get(0) : Value(0);
  if (const auto integer = subject.integer()) return *integer;
  if (fail_undefined(run, subject)) return {};
  std::optional<double> real = subject.real();
  if (const Text* text = subject.text()) {
    if (const auto integer = parse_integer(text->bytes(), static_cast<int>(given.integer(1, 10)))) {
      return *integer;
    }
    real = parse_real(text->bytes());
  }
  if (!real) return otherwise;
  const std::optional<Int> whole = whole_part(*real);
  return whole ? Value(*whole) : otherwise;
}

Value to_real(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "float", arguments, {"default"}, 0);
  if (fail_undefined(run, subject)) return {};
  std::optional<double> real = subject.real();
  if (const Text* text = subject.text()) real = parse_real(text->bytes());
  if (real) return *real;
  return given.get(0) != nullptr ? *given.get(0) : Value(0.0);
}

/// To so many decimal places of the exact value, halves to even ones.
double rounded(double value, int places) {
  if (!std::isfinite(value) || places > 300) return value;
  if (places < 0) {
    const double unit = std::pow(10.0, -places);
    return std::nearbyint(value / unit) * unit;
  }
  std::string digits(400 + static_cast<std::size_t>(places), '\0');
  std::snprintf(digits.data(), digits.size(), "%.*f", places, value);
  return std::strtod(digits.c_str(), nullptr);
}

Value round(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "round", arguments, {"precision", "method"}, 0);
  const TextPtr method = given.text(1);
  const std::string how = method ? method->bytes() : "common";
  const Int places = given.integer(0, 0);
  if (fail_undefined(run, subject)) return {};
  if (how != "common" && how != "ceil" && how != "floor") {
    return run.fail("method must be common, ceil or floor");
  }
  if (!subject.is_number()) {
    return run.fail("type " + std::string(subject.type_name()) +
                    " doesn't define __round__ method");
  }
  if (places < -300 || places > 10'000) return run.fail("round wants a smaller precision");
  const double value = *subject.real();
  if (how == "common") {
    if (subject.integer() && places >= 0) return *subject.integer();
    const double result = rounded(value, static_cast<int>(places));
    const std::optional<Int> whole = subject.integer() ? whole_part(result) : std::nullopt;
    return whole ? Value(*whole) : Value(result);
  }
  const double unit = std::pow(10.0, static_cast<double>(places));
  return (how == "ceil" ? std::ceil(value * unit) : std::floor(value * unit)) / unit;
}

Value file_size(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "filesizeformat", arguments, {"binary"}, 0);
  const std::optional<double> bytes =
      subject.text() ? parse_real(subject.text()->bytes()) : subject.real();
  if (!bytes) return run.fail("filesizeformat wants a number");
  const bool binary = given.truth(0, false);
  const double base = binary ? 1024 : 1000;
  double size = *bytes;
  if (size == 1) return Value::markup("1 Byte");
  if (size < base) {
    return Value::markup(print_integer(whole_part(size).value_or(0)) + " Bytes");
  }
  constexpr std::string_view kPrefixes = "kMGTPEZY";
  std::size_t prefix = 0;
  for (size /= base; size >= base && prefix + 1 < kPrefixes.size(); size /= base) ++prefix;
  std::string letter(1, kPrefixes[prefix]);
  if (binary) letter = (prefix == 0 ? "K" : letter) + "i";
  FormatSpec one_place;
  one_place.type = 'f';
  one_place.precision = 1;
  return Value::markup(format_real(size, one_place) + " " + letter + "B");
}

}  // namespace

Filter find_number_filter(std::string_view name) {
  static const NameTable<Filter> table = {{"abs", absolute},
                                          {"filesizeformat", file_size},
                                          {"float", to_real},
                                          {"int", to_integer},
                                          {"round", round}};
  return found_in(table, name);
}

}  // namespace canter::jinja
