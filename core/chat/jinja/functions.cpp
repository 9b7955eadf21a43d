#include "chat/jinja/functions.h"

#include <algorithm>
#include <map>

#include "chat/jinja/arguments.h"
#include "chat/jinja/clock_text.h"
#include "chat/jinja/printing.h"
#include "chat/jinja/run.h"
#include "chat/jinja/sequences.h"

namespace canter::jinja {
namespace {

constexpr Int kLongestRange = 100'000;

Value range(Run& run, const Arguments& arguments) {
  const std::vector<Value>& given = arguments.positional;
  if (given.empty() || given.size() > 3 || !arguments.named.empty()) {
    return run.fail("range expected 1 to 3 arguments");
  }
  for (const Value& bound : given) {
    if (fail_undefined(run, bound)) return {};
    const auto integer = bound.integer();
    if (!integer) {
      return run.fail("'" + std::string(bound.type_name()) +
                      "' object cannot be interpreted as an integer");
    }
    if (*integer > Int{1} << 62 || *integer < -(Int{1} << 62)) {
      return run.fail("a number is too large for a range");
    }
  }
  const bool has_start = given.size() > 1;
  const Range made{has_start ? *given[0].integer() : Int{0}, *given[has_start ? 1 : 0].integer(),
                   given.size() > 2 ? *given[2].integer() : Int{1}};
  if (made.step == 0) return run.fail("range() arg 3 must not be zero");
  if (made.size() > kLongestRange) {
    return run.fail("Range too big. The sandbox blocks ranges larger than MAX_RANGE (100000).");
  }
  return made;
}

/// What dict() and namespace() are given, entry by entry.
template <typename Set>
void for_each_entry(Run& run, const Arguments& arguments, Set set) {
  if (arguments.positional.size() > 1) run.fail("dict expected at most 1 argument");
  if (!arguments.positional.empty()) {
    const Value& from = arguments.positional[0];
    if (const Dict* dict = from.dict()) {
      for (const auto& [key, value] : dict->entries()) set(key, value);
    } else {
      for (const Value& pair : items_of(run, from)) {
        const std::vector<Value> parts = items_of(run, pair);
        if (parts.size() == 2) {
          set(parts[0], parts[1]);
        } else {
          run.fail("dictionary update sequence element has a length other than 2");
        }
      }
    }
  }
  for (const auto& [name, value] : arguments.named) set(Value(name), value);
}

Value dict(Run& run, const Arguments& arguments) {
  const DictPtr made = make_dict(run);
  for_each_entry(run, arguments,
                 [&](const Value& key, const Value& value) { made->set(run, key, value); });
  return made;
}

Value make_namespace(Run& run, const Arguments& arguments) {
  Namespace* const made = run.make<Namespace>();
  for_each_entry(run, arguments, [&](const Value& name, const Value& value) {
    if (name.text() != nullptr) made->set(run, name.text()->bytes(), value);
  });
  return made;
}

Value raise(Run& run, const Arguments& arguments) {
  const Parameters given(run, "raise_exception", arguments, {"message"}, 1);
  const TextPtr message = to_text(run, given.value(0));
  run.fail(ErrorKind::kBadFile, message->bytes(), true);
  return {};
}

Value write_clock(Run& run, const Arguments& arguments) {
  const Parameters given(run, "strftime_now", arguments, {"format"}, 1);
  const TextPtr format = given.text(0);
  if (!format) return run.fail("strftime_now wants a string");
  constexpr std::size_t kLongestField = 24;
  run.take_memory(format->bytes().size() * kLongestField);
  return Value::markup(clock_text(run.now(), format->bytes()));
}

/// Gives its items in turn, over and over.
class Cycler : public Object {
 public:
  explicit Cycler(std::vector<Value> items) : items_(std::move(items)) {}

  std::string_view type_name() const override { return "Cycler"; }
  std::optional<Value> attribute(Run& run, std::string_view name) override {
    if (name == "current") return items_[next_];
    if (name == "next") {
      return run.make<Function>([this](Run&, const Arguments&) { return advance(); });
    }
    if (name != "reset") return std::nullopt;
    return run.make<Function>([this](Run&, const Arguments&) {
      next_ = 0;
      return Value(None{});
    });
  }

 private:
  Value advance() {
    const Value& item = items_[next_];
    next_ = (next_ + 1) % items_.size();
    return item;
  }

  std::vector<Value> items_;
  std::size_t next_ = 0;
};

Value make_cycler(Run& run, const Arguments& arguments) {
  if (arguments.positional.empty()) return run.fail("at least one item has to be provided");
  return run.make<Cycler>(arguments.positional);
}

/// Gives nothing at first, then always its separator.
Value make_joiner(Run& run, const Arguments& arguments) {
  const Parameters given(run, "joiner", arguments, {"sep"}, 0);
  const Value separator = given.get(0) != nullptr ? *given.get(0) : Value::markup(", ");
  return run.make<Function>([separator, used = false](Run&, const Arguments&) mutable {
    return std::exchange(used, true) ? separator : Value::markup("");
  });
}

Value refuse(Run& run, const Arguments&) {
  return run.fail("this function is not supported");
}

}  // namespace

void Namespace::print(Run& run, TextBuilder& out) const {
  out.append("<Namespace {");
  for (std::size_t i = 0; i < attributes_.size() && !run.failed(); ++i) {
    if (i > 0) out.append(", ");
    print_quoted(run, out, Value::markup(attributes_[i].first));
    out.append(": ");
    print_quoted(run, out, attributes_[i].second);
  }
  out.append("}>");
}

std::optional<Value> Namespace::attribute(Run&, std::string_view name) {
  const auto found = std::ranges::find(attributes_, name, &std::pair<std::string, Value>::first);
  return found != attributes_.end() ? std::optional(found->second) : std::nullopt;
}

void Namespace::set(Run& run, std::string_view name, Value value) {
  if (name.starts_with('_')) {
    run.fail(
        "Chat templates cannot store underscore-prefixed attributes on a namespace, but got '" +
        std::string(name) + "'. Please rename the attribute.");
    return;
  }
  const auto found = std::ranges::find(attributes_, name, &std::pair<std::string, Value>::first);
  if (found != attributes_.end()) {
    found->second = std::move(value);
  } else if (run.take_memory(sizeof attributes_[0] + name.size()) &&
             run.take_steps(attributes_.size())) {
    attributes_.emplace_back(name, std::move(value));
  }
}

std::optional<Value> global_function(Run& run, std::string_view name) {
  using Body = Value (*)(Run&, const Arguments&);
  static const std::map<std::string_view, Body> table = {{"cycler", make_cycler},
                                                         {"dict", dict},
                                                         {"joiner", make_joiner},
                                                         {"lipsum", refuse},
                                                         {"namespace", make_namespace},
                                                         {"raise_exception", raise},
                                                         {"range", range},
                                                         {"self", refuse},
                                                         {"strftime_now", write_clock}};
  const auto found = table.find(name);
  if (found == table.end()) return std::nullopt;
  return run.make<Function>(found->second);
}

}  // namespace canter::jinja
