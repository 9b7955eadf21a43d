#include <algorithm>

#include "chat/jinja/arguments.h"
#include "chat/jinja/comparison.h"
#include "chat/jinja/filters.h"
#include "chat/jinja/methods.h"
#include "chat/jinja/name_table.h"
#include "chat/jinja/operators.h"
#include "chat/jinja/run.h"
#include "chat/jinja/sequences.h"

namespace canter::jinja {
namespace {

Value length(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters none(run, "length", arguments, {}, 0);
  return length_of(run, subject);
}

Value first(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters none(run, "first", arguments, {}, 0);
  if (Iterator* iterator = subject.iterator()) {
    if (iterator->next < iterator->items.size()) return iterator->items[iterator->next++];
  } else if (subject.text() || subject.list() || subject.range()) {
    if (length_of(run, subject) > 0) return item_of(run, subject, 0);
  } else {
    const std::vector<Value> items = items_of(run, subject);
    if (!items.empty()) return items.front();
  }
  return Value::undefined("No first item, sequence was empty.");
}

Value fail_not_reversible(Run& run, const Value& value) {
  return run.fail("'" + std::string(value.type_name()) + "' object is not reversible");
}

Value last(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters none(run, "last", arguments, {}, 0);
  if (subject.iterator() || !is_iterable(subject)) return fail_not_reversible(run, subject);
  if (subject.text() || subject.list() || subject.range()) {
    if (length_of(run, subject) > 0) return item_of(run, subject, -1);
  } else {
    const std::vector<Value> items = items_of(run, subject);
    if (!items.empty()) return items.back();
  }
  return Value::undefined("No last item, sequence was empty.");
}

Value list(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters none(run, "list", arguments, {}, 0);
  return make_list(run, items_of(run, subject));
}

Value reverse(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters none(run, "reverse", arguments, {}, 0);
  if (subject.text()) return slice_of(run, subject, {}, {}, -1);
  std::vector<Value> items = items_of(run, subject);
  std::ranges::reverse(items);
  if (subject.iterator() || subject.is_undefined()) return make_list(run, std::move(items));
  return make_iterator(run,
                       subject.list() && !subject.is_tuple() ? "list_reverseiterator" : "reversed",
                       std::move(items));
}

Value items(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters none(run, "items", arguments, {}, 0);
  if (subject.is_undefined()) return make_iterator(run, "generator", {});
  const auto* dict = subject.as<DictPtr>();
  if (dict == nullptr) return run.fail("Can only get item pairs from a mapping.");
  return make_iterator(run, "generator", items_of(run, DictView{DictView::Kind::kItems, *dict}));
}

Value attribute(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "attr", arguments, {"name"}, 1);
  const TextPtr name = given.text(0);
  if (!name) return run.fail("attr wants a name");
  if (subject.object() != nullptr) return attribute_of(run, subject, name->bytes());
  if (std::optional<Value> method = bound_method(run, subject, name->bytes())) return *method;
  return Value::undefined("'" + std::string(subject.type_name()) + "' object has no attribute '" +
                          name->bytes() + "'");
}

/// A value to sort by: of several attributes with commas between them a list.
Value sorting_key(Run& run, const Value& item, const Value& paths, bool case_sensitive) {
  const auto key = [&](const Value& path) {
    Value value = attribute_path(run, item, path);
    return case_sensitive || !value.is_text()
               ? value
               : Value(find_filter("lower")(run, value, Arguments{}));
  };
  const Text* text = paths.text();
  if (text == nullptr) return key(paths.is_undefined() ? Value(None{}) : paths);
  std::vector<Value> keys;
  std::string_view rest = text->bytes();
  while (true) {
    const std::size_t comma = rest.find(',');
    keys.push_back(key(Value::markup(std::string(rest.substr(0, comma)))));
    if (comma == std::string_view::npos) break;
    rest.remove_prefix(comma + 1);
  }
  return keys.size() == 1 ? keys[0] : make_list(run, std::move(keys));
}

struct Keyed {
  Value key;
  Value item;
};

std::vector<Keyed> with_keys(Run& run, const Value& subject, const Value& paths,
                             bool case_sensitive) {
  std::vector<Keyed> keyed;
  for (Value& item : items_of(run, subject)) {
    if (run.failed()) break;
    Value key = sorting_key(run, item, paths, case_sensitive);
    keyed.push_back({std::move(key), std::move(item)});
  }
  return keyed;
}

void sort_by_key(Run& run, std::vector<Keyed>& keyed, bool reverse) {
  std::ranges::stable_sort(keyed, [&](const Keyed& a, const Keyed& b) {
    return reverse ? less(run, b.key, a.key) : less(run, a.key, b.key);
  });
}

std::vector<Value> items_in_order(std::vector<Keyed> keyed) {
  std::vector<Value> items;
  items.reserve(keyed.size());
  for (Keyed& entry : keyed) items.push_back(std::move(entry.item));
  return items;
}

Value sort(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "sort", arguments, {"reverse", "case_sensitive", "attribute"}, 0);
  std::vector<Keyed> keyed = with_keys(run, subject, given.value(2), given.truth(1, false));
  // In lists, equal keys need no order: those of nothing at all, say.
  for (Keyed& entry : keyed) entry.key = make_list(run, {entry.key});
  sort_by_key(run, keyed, given.truth(0, false));
  return make_list(run, items_in_order(std::move(keyed)));
}

