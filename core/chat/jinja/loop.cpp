#include "chat/jinja/loop.h"

#include <algorithm>
#include <utility>

#include "chat/jinja/arguments.h"
#include "chat/jinja/comparison.h"
#include "chat/jinja/functions.h"
#include "chat/jinja/run.h"

namespace canter::jinja {

void Loop::print(Run&, TextBuilder& out) const {
  out.append("<LoopContext " + std::to_string(index_ + 1) + "/" + std::to_string(items_.size()) +
             ">");
}

std::optional<Value> Loop::attribute(Run& run, std::string_view name) {
  if (name == "index") return index_ + 1;
  if (name == "index0") return index_;
  if (name == "revindex") return items_.size() - index_;
  if (name == "revindex0") return items_.size() - index_ - 1;
  if (name == "first") return index_ == 0;
  if (name == "last") return index_ + 1 == items_.size();
  if (name == "length") return items_.size();
  if (name == "depth") return depth_ + 1;
  if (name == "depth0") return depth_;
  if (name == "previtem") {
    return index_ > 0 ? items_[index_ - 1] : Value::undefined("there is no previous item");
  }
  if (name == "nextitem") {
    return index_ + 1 < items_.size() ? items_[index_ + 1]
                                      : Value::undefined("there is no next item");
  }
  if (name == "cycle") {
    return run.make<Function>(
        [this](Run& current, const Arguments& arguments) { return cycle(current, arguments); });
  }
  if (name != "changed") return std::nullopt;
  return run.make<Function>(
      [this](Run& current, const Arguments& arguments) { return has_changed(current, arguments); });
}

Value Loop::call(Run& run, const Arguments& arguments) {
  const Parameters given(run, "loop", arguments, {"iterable"}, 1);
  if (!repeat_) {
    return run.fail("The loop must have the 'recursive' marker to be called recursively.");
  }
  return run.failed() ? Value() : repeat_(run, given.value(0));
}

Value Loop::cycle(Run& run, const Arguments& arguments) const {
  const std::vector<Value>& items = arguments.positional;
  if (items.empty()) return run.fail("no items for cycling given");
  return items[index_ % items.size()];
}

Value Loop::has_changed(Run& run, const Arguments& arguments) {
  const std::vector<Value>& now = arguments.positional;
  const bool same = last_ && std::ranges::equal(*last_, now, [&](const Value& a, const Value& b) {
                      return equal(run, a, b);
                    });
  last_ = now;
  return !same;
}

}  // namespace canter::jinja
