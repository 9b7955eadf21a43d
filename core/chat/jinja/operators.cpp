#include "chat/jinja/operators.h"

#include <array>
#include <cmath>
#include <limits>

#include "chat/jinja/format.h"
#include "chat/jinja/run.h"
#include "chat/jinja/sequences.h"

namespace canter::jinja {
namespace {

constexpr std::array<std::string_view, 7> kSymbols = {"+", "-", "*", "/", "//", "%", "** or pow()"};

Value overflow(Run& run) {
  return run.fail("a number is too large");
}

Value divided_by_zero(Run& run) {
  return run.fail("division by zero");
}

Value integer_power(Run& run, Int base, Int exponent) {
  if (exponent < 0) {
    if (base == 0) return divided_by_zero(run);
    return std::pow(static_cast<double>(base), static_cast<double>(exponent));
  }
  if (base == 0 || base == 1) return exponent == 0 ? Int{1} : base;
  if (base == -1) return exponent % 2 == 0 ? Int{1} : base;
  Int result = 1;
  for (; exponent > 0; --exponent) {
    if (__builtin_mul_overflow(result, base, &result)) return overflow(run);
  }
  return result;
}

Value calculate_integers(Run& run, Arithmetic operation, Int left, Int right) {
  Int result = 0;
  bool too_large = false;
  switch (operation) {
    case Arithmetic::kAdd:
      too_large = __builtin_add_overflow(left, right, &result);
      break;
    case Arithmetic::kSubtract:
      too_large = __builtin_sub_overflow(left, right, &result);
      break;
    case Arithmetic::kMultiply:
      too_large = __builtin_mul_overflow(left, right, &result);
      break;
    case Arithmetic::kPower:
      return integer_power(run, left, right);
    case Arithmetic::kDivide:
      if (right == 0) return divided_by_zero(run);
      return static_cast<double>(left) / static_cast<double>(right);
    case Arithmetic::kFloorDivide:
    case Arithmetic::kModulo: {
      if (right == 0) return divided_by_zero(run);
      if (right == -1) {  // the least integer has no opposite
        if (operation == Arithmetic::kModulo) return Int{0};
        too_large = __builtin_sub_overflow(Int{0}, left, &result);
        break;
      }
      const Int remainder = left % right;
      const bool down = remainder != 0 && (remainder < 0) != (right < 0);
      if (operation == Arithmetic::kModulo) return down ? remainder + right : remainder;
      return left / right - (down ? 1 : 0);
    }
  }
  return too_large ? overflow(run) : Value(result);
}

Value calculate_reals(Run& run, Arithmetic operation, double left, double right) {
  const bool divides = operation == Arithmetic::kDivide || operation == Arithmetic::kFloorDivide ||
                       operation == Arithmetic::kModulo;
  if (divides && right == 0) return divided_by_zero(run);
  switch (operation) {
    case Arithmetic::kAdd:
      return left + right;
    case Arithmetic::kSubtract:
      return left - right;
    case Arithmetic::kMultiply:
      return left * right;
    case Arithmetic::kDivide:
      return left / right;
    case Arithmetic::kFloorDivide:
    case Arithmetic::kModulo: {
      double remainder = std::fmod(left, right);
      if (remainder != 0 && (remainder < 0) != (right < 0)) remainder += right;
      if (remainder == 0) remainder = std::copysign(0.0, right);
      if (operation == Arithmetic::kModulo) return remainder;
      return std::round((left - remainder) / right);
    }
    case Arithmetic::kPower: {
      if (left == 0 && right < 0) return divided_by_zero(run);
      const double result = std::pow(left, right);
      if (std::isnan(result) && !std::isnan(left) && !std::isnan(right)) {
        return run.fail("complex numbers are not supported");
      }
      if (std::isinf(result) && std::isfinite(left) && std::isfinite(right)) return overflow(run);
      return result;
    }
  }
  return {};
}

Value joined_texts(Run& run, const Text& left, const Text& right) {
  TextBuilder out(run);
  out.append(left);
  out.append(right);
  return out.take();
}

Value joined_lists(Run& run, const List& left, const List& right) {
  std::vector<Value> items = left.items;
  items.insert(items.end(), right.items.begin(), right.items.end());
  return left.is_tuple ? make_tuple(run, std::move(items)) : make_list(run, std::move(items));
}

Value repeated(Run& run, const Value& value, Int count) {
  const std::size_t length =
      value.text() ? value.text()->bytes().size() : value.list()->items.size();
  const Int times = count < 0 || length == 0 ? Int{0} : count;
  if (times > std::numeric_limits<std::int32_t>::max()) {
    run.fail(ErrorKind::kTooLarge, "it takes too much memory");
    return {};
  }
  TextBuilder out(run);
  std::vector<Value> items;
  for (Int i = 0; i < times && run.take_steps(length / 64 + 1); ++i) {
    if (const Text* text = value.text()) {
      out.append(*text);
    } else if (run.take_memory(length * sizeof(Value))) {
      const std::vector<Value>& once = value.list()->items;
      items.insert(items.end(), once.begin(), once.end());
    }
  }
  if (value.text()) return out.take();
  return value.is_tuple() ? make_tuple(run, std::move(items)) : make_list(run, std::move(items));
}

bool can_repeat(const Value& value) {
  return value.text() != nullptr || value.list() != nullptr;
}

Value unsupported(Run& run, Arithmetic operation, const Value& left, const Value& right) {
  if (fail_undefined(run, left) || fail_undefined(run, right)) return {};
  if (operation == Arithmetic::kAdd && (left.text() || left.list())) {
    const std::string type(left.type_name());
    return run.fail("can only concatenate " + type + " (not \"" + std::string(right.type_name()) +
                    "\") to " + type);
  }
  return run.fail("unsupported operand type(s) for " +
                  std::string(kSymbols[static_cast<std::size_t>(operation)]) + ": '" +
                  std::string(left.type_name()) + "' and '" + std::string(right.type_name()) + "'");
}

}  // namespace

Value calculate(Run& run, Arithmetic operation, const Value& left, const Value& right) {
  const auto a = left.integer();
  const auto b = right.integer();
  if (a && b) return calculate_integers(run, operation, *a, *b);
  if (left.is_number() && right.is_number()) {
    return calculate_reals(run, operation, *left.real(), *right.real());
  }
  if (operation == Arithmetic::kModulo && left.text()) {
    return format_percent(run, *left.text(), right);
  }
  if (operation == Arithmetic::kAdd) {
    if (left.text() && right.text()) return joined_texts(run, *left.text(), *right.text());
    if (left.list() && right.list() && left.is_tuple() == right.is_tuple()) {
      return joined_lists(run, *left.list(), *right.list());
    }
  }
  if (operation == Arithmetic::kMultiply) {
    if (can_repeat(left) && b) return repeated(run, left, *b);
    if (can_repeat(right) && a) return repeated(run, right, *a);
  }
  return unsupported(run, operation, left, right);
}

Value negate(Run& run, const Value& value) {
  if (const auto integer = value.integer()) {
    return calculate_integers(run, Arithmetic::kSubtract, 0, *integer);
  }
  if (const double* real = value.as<double>()) return -*real;
  if (fail_undefined(run, value)) return {};
  return run.fail("bad operand type for unary -: '" + std::string(value.type_name()) + "'");
}

Value positive(Run& run, const Value& value) {
  if (const auto integer = value.integer()) return *integer;
  if (value.is<double>()) return value;
  if (fail_undefined(run, value)) return {};
  return run.fail("bad operand type for unary +: '" + std::string(value.type_name()) + "'");
}

}  // namespace canter::jinja