Value sort_dict(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "dictsort", arguments, {"case_sensitive", "by", "reverse"}, 0);
  const TextPtr by = given.text(1);
  const bool by_value = by && by->bytes() == "value";
  if (by && !by_value && by->bytes() != "key") {
    return run.fail("You can only sort by either \"key\" or \"value\"");
  }
  const auto* dict = subject.as<DictPtr>();
  if (dict == nullptr)
    return attribute_of(run, subject, "items"), run.fail("dictsort wants a dictionary");
  std::vector<Keyed> keyed = with_keys(run, DictView{DictView::Kind::kItems, *dict},
                                       by_value ? 1 : 0, given.truth(0, false));
  sort_by_key(run, keyed, given.truth(2, false));
  return make_list(run, items_in_order(std::move(keyed)));
}

Value unique(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "unique", arguments, {"case_sensitive", "attribute"}, 0);
  Dict seen;
  std::vector<Value> kept;
  for (Keyed& entry : with_keys(run, subject, given.value(1), given.truth(0, false))) {
    const std::size_t before = seen.size();
    seen.set(run, entry.key, true);
    if (seen.size() > before) kept.push_back(std::move(entry.item));
  }
  return make_iterator(run, "generator", std::move(kept));
}

template <bool wants_most>
Value extreme(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, wants_most ? "max" : "min", arguments,
                         {"case_sensitive", "attribute"}, 0);
  std::vector<Keyed> keyed = with_keys(run, subject, given.value(1), given.truth(0, false));
  if (keyed.empty()) return Value::undefined("No aggregated item, sequence was empty.");
  const Keyed* best = &keyed.front();
  for (const Keyed& entry : keyed) {
    if (wants_most ? less(run, best->key, entry.key, ">") : less(run, entry.key, best->key)) {
      best = &entry;
    }
  }
  return best->item;
}

Value group(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "groupby", arguments, {"attribute", "default", "case_sensitive"}, 1);
  std::vector<Keyed> keyed;
  for (Value& item : items_of(run, subject)) {
    if (run.failed()) break;
    Value key = sorting_key(run, item, given.value(0), given.truth(2, false));
    if (key.is_undefined() && given.get(1) != nullptr) key = *given.get(1);
    keyed.push_back({std::move(key), std::move(item)});
  }
  sort_by_key(run, keyed, false);
  std::vector<Value> groups;
  for (std::size_t begin = 0; begin < keyed.size() && !run.failed();) {
    std::size_t end = begin;
    std::vector<Value> members;
    while (end < keyed.size() && equal(run, keyed[begin].key, keyed[end].key)) {
      members.push_back(keyed[end++].item);
    }
    // The name of a group as its first member has it, not in lower case.
    Value name = attribute_path(run, members.empty() ? Value() : members[0], given.value(0));
    if (name.is_undefined() && given.get(1) != nullptr) name = *given.get(1);
    const Value pair = make_tuple(run, {name, make_list(run, std::move(members))});
    if (run.failed()) return {};
    (*pair.as<ListPtr>())->is_group = true;
    groups.push_back(pair);
    begin = end;
  }
  return make_list(run, std::move(groups));
}

Value sum(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "sum", arguments, {"attribute", "start"}, 0);
  Value total = given.get(1) != nullptr ? *given.get(1) : Value(0);
  for (const Value& item : items_of(run, subject)) {
    if (run.failed()) break;
    const Value path = given.get(0) != nullptr ? *given.get(0) : Value(None{});
    total = calculate(run, Arithmetic::kAdd, total, attribute_path(run, item, path));
  }
  return total;
}

Value batch(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "batch", arguments, {"linecount", "fill_with"}, 1);
  const Int size = given.integer(0, 1);
  if (size < 1 || size > 1'000'000) return run.fail("batch wants a number of items above 0");
  const Value fill = given.value(1);
  std::vector<Value> rows;
  std::vector<Value> row;
  const auto finish_row = [&] { rows.push_back(make_list(run, std::exchange(row, {}))); };
  for (Value& item : items_of(run, subject)) {
    if (static_cast<Int>(row.size()) == size) finish_row();
    row.push_back(std::move(item));
  }
  if (!row.empty()) {
    while (!fill.is_undefined() && !fill.is_none() && static_cast<Int>(row.size()) < size &&
           run.take_steps()) {
      row.push_back(fill);
    }
    finish_row();
  }
  return make_iterator(run, "generator", std::move(rows));
}

Value slice(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "slice", arguments, {"slices", "fill_with"}, 1);
  const Int count = given.integer(0, 1);
  if (count < 1 || count > 1'000'000) return run.fail("slice wants a number of slices above 0");
  const Value fill = given.value(1);
  const std::vector<Value> all = items_of(run, subject);
  const auto slices = static_cast<std::size_t>(count);
  const std::size_t size = all.size() / slices;
  const std::size_t longer = all.size() % slices;
  std::vector<Value> parts;
  auto begin = all.begin();
  for (std::size_t i = 0; i < slices && run.take_steps(); ++i) {
    const auto end = begin + static_cast<std::ptrdiff_t>(size + (i < longer ? 1 : 0));
    std::vector<Value> part(begin, end);
    if (i >= longer && !fill.is_undefined() && !fill.is_none()) part.push_back(fill);
    parts.push_back(make_list(run, std::move(part)));
    begin = end;
  }
  return make_iterator(run, "generator", std::move(parts));
}

}  // namespace

Filter find_sequence_filter(std::string_view name) {
  static const NameTable<Filter> table = {
      {"attr", attribute},  {"batch", batch},   {"count", length},      {"dictsort", sort_dict},
      {"first", first},     {"groupby", group}, {"items", items},       {"last", last},
      {"length", length},   {"list", list},     {"max", extreme<true>}, {"min", extreme<false>},
      {"reverse", reverse}, {"slice", slice},   {"sort", sort},         {"sum", sum},
      {"unique", unique}};
  return found_in(table, name);
}

}  // namespace canter::jinja
