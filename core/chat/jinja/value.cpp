#include "chat/jinja/value.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "chat/jinja/printing.h"
#include "chat/jinja/run.h"

namespace canter::jinja {
namespace {

/// Levels of lists and dictionaries in each other.
constexpr std::size_t kMostValueDepth = 100;

bool check_depth(Run& run, std::size_t depth) {
  if (depth > kMostValueDepth) run.fail(ErrorKind::kTooLarge, "its values are nested too deeply");
  return !run.failed();
}

/// A text that only equal keys share; nullopt for what cannot be a key. Texts stand for
/// themselves, so that looking for one needs no copy.
std::optional<std::string> key_text(Run& run, const Value& key) {
  const auto other = [](char kind, const std::string& text) {
    return std::string(1, '\0') + kind + text;
  };
  if (const Text* text = key.text()) {
    return text->bytes().starts_with('\0') ? other('t', text->bytes()) : text->bytes();
  }
  if (key.is_none()) return other('n', "");
  if (key.is_undefined()) return other('u', "");
  if (const auto integer = key.integer()) return other('i', print_integer(*integer));
  if (const double* real = key.as<double>()) {
    const bool whole = std::abs(*real) < 1e30 && std::trunc(*real) == *real;
    return other('i', whole ? print_integer(static_cast<Int>(*real)) : print_real(*real));
  }
  if (!key.is_tuple()) return std::nullopt;
  std::string joined;
  for (const Value& item : key.list()->items) {
    const std::optional<std::string> part = key_text(run, item);
    if (!part || !run.take_memory(part->size())) return std::nullopt;
    joined += std::to_string(part->size()) + ':' + *part;
  }
  return other('l', joined);
}

std::optional<std::string> hashable_text(Run& run, const Value& key) {
  std::optional<std::string> text = key_text(run, key);
  if (!text) run.fail("unhashable type: '" + std::string(key.type_name()) + "'");
  return text;
}

Value make_sequence(Run& run, std::vector<Value> items, bool is_tuple) {
  auto list = std::make_shared<List>();
  list->is_tuple = is_tuple;
  list->is_fixed = is_tuple;
  list->items.reserve(items.size());
  for (Value& item : items) append_item(run, *list, std::move(item));
  return list;
}

}  // namespace

Int Range::size() const {
  const Int distance = step > 0 ? stop - start : start - stop;
  const Int stride = step > 0 ? step : -step;
  return distance <= 0 ? 0 : (distance + stride - 1) / stride;
}

Value Value::undefined(std::string why) {
  Value value;
  value.storage_ = Undefined{std::make_shared<const std::string>(std::move(why))};
  return value;
}

std::optional<Int> Value::integer() const {
  if (const Int* value = as<Int>()) return *value;
  if (const bool* value = as<bool>()) return Int{*value};
  return std::nullopt;
}

std::optional<double> Value::real() const {
  if (const double* value = as<double>()) return *value;
  if (const auto value = integer()) return static_cast<double>(*value);
  return std::nullopt;
}

std::size_t Value::depth() const {
  if (const List* held = list()) return held->depth;
  if (const Dict* held = dict()) return held->depth();
  if (const DictView* held = view()) return held->dict->depth() + 1;
  if (const Iterator* held = iterator()) return held->depth;
  return 0;
}

void Value::fix() const {
  if (const auto* held = as<ListPtr>()) (*held)->is_fixed = true;
  if (const auto* held = as<DictPtr>()) (*held)->is_fixed = true;
  if (const DictView* held = view()) held->dict->is_fixed = true;
}

std::string_view Value::type_name() const {
  if (const Object* held = object()) return held->type_name();
  if (const Iterator* held = iterator()) return held->type;
  if (const DictView* held = view()) {
    constexpr std::array<std::string_view, 3> kNames = {"dict_keys", "dict_values", "dict_items"};
    return kNames[static_cast<std::size_t>(held->kind)];
  }
  if (is_tuple()) return "tuple";
  constexpr std::array<std::string_view, 12> kNames = {
      "Undefined", "NoneType", "bool", "int", "float", "str", "list", "dict", "", "", "range", ""};
  return kNames[storage_.index()];
}

const Value* Dict::find(std::string_view text) const {
  const auto found = index_.find(text);
  return found == index_.end() ? nullptr : &entries_[found->second].second;
}

const Value* Dict::find(Run& run, const Value& key) const {
  if (const Text* text = key.text(); text != nullptr && !text->bytes().starts_with('\0')) {
    return find(text->bytes());
  }
  const std::optional<std::string> text = key_text(run, key);
  return text ? find(*text) : nullptr;
}

const Value* Dict::find_hashable(Run& run, const Value& key) const {
  const std::optional<std::string> text = hashable_text(run, key);
  return text ? find(*text) : nullptr;
}

void Dict::set(Run& run, const Value& key, Value value) {
  std::optional<std::string> text = hashable_text(run, key);
  if (!text) return;
  value.fix();
  depth_ = std::max({depth_, value.depth() + 1, key.depth() + 1});
  if (!check_depth(run, depth_)) return;
  if (!run.take_memory(sizeof(Entry) * 3 + text->size())) return;
  const auto [place, is_new] = index_.try_emplace(std::move(*text), entries_.size());
  if (is_new) {
    entries_.emplace_back(key, std::move(value));
  } else {
    entries_[place->second].second = std::move(value);
  }
}

std::optional<Value> Dict::remove(Run& run, const Value& key) {
  const std::optional<std::string> text = key_text(run, key);
  const auto found = text ? index_.find(*text) : index_.end();
  if (found == index_.end() || !run.take_steps(entries_.size())) return std::nullopt;
  const std::size_t position = found->second;
  Value value = std::move(entries_[position].second);
  index_.erase(found);
  entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(position));
  for (auto& entry : index_) {
    if (entry.second > position) --entry.second;
  }
  return value;
}

void Dict::clear() {
  entries_.clear();
  index_.clear();
}

void Object::print(Run&, TextBuilder& out) const {
  out.append("<" + std::string(type_name()) + ">");
}

Value Object::call(Run& run, const Arguments&) {
  return run.fail("'" + std::string(type_name()) + "' object is not callable");
}

Value make_list(Run& run, std::vector<Value> items) {
  return make_sequence(run, std::move(items), false);
}

Value make_tuple(Run& run, std::vector<Value> items) {
  return make_sequence(run, std::move(items), true);
}

Value make_iterator(Run& run, std::string_view type, std::vector<Value> items) {
  auto iterator = std::make_shared<Iterator>();
  iterator->type = type;
  for (const Value& item : items) {
    item.fix();
    iterator->depth = std::max(iterator->depth, item.depth() + 1);
  }
  check_depth(run, iterator->depth);
  if (run.take_memory(items.size() * sizeof(Value))) iterator->items = std::move(items);
  return iterator;
}

DictPtr make_dict(Run& run) {
  auto dict = std::make_shared<Dict>();
  dict->is_fixed = false;
  run.take_memory(sizeof(Dict));
  return dict;
}

void append_item(Run& run, List& list, Value item) {
  item.fix();
  list.depth = std::max(list.depth, item.depth() + 1);
  if (check_depth(run, list.depth) && run.take_memory(sizeof(Value))) {
    list.items.push_back(std::move(item));
  }
}

}  // namespace canter::jinja
