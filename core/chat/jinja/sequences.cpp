#include "chat/jinja/sequences.h"

#include <algorithm>
#include <charconv>

#include "chat/jinja/methods.h"
#include "chat/jinja/printing.h"
#include "chat/jinja/run.h"
#include "chat/jinja/unicode.h"

namespace canter::jinja {
namespace {

std::vector<Value> characters_of(Run& run, const Text& text) {
  std::vector<Value> characters;
  if (!run.take_memory(text.length() * sizeof(Value))) return characters;
  characters.reserve(text.length());
  const std::string_view bytes = text.bytes();
  for (std::size_t begin = 0; begin < bytes.size() && !run.failed();) {
    const std::size_t end = begin + first_code_point(bytes.substr(begin)).bytes;
    characters.emplace_back(piece_of(run, text, begin, end));
    begin = end;
  }
  return characters;
}

std::vector<Value> entries_of(Run& run, const DictView& view) {
  std::vector<Value> items;
  for (const auto& [key, value] : view.dict->entries()) {
    switch (view.kind) {
      case DictView::Kind::kKeys:
        items.push_back(key);
        break;
      case DictView::Kind::kValues:
        items.push_back(value);
        break;
      case DictView::Kind::kItems:
        items.push_back(make_tuple(run, {key, value}));
        break;
    }
  }
  return items;
}

std::vector<Value> numbers_of(Run& run, const Range& range) {
  std::vector<Value> numbers;
  const auto size = static_cast<std::size_t>(range.size());
  if (!run.take_memory(size * sizeof(Value))) return numbers;
  for (std::size_t i = 0; i < size; ++i) {
    numbers.emplace_back(range.start + static_cast<Int>(i) * range.step);
  }
  return numbers;
}

std::string description(const Value& value) {
  return value.is_none() ? "None" : std::string(value.type_name()) + " object";
}

/// Of `length` items, those that Python's slice takes: first, step and how many.
struct Selection {
  std::size_t first = 0;
  Int step = 1;
  std::size_t count = 0;
};

std::optional<Selection> select(Run& run, std::size_t length, const Value& start, const Value& stop,
                                const Value& step) {
  const auto given = [](const Value& value) { return !value.is_undefined() && !value.is_none(); };
  for (const Value* bound : {&start, &stop, &step}) {
    if (given(*bound) && !bound->integer()) {
      run.fail("slice indices must be integers or None or have an __index__ method");
      return std::nullopt;
    }
  }
  const Int size = static_cast<Int>(length);
  const Int stride = given(step) ? std::clamp(*step.integer(), -size - 1, size + 1) : Int{1};
  if (stride == 0) {
    run.fail("slice step cannot be zero");
    return std::nullopt;
  }
  const Int least = stride > 0 ? 0 : -1;
  const Int most = stride > 0 ? size : size - 1;
  const auto bound = [&](const Value& value, Int otherwise) {
    if (!given(value)) return otherwise;
    const Int index = *value.integer();
    return std::clamp(index < 0 ? index + size : index, least, most);
  };
  const Int first = bound(start, stride > 0 ? least : most);
  const Int last = bound(stop, stride > 0 ? most : least);
  const Int count = std::max(Int{0}, Range{first, last, stride}.size());
  return Selection{static_cast<std::size_t>(std::max(first, Int{0})), stride,
                   static_cast<std::size_t>(count)};
}

Value slice_of_text(Run& run, const Text& text, const Selection& selection) {
  if (selection.count == 0) return Value::markup("");
  if (selection.step == 1) {
    return piece_of(run, text, text.offset(selection.first),
                    text.offset(selection.first + selection.count));
  }
  const std::vector<Value> characters = characters_of(run, text);
  TextBuilder out(run);
  Int index = static_cast<Int>(selection.first);
  for (std::size_t i = 0; i < selection.count && !run.failed(); ++i, index += selection.step) {
    out.append(*characters[static_cast<std::size_t>(index)].text());
  }
  return out.take();
}

std::optional<std::size_t> position_in(std::size_t length, Int index) {
  const Int size = static_cast<Int>(length);
  if (index < 0) index += size;
  if (index < 0 || index >= size) return std::nullopt;
  return static_cast<std::size_t>(index);
}

Value item_at(Run& run, const Value& value, Int index) {
  if (const List* list = value.list()) {
    if (const auto position = position_in(list->items.size(), index)) return list->items[*position];
  } else if (const Text* text = value.text()) {
    if (const auto position = position_in(text->length(), index)) {
      return piece_of(run, *text, text->offset(*position), text->offset(*position + 1));
    }
  } else if (const Range* range = value.range()) {
    const auto position = position_in(static_cast<std::size_t>(range->size()), index);
    if (position) return range->start + static_cast<Int>(*position) * range->step;
  }
  return Value::undefined(description(value) + " has no element " + print_integer(index));
}

Value missing_attribute(const Value& value, std::string_view name) {
  return Value::undefined("'" + description(value) + "' has no attribute '" + std::string(name) +
                          "'");
}

}  // namespace

bool fail_undefined(Run& run, const Value& value) {
  const auto* undefined = value.as<Undefined>();
  if (undefined == nullptr) return false;
  run.fail(undefined->why ? *undefined->why : "a value is undefined");
  return true;
}

bool is_iterable(const Value& value) {
  if (value.is_undefined()) return true;
  return !value.is_none() && !value.is_number() && value.object() == nullptr;
}

std::vector<Value> items_of(Run& run, const Value& value) {
  if (const List* list = value.list()) {
    run.take_memory(list->items.size() * sizeof(Value));
    return list->items;
  }
  if (const Text* text = value.text()) return characters_of(run, *text);
  if (const auto* dict = value.as<DictPtr>()) {
    return entries_of(run, {DictView::Kind::kKeys, *dict});
  }
  if (const DictView* view = value.view()) return entries_of(run, *view);
  if (const Range* range = value.range()) return numbers_of(run, *range);
  if (Iterator* iterator = value.iterator()) {
    std::vector<Value> items = std::move(iterator->items);
    items.erase(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(iterator->next));
    iterator->items.clear();
    iterator->next = 0;
    return items;
  }
  if (!value.is_undefined()) {
    run.fail("'" + std::string(value.type_name()) + "' object is not iterable");
  }
  return {};
}

std::size_t length_of(Run& run, const Value& value) {
  if (const List* list = value.list()) return list->items.size();
  if (const Text* text = value.text()) return text->length();
  if (const Dict* dict = value.dict()) return dict->size();
  if (const DictView* view = value.view()) return view->dict->size();
  if (const Range* range = value.range()) return static_cast<std::size_t>(range->size());
  if (!value.is_undefined()) {
    run.fail("object of type '" + std::string(value.type_name()) + "' has no len()");
  }
  return 0;
}

Value attribute_of(Run& run, const Value& value, std::string_view name) {
  if (fail_undefined(run, value)) return {};
  if (Object* object = value.object()) {
    if (std::optional<Value> found = object->attribute(run, name)) return std::move(*found);
    return missing_attribute(value, name);
  }
  if (const List* list = value.list(); list != nullptr && list->is_group) {
    if (name == "grouper") return list->items[0];
    if (name == "list") return list->items[1];
  }
  if (std::optional<Value> method = bound_method(run, value, name)) return std::move(*method);
  if (const Dict* dict = value.dict()) {
    if (const Value* found = dict->find(name)) return *found;
  }
  return missing_attribute(value, name);
}

Value item_of(Run& run, const Value& value, const Value& key) {
  if (fail_undefined(run, value)) return {};
  if (const Dict* dict = value.dict()) {
    if (const Value* found = dict->find(run, key)) return *found;
  } else if (const auto index = key.integer()) {
    return item_at(run, value, *index);
  }
  if (const Text* name = key.text()) {
    if (value.object() != nullptr) return attribute_of(run, value, name->bytes());
    if (std::optional<Value> method = bound_method(run, value, name->bytes())) {
      return std::move(*method);
    }
    return missing_attribute(value, name->bytes());
  }
  return Value::undefined("'" + description(value) + "' has no such element");
}

Value slice_of(Run& run, const Value& value, const Value& start, const Value& stop,
               const Value& step) {
  if (fail_undefined(run, value)) return {};
  if (!value.text() && !value.list() && !value.range()) {
    return run.fail("'" + std::string(value.type_name()) + "' object cannot be sliced");
  }
  const std::optional<Selection> selection = select(run, length_of(run, value), start, stop, step);
  if (!selection) return {};
  if (const Text* text = value.text()) return slice_of_text(run, *text, *selection);
  Int index = static_cast<Int>(selection->first);
  if (const Range* range = value.range()) {
    const Int first = range->start + index * range->step;
    const Int stride = range->step * selection->step;
    return Range{first, first + stride * static_cast<Int>(selection->count), stride};
  }
  std::vector<Value> items;
  for (std::size_t i = 0; i < selection->count; ++i, index += selection->step) {
    items.push_back(value.list()->items[static_cast<std::size_t>(index)]);
  }
  return value.is_tuple() ? make_tuple(run, std::move(items)) : make_list(run, std::move(items));
}

Text piece_of(Run& run, const Text& text, std::size_t begin, std::size_t end) {
  TextBuilder out(run);
  out.append(text, begin, end);
  return out.take();
}

void take_search_steps(Run& run, std::string_view haystack, std::string_view needle) {
  constexpr std::size_t kBytesInStep = 64;
  const std::size_t shorter = std::min(haystack.size(), needle.size());
  run.take_steps((haystack.size() / kBytesInStep + 1) * (shorter / kBytesInStep + 1));
}

Value attribute_path(Run& run, Value value, const Value& path) {
  const Text* text = path.text();
  if (text == nullptr) return path.is_none() ? value : item_of(run, value, path);
  std::string_view rest = text->bytes();
  while (!run.failed()) {
    const std::size_t dot = rest.find('.');
    const std::string_view part = rest.substr(0, dot);
    std::int64_t index = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), index);
    const bool is_index = error == std::errc() && end == part.data() + part.size() && index >= 0;
    value = item_of(run, value, is_index ? Value(Int{index}) : Value::markup(std::string(part)));
    if (dot == std::string_view::npos) break;
    rest.remove_prefix(dot + 1);
  }
  return value;
}

}  // namespace canter::jinja
