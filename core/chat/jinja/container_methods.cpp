#include <algorithm>

#include "chat/jinja/arguments.h"
#include "chat/jinja/comparison.h"
#include "chat/jinja/methods.h"
#include "chat/jinja/run.h"
#include "chat/jinja/sequences.h"

namespace canter::jinja {
namespace {

List& list_of(const Value& self) {
  return **self.as<ListPtr>();
}
Dict& dict_of(const Value& self) {
  return **self.as<DictPtr>();
}

/// `index` as Python's insert() takes it: within the list.
std::ptrdiff_t place_in_list(const List& list, Int index) {
  const Int size = static_cast<Int>(list.items.size());
  return static_cast<std::ptrdiff_t>(std::clamp(index < 0 ? index + size : index, Int{0}, size));
}

Value index_in(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "index", arguments, {"value"}, 1);
  const std::vector<Value>& items = list_of(self).items;
  for (std::size_t i = 0; i < items.size() && !run.failed(); ++i) {
    if (equal(run, items[i], given.value(0))) return i;
  }
  return run.fail("the value is not in the list");
}

Value count_in(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "count", arguments, {"value"}, 1);
  const Value wanted = given.value(0);
  const auto count = std::ranges::count_if(
      list_of(self).items, [&](const Value& item) { return equal(run, item, wanted); });
  return static_cast<Int>(count);
}

Value copy_list(Run& run, const Value& self, const Arguments&) {
  return make_list(run, list_of(self).items);
}

/// Adds to a list which is not the item itself.
void append_checked(Run& run, List& list, const Value& item) {
  item.fix();
  if (list.is_fixed) {
    run.fail("a list cannot contain itself");
  } else {
    append_item(run, list, item);
  }
}

Value append(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "append", arguments, {"object"}, 1);
  append_checked(run, list_of(self), given.value(0));
  return None{};
}

Value extend(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "extend", arguments, {"iterable"}, 1);
  for (const Value& item : items_of(run, given.value(0))) append_checked(run, list_of(self), item);
  return None{};
}

Value insert(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "insert", arguments, {"index", "object"}, 2);
  List& list = list_of(self);
  const std::ptrdiff_t place = place_in_list(list, given.integer(0, 0));
  append_checked(run, list, given.value(1));
  if (run.take_steps(list.items.size()) && !list.items.empty()) {
    std::rotate(list.items.begin() + place, list.items.end() - 1, list.items.end());
  }
  return None{};
}

Value pop_item(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "pop", arguments, {"index"}, 0);
  std::vector<Value>& items = list_of(self).items;
  const Int size = static_cast<Int>(items.size());
  Int index = given.integer(0, -1);
  if (index < 0) index += size;
  if (index < 0 || index >= size) return run.fail("pop index out of range");
  run.take_steps(items.size() - static_cast<std::size_t>(index));
  const auto place = items.begin() + static_cast<std::ptrdiff_t>(index);
  Value item = *place;
  items.erase(place);
  return item;
}

Value remove_item(Run& run, const Value& self, const Arguments& arguments) {
  const Value index = index_in(run, self, arguments);
  if (run.failed()) return {};
  std::vector<Value>& items = list_of(self).items;
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(*index.integer()));
  return None{};
}

Value clear_list(Run&, const Value& self, const Arguments&) {
  list_of(self).items.clear();
  return None{};
}

Value reverse_list(Run& run, const Value& self, const Arguments&) {
  if (run.take_steps(list_of(self).items.size())) std::ranges::reverse(list_of(self).items);
  return None{};
}

Value sort_list(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "sort", arguments, {"reverse"}, 0);
  const bool reverse = given.truth(0, false);
  std::ranges::stable_sort(list_of(self).items, [&](const Value& a, const Value& b) {
    return reverse ? less(run, b, a) : less(run, a, b);
  });
  return None{};
}

Value get(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "get", arguments, {"key", "default"}, 1);
  const Value* found = dict_of(self).find_hashable(run, given.value(0));
  if (found != nullptr) return *found;
  return given.get(1) != nullptr ? *given.get(1) : Value(None{});
}

template <DictView::Kind kind>
Value view_of(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters none(run, "a dictionary's method", arguments, {}, 0);
  return DictView{kind, *self.as<DictPtr>()};
}

Value copy_dict(Run& run, const Value& self, const Arguments&) {
  const DictPtr copy = make_dict(run);
  for (const auto& [key, value] : dict_of(self).entries()) copy->set(run, key, value);
  return copy;
}

void set_checked(Run& run, Dict& dict, const Value& key, const Value& value) {
  value.fix();
  if (dict.is_fixed) {
    run.fail("a dictionary cannot contain itself");
  } else {
    dict.set(run, key, value);
  }
}

Value update(Run& run, const Value& self, const Arguments& arguments) {
  if (arguments.positional.size() > 1) return run.fail("update() takes at most 1 argument");
  if (!arguments.positional.empty()) {
    const Value& other = arguments.positional[0];
    if (other.dict() == nullptr) return run.fail("update() wants a dictionary");
    const std::vector<Dict::Entry> entries = other.dict()->entries();
    for (const auto& [key, value] : entries) set_checked(run, dict_of(self), key, value);
  }
  for (const auto& [key, value] : arguments.named) {
    set_checked(run, dict_of(self), key, value);
  }
  return None{};
}

Value pop_key(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "pop", arguments, {"key", "default"}, 1);
  if (std::optional<Value> value = dict_of(self).remove(run, given.value(0))) return *value;
  return given.get(1) != nullptr ? *given.get(1) : run.fail("pop(): the key is not there");
}

Value set_default(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "setdefault", arguments, {"key", "default"}, 1);
  if (const Value* found = dict_of(self).find(run, given.value(0))) return *found;
  const Value value = given.get(1) != nullptr ? *given.get(1) : Value(None{});
  set_checked(run, dict_of(self), given.value(0), value);
  return value;
}

Value pop_entry(Run& run, const Value& self, const Arguments&) {
  Dict& dict = dict_of(self);
  if (dict.size() == 0) return run.fail("popitem(): dictionary is empty");
  const Dict::Entry last = dict.entries().back();
  dict.remove(run, last.first);
  return make_tuple(run, {last.first, last.second});
}

Value clear_dict(Run&, const Value& self, const Arguments&) {
  dict_of(self).clear();
  return None{};
}

}  // namespace

Method find_list_method(std::string_view name) {
  static const MethodTable table = {{"copy", copy_list}, {"count", count_in}, {"index", index_in}};
  return found_in(table, name);
}

Method find_list_change(std::string_view name) {
  static const MethodTable table = {
      {"append", append}, {"clear", clear_list},   {"extend", extend},        {"insert", insert},
      {"pop", pop_item},  {"remove", remove_item}, {"reverse", reverse_list}, {"sort", sort_list}};
  return found_in(table, name);
}

Method find_dict_method(std::string_view name) {
  static const MethodTable table = {{"copy", copy_dict},
                                    {"get", get},
                                    {"items", view_of<DictView::Kind::kItems>},
                                    {"keys", view_of<DictView::Kind::kKeys>},
                                    {"values", view_of<DictView::Kind::kValues>}};
  return found_in(table, name);
}

Method find_dict_change(std::string_view name) {
  static const MethodTable table = {{"clear", clear_dict},
                                    {"pop", pop_key},
                                    {"popitem", pop_entry},
                                    {"setdefault", set_default},
                                    {"update", update}};
  return found_in(table, name);
}

}  // namespace canter::jinja
