#include <algorithm>

#include "chat/jinja/arguments.h"
#include "chat/jinja/comparison.h"
#include "chat/jinja/filters.h"
#include "chat/jinja/name_table.h"
#include "chat/jinja/run.h"
#include "chat/jinja/sequences.h"
#include "chat/jinja/value_tests.h"

namespace canter::jinja {
namespace {

/// The first of the positional arguments, and what stands behind it.
std::string take_name(Run& run, Arguments& arguments) {
  const Value name = arguments.positional.front();
  arguments.positional.erase(arguments.positional.begin());
  if (name.text() != nullptr) return name.text()->bytes();
  run.fail("a filter or test is named by a string");
  return "";
}

Value map_attribute(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "map", arguments, {"attribute", "default"}, 1);
  std::vector<Value> mapped;
  for (Value& item : items_of(run, subject)) {
    if (run.failed()) break;
    Value value = attribute_path(run, std::move(item), given.value(0));
    const bool replaced =
        value.is_undefined() && given.get(1) != nullptr && !given.get(1)->is_none();
    mapped.push_back(replaced ? *given.get(1) : std::move(value));
  }
  return make_iterator(run, "generator", std::move(mapped));
}

Value map(Run& run, const Value& subject, const Arguments& arguments) {
  if (!is_true(run, subject)) return make_iterator(run, "generator", {});
  if (arguments.positional.empty()) {
    if (arguments.named.empty()) return run.fail("map requires a filter argument");
    return map_attribute(run, subject, arguments);
  }
  Arguments rest = arguments;
  const std::string name = take_name(run, rest);
  const Filter filter = find_filter(name);
  if (filter == nullptr) return run.fail("No filter named '" + name + "'.");
  const Nesting nesting(run);
  std::vector<Value> mapped;
  for (const Value& item : items_of(run, subject)) {
    if (!run.take_steps()) break;
    mapped.push_back(filter(run, item, rest));
  }
  return make_iterator(run, "generator", std::move(mapped));
}

template <bool by_attribute, bool wanted>
Value select(Run& run, const Value& subject, const Arguments& arguments) {
  if (!is_true(run, subject)) return make_iterator(run, "generator", {});
  Arguments rest = arguments;
  Value path = None{};
  if (by_attribute) {
    if (rest.positional.empty()) return run.fail("Missing parameter for attribute name");
    path = rest.positional.front();
    rest.positional.erase(rest.positional.begin());
  }
  ValueTest test = nullptr;
  if (!rest.positional.empty()) {
    const std::string name = take_name(run, rest);
    test = find_test(name);
    if (test == nullptr) return run.fail("No test named '" + name + "'.");
  }
  std::vector<Value> selected;
  for (Value& item : items_of(run, subject)) {
    if (!run.take_steps()) break;
    const Value value = attribute_path(run, item, path);
    const bool holds = test != nullptr ? test(run, value, rest) : is_true(run, value);
    if (holds == wanted) selected.push_back(std::move(item));
  }
  return make_iterator(run, "generator", std::move(selected));
}

Value otherwise(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "default", arguments, {"default_value", "boolean"}, 0);
  const bool missing = subject.is_undefined() || (given.truth(1, false) && !is_true(run, subject));
  if (!missing) return subject;
  return given.get(0) != nullptr ? *given.get(0) : Value::markup("");
}

}  // namespace

Filter find_selecting_filter(std::string_view name) {
  static const NameTable<Filter> table = {{"d", otherwise},
                                          {"default", otherwise},
                                          {"map", map},
                                          {"reject", select<false, false>},
                                          {"rejectattr", select<true, false>},
                                          {"select", select<false, true>},
                                          {"selectattr", select<true, true>}};
  return found_in(table, name);
}

}  // namespace canter::jinja
