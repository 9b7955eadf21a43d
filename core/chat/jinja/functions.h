#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "chat/jinja/value.h"

namespace canter::jinja {

/// A function as a value.
class Function : public Object {
 public:
  using Body = std::function<Value(Run&, const Arguments&)>;

  explicit Function(Body body) : body_(std::move(body)) {}

  std::string_view type_name() const override { return "function"; }
  bool is_callable() const override { return true; }
  Value call(Run& run, const Arguments& arguments) override { return body_(run, arguments); }

 private:
  Body body_;
};

/// What `namespace(…)` makes: attributes that may be set wherever it is known.
class Namespace : public Object {
 public:
  std::string_view type_name() const override { return "Namespace"; }
  void print(Run& run, TextBuilder& out) const override;
  std::optional<Value> attribute(Run& run, std::string_view name) override;
  void set(Run& run, std::string_view name, Value value);

 private:
  std::vector<std::pair<std::string, Value>> attributes_;
};

/// The functions that every template knows; nullopt for other names.
std::optional<Value> global_function(Run& run, std::string_view name);

}  // namespace canter::jinja
