#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "chat/jinja/value.h"

namespace canter::jinja {

/// The variable `loop`.
class Loop : public Object {
 public:
  /// Runs the loop again with other items; empty unless it is recursive.
  using Repeat = std::function<Value(Run&, const Value& items)>;

  Loop(std::vector<Value> items, std::size_t depth, Repeat repeat)
      : items_(std::move(items)), depth_(depth), repeat_(std::move(repeat)) {}

  std::string_view type_name() const override { return "LoopContext"; }
  void print(Run& run, TextBuilder& out) const override;
  std::optional<Value> attribute(Run& run, std::string_view name) override;
  bool is_callable() const override { return true; }
  Value call(Run& run, const Arguments& arguments) override;

  std::size_t size() const { return items_.size(); }
  const Value& go_to(std::size_t index) { return items_[index_ = index]; }

 private:
  Value cycle(Run& run, const Arguments& arguments) const;
  Value has_changed(Run& run, const Arguments& arguments);

  std::vector<Value> items_;
  std::size_t index_ = 0;
  std::size_t depth_;  // from 0
  Repeat repeat_;
  std::optional<std::vector<Value>> last_;  // of changed()
};

}  // namespace canter::jinja
