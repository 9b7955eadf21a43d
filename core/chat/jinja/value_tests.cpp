#include "chat/jinja/value_tests.h"
#include "chat/jinja/name_table.h"

#include "chat/jinja/arguments.h"
#include "chat/jinja/comparison.h"
#include "chat/jinja/filters.h"
#include "chat/jinja/methods.h"
#include "chat/jinja/operators.h"
#include "chat/jinja/printing.h"
#include "chat/jinja/run.h"
#include "chat/jinja/sequences.h"

namespace canter::jinja {
namespace {

template <bool (*holds)(const Value&)>
bool plain(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters none(run, "a test", arguments, {}, 0);
  return holds(subject);
}

bool is_defined(const Value& value) {
  return !value.is_undefined();
}
bool is_undefined(const Value& value) {
  return value.is_undefined();
}
bool is_none(const Value& value) {
  return value.is_none();
}
bool is_boolean(const Value& value) {
  return value.is<bool>();
}
bool is_false(const Value& value) {
  return value.is<bool>() && !*value.as<bool>();
}
bool is_really_true(const Value& value) {
  return value.is<bool>() && *value.as<bool>();
}
bool is_integer(const Value& value) {
  return value.is<Int>();
}
bool is_float(const Value& value) {
  return value.is<double>();
}
bool is_number(const Value& value) {
  return value.is_number();
}
bool is_string(const Value& value) {
  return value.is_text();
}
bool is_mapping(const Value& value) {
  return value.dict() != nullptr;
}
bool is_callable(const Value& value) {
  return value.object() != nullptr && value.object()->is_callable();
}
bool is_sequence(const Value& value) {
  return value.is_undefined() || value.text() || value.list() || value.dict() || value.range();
}
bool is_escaped(const Value&) {
  return false;
}

template <int remainder>
bool leaves(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters none(run, "a test", arguments, {}, 0);
  const Value rest = calculate(run, Arithmetic::kModulo, subject, 2);
  return equal(run, rest, remainder);
}

bool is_divisible(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "divisibleby", arguments, {"num"}, 1);
  return equal(run, calculate(run, Arithmetic::kModulo, subject, given.value(0)), 0);
}

bool is_same(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "sameas", arguments, {"other"}, 1);
  return same(subject, given.value(0));
}

bool is_in(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "in", arguments, {"seq"}, 1);
  return contains(run, given.value(0), subject);
}

bool is_filter(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters none(run, "filter", arguments, {}, 0);
  return subject.text() && find_filter(subject.text()->bytes()) != nullptr;
}

bool is_test(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters none(run, "test", arguments, {}, 0);
  return subject.text() && find_test(subject.text()->bytes()) != nullptr;
}

constexpr char kLower[] = "islower";
constexpr char kUpper[] = "isupper";

template <const char* predicate>
bool has_case(Run& run, const Value& subject, const Arguments& arguments) {
  const Value text = to_text(run, subject);
  return is_true(run, find_text_predicate(predicate)(run, text, arguments));
}

constexpr char kEqual[] = "==";
constexpr char kNotEqual[] = "!=";
constexpr char kLess[] = "<";
constexpr char kLessEqual[] = "<=";
constexpr char kGreater[] = ">";
constexpr char kGreaterEqual[] = ">=";

template <const char* operation>
bool compares(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, operation, arguments, {"other"}, 1);
  return compare(run, operation, subject, given.value(0));
}

}  // namespace

ValueTest find_test(std::string_view name) {
  static const NameTable<ValueTest> table = {{"!=", compares<kNotEqual>},
                                             {"<", compares<kLess>},
                                             {"<=", compares<kLessEqual>},
                                             {"==", compares<kEqual>},
                                             {">", compares<kGreater>},
                                             {">=", compares<kGreaterEqual>},
                                             {"boolean", plain<is_boolean>},
                                             {"callable", plain<is_callable>},
                                             {"defined", plain<is_defined>},
                                             {"divisibleby", is_divisible},
                                             {"eq", compares<kEqual>},
                                             {"equalto", compares<kEqual>},
                                             {"escaped", plain<is_escaped>},
                                             {"even", leaves<0>},
                                             {"false", plain<is_false>},
                                             {"filter", is_filter},
                                             {"float", plain<is_float>},
                                             {"ge", compares<kGreaterEqual>},
                                             {"greaterthan", compares<kGreater>},
                                             {"gt", compares<kGreater>},
                                             {"in", is_in},
                                             {"integer", plain<is_integer>},
                                             {"iterable", plain<is_iterable>},
                                             {"le", compares<kLessEqual>},
                                             {"lessthan", compares<kLess>},
                                             {"lower", has_case<kLower>},
                                             {"lt", compares<kLess>},
                                             {"mapping", plain<is_mapping>},
                                             {"ne", compares<kNotEqual>},
                                             {"none", plain<is_none>},
                                             {"number", plain<is_number>},
                                             {"odd", leaves<1>},
                                             {"sameas", is_same},
                                             {"sequence", plain<is_sequence>},
                                             {"string", plain<is_string>},
                                             {"test", is_test},
                                             {"true", plain<is_really_true>},
                                             {"undefined", plain<is_undefined>},
                                             {"upper", has_case<kUpper>}};
  return found_in(table, name);
}

}  // namespace canter::jinja
