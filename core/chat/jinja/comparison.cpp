#include "chat/jinja/comparison.h"

#include <algorithm>
#include <cmath>

#include "chat/jinja/run.h"
#include "chat/jinja/sequences.h"

namespace canter::jinja {
namespace {

bool equal_numbers(const Value& left, const Value& right) {
  const auto a = left.integer();
  const auto b = right.integer();
  return a && b ? *a == *b : *left.real() == *right.real();
}

bool equal_texts(Run& run, const Text& left, const Text& right) {
  run.take_steps(std::min(left.bytes().size(), right.bytes().size()) / 64);
  return left.bytes() == right.bytes();
}

bool equal_lists(Run& run, const List& left, const List& right) {
  if (left.is_tuple != right.is_tuple || left.items.size() != right.items.size()) return false;
  for (std::size_t i = 0; i < left.items.size(); ++i) {
    if (!equal(run, left.items[i], right.items[i])) return false;
  }
  return true;
}

bool equal_dicts(Run& run, const Dict& left, const Dict& right) {
  if (left.size() != right.size()) return false;
  for (const auto& [key, value] : left.entries()) {
    const Value* other = right.find(run, key);
    if (other == nullptr || !equal(run, value, *other)) return false;
  }
  return true;
}

bool less_lists(Run& run, const List& left, const List& right, std::string_view operation) {
  const std::size_t shared = std::min(left.items.size(), right.items.size());
  for (std::size_t i = 0; i < shared && !run.failed(); ++i) {
    if (equal(run, left.items[i], right.items[i])) continue;
    return less(run, left.items[i], right.items[i], operation);
  }
  return left.items.size() < right.items.size();
}

bool contains_text(Run& run, const Text& haystack, const Value& needle) {
  const Text* text = needle.text();
  if (text == nullptr) {
    run.fail("'in <string>' requires string as left operand, not " +
             std::string(needle.type_name()));
    return false;
  }
  take_search_steps(run, haystack.bytes(), text->bytes());
  return !run.failed() && haystack.bytes().find(text->bytes()) != std::string::npos;
}

}  // namespace

bool is_true(Run& run, const Value& value) {
  if (value.is_undefined() || value.is_none()) return false;
  if (value.is_number()) return *value.real() != 0;
  if (value.object() != nullptr || value.iterator() != nullptr) return true;
  return length_of(run, value) > 0;
}

bool equal(Run& run, const Value& left, const Value& right) {
  if (!run.take_steps()) return false;
  const Nesting nesting(run);
  if (left.is_number() && right.is_number()) return equal_numbers(left, right);
  if (left.text() && right.text()) return equal_texts(run, *left.text(), *right.text());
  if (left.list() && right.list()) return equal_lists(run, *left.list(), *right.list());
  if (left.dict() && right.dict()) return equal_dicts(run, *left.dict(), *right.dict());
  if (left.is_undefined() && right.is_undefined()) return true;
  if (left.range() && right.range()) return *left.range() == *right.range();
  return same(left, right);
}

bool same(const Value& left, const Value& right) {
  if (left.is_none() || right.is_none()) return left.is_none() && right.is_none();
  if (const bool* truth = left.as<bool>()) return right.is<bool>() && *truth == *right.as<bool>();
  if (const Int* integer = left.as<Int>()) return right.is<Int>() && *integer == *right.as<Int>();
  if (left.text() && right.text()) return left.text()->bytes() == right.text()->bytes();
  if (left.object() || right.object()) return left.object() == right.object();
  if (left.list() || right.list()) return left.list() == right.list();
  if (left.dict() || right.dict()) return left.dict() == right.dict();
  if (left.iterator() || right.iterator()) return left.iterator() == right.iterator();
  return false;
}

bool less(Run& run, const Value& left, const Value& right, std::string_view operation) {
  if (!run.take_steps()) return false;
  const Nesting nesting(run);
  if (left.is_number() && right.is_number()) {
    const auto a = left.integer();
    const auto b = right.integer();
    return a && b ? *a < *b : *left.real() < *right.real();
  }
  if (left.text() && right.text()) {
    run.take_steps(std::min(left.text()->bytes().size(), right.text()->bytes().size()) / 64);
    return left.text()->bytes() < right.text()->bytes();
  }
  if (left.list() && right.list() && left.is_tuple() == right.is_tuple()) {
    return less_lists(run, *left.list(), *right.list(), operation);
  }
  if (!fail_undefined(run, left) && !fail_undefined(run, right)) {
    run.fail("'" + std::string(operation) + "' not supported between instances of '" +
             std::string(left.type_name()) + "' and '" + std::string(right.type_name()) + "'");
  }
  return false;
}

bool contains(Run& run, const Value& haystack, const Value& needle) {
  if (const Text* text = haystack.text()) return contains_text(run, *text, needle);
  if (const Dict* dict = haystack.dict()) return dict->find_hashable(run, needle) != nullptr;
  if (haystack.is_undefined()) return false;
  if (!is_iterable(haystack)) {
    run.fail("argument of type '" + std::string(haystack.type_name()) + "' is not iterable");
    return false;
  }
  const std::vector<Value> items = items_of(run, haystack);
  return std::ranges::any_of(items, [&](const Value& item) { return equal(run, needle, item); });
}

bool compare(Run& run, std::string_view operation, const Value& left, const Value& right) {
  if (operation == "==") return equal(run, left, right);
  if (operation == "!=") return !equal(run, left, right);
  if (operation == "in") return contains(run, right, left);
  if (operation == "not in") return !contains(run, right, left);
  if (operation == "<") return less(run, left, right, operation);
  if (operation == ">") return less(run, right, left, operation);
  const bool is_at_most =
      operation == "<=" ? less(run, left, right, operation) : less(run, right, left, operation);
  return is_at_most || equal(run, left, right);
}

}  // namespace canter::jinja
