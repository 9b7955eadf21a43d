#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "chat/jinja/text.h"

namespace canter::jinja {

class Value;
class Object;
class Run;
struct Arguments;

/// Integers as wide as templates need; what does not fit is an error.
__extension__ using Int = __int128;

struct None {
  bool operator==(const None&) const = default;
};

/// What is not there. Printed as nothing; most uses are an error, which then says `why`.
struct Undefined {
  std::shared_ptr<const std::string> why;
};

struct Range {
  Int start = 0;
  Int stop = 0;
  Int step = 1;

  Int size() const;
  bool operator==(const Range&) const = default;
};

/// A list or a tuple. Only lists that the template made can be changed, and only until they
/// become part of another value: so none contains itself, and `depth` stays right.
struct List {
  bool is_tuple = false;
  bool is_group = false;  ///< a pair of `grouper` and `list`
  bool is_fixed = true;
  std::size_t depth = 1;
  std::vector<Value> items;
};

class Dict;

/// What `d.keys()`, `d.values()` and `d.items()` give.
struct DictView {
  enum class Kind { kKeys, kValues, kItems };
  Kind kind = Kind::kKeys;
  std::shared_ptr<Dict> dict;
};

/// What can be gone through once.
struct Iterator {
  std::string_view type;  ///< as Python calls it
  std::vector<Value> items;
  std::size_t next = 0;
  std::size_t depth = 1;
};

using ListPtr = std::shared_ptr<List>;
using DictPtr = std::shared_ptr<Dict>;

class Value {
 public:
  using Storage = std::variant<Undefined, None, bool, Int, double, TextPtr, ListPtr, DictPtr,
                               std::shared_ptr<const DictView>, std::shared_ptr<Iterator>,
                               std::shared_ptr<const Range>, Object*>;

  Value() = default;
  Value(None none) : storage_(none) {}
  Value(bool value) : storage_(value) {}
  Value(Int value) : storage_(value) {}
  Value(int value) : storage_(Int{value}) {}
  Value(std::size_t value) : storage_(static_cast<Int>(value)) {}
  Value(double value) : storage_(value) {}
  Value(Text text) : storage_(std::make_shared<const Text>(std::move(text))) {}
  Value(const char*) = delete;  // is it markup or content?
  Value(TextPtr text) : storage_(std::move(text)) {}
  Value(ListPtr list) : storage_(std::move(list)) {}
  Value(DictPtr dict) : storage_(std::move(dict)) {}
  Value(DictView view) : storage_(std::make_shared<const DictView>(std::move(view))) {}
  Value(std::shared_ptr<Iterator> iterator) : storage_(std::move(iterator)) {}
  Value(Range range) : storage_(std::make_shared<const Range>(range)) {}
  Value(Object* object) : storage_(object) {}

  static Value undefined(std::string why);
  /// Markup of the template's or the program's own.
  static Value markup(std::string text) { return Text(std::move(text), false); }

  template <typename T>
  bool is() const {
    return std::holds_alternative<T>(storage_);
  }
  bool is_undefined() const { return is<Undefined>(); }
  bool is_none() const { return is<None>(); }
  bool is_text() const { return is<TextPtr>(); }
  bool is_tuple() const { return is<ListPtr>() && std::get<ListPtr>(storage_)->is_tuple; }
  bool is_number() const { return is<bool>() || is<Int>() || is<double>(); }

  /// The value as T, or null.
  template <typename T>
  const T* as() const {
    return std::get_if<T>(&storage_);
  }
  const Text* text() const { return pointee<TextPtr>(); }
  const List* list() const { return pointee<ListPtr>(); }
  const Dict* dict() const { return pointee<DictPtr>(); }
  const Range* range() const { return pointee<std::shared_ptr<const Range>>(); }
  const DictView* view() const { return pointee<std::shared_ptr<const DictView>>(); }
  Iterator* iterator() const { return pointee<std::shared_ptr<Iterator>>(); }
  Object* object() const {
    const auto* held = as<Object*>();
    return held != nullptr ? *held : nullptr;
  }
  /// Integers and truth values.
  std::optional<Int> integer() const;
  /// Any number.
  std::optional<double> real() const;

  /// Levels of lists and dictionaries in it.
  std::size_t depth() const;
  /// Is part of another value from now on.
  void fix() const;

  /// As Python calls it: `str`, `dict`.
  std::string_view type_name() const;

 private:
  template <typename Pointer>
  auto pointee() const -> decltype(std::declval<Pointer>().get()) {
    const Pointer* held = as<Pointer>();
    return held != nullptr ? held->get() : nullptr;
  }

  Storage storage_;
};

/// Keys in the order in which they came. Keys that are equal in Python are one: 1, 1.0 and true.
class Dict {
 public:
  using Entry = std::pair<Value, Value>;

  const std::vector<Entry>& entries() const { return entries_; }
  std::size_t size() const { return entries_.size(); }
  std::size_t depth() const { return depth_; }

  const Value* find(std::string_view text) const;
  /// Null when it is not there, or when `key` cannot be one.
  const Value* find(Run& run, const Value& key) const;
  /// The same, but a failure when `key` cannot be one.
  const Value* find_hashable(Run& run, const Value& key) const;
  /// A failure when `key` cannot be one, or when the value is too deep.
  void set(Run& run, const Value& key, Value value);
  /// The value that was there.
  std::optional<Value> remove(Run& run, const Value& key);
  void clear();

  bool is_fixed = true;  ///< see List

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> index_;
  std::size_t depth_ = 1;
};

/// What templates call, and what has a state of its own. Lives as long as the rendering.
class Object {
 public:
  Object() = default;
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;
  virtual ~Object() = default;

  virtual std::string_view type_name() const = 0;
  virtual void print(Run& run, TextBuilder& out) const;
  virtual std::optional<Value> attribute(Run&, std::string_view) { return std::nullopt; }
  virtual bool is_callable() const { return false; }
  virtual Value call(Run& run, const Arguments& arguments);
};

/// What is written in parentheses behind a name.
struct Arguments {
  std::vector<Value> positional;
  std::vector<std::pair<Text, Value>> named;
};

// Values made of others; too deep ones are a failure.
Value make_list(Run& run, std::vector<Value> items);
Value make_tuple(Run& run, std::vector<Value> items);
Value make_iterator(Run& run, std::string_view type, std::vector<Value> items);
/// An empty one that the template may change.
DictPtr make_dict(Run& run);
/// Adds to a list that may be changed.
void append_item(Run& run, List& list, Value item);

}  // namespace canter::jinja
