#include "chat/jinja/methods.h"

#include "chat/jinja/run.h"

namespace canter::jinja {
namespace {

class BoundMethod : public Object {
 public:
  BoundMethod(Value self, Method method) : self_(std::move(self)), method_(method) {}

  std::string_view type_name() const override { return "builtin_function_or_method"; }
  bool is_callable() const override { return true; }
  Value call(Run& run, const Arguments& arguments) override {
    return method_(run, self_, arguments);
  }

 private:
  Value self_;
  Method method_;
};

Method find_change(const Value& value, std::string_view name) {
  if (value.list() != nullptr && !value.is_tuple()) return find_list_change(name);
  if (value.dict() != nullptr) return find_dict_change(name);
  return nullptr;
}

bool is_fixed(const Value& value) {
  const List* list = value.list();
  return list != nullptr ? list->is_fixed : value.dict()->is_fixed;
}

}  // namespace

Method find_method(const Value& value, std::string_view name) {
  if (value.text() != nullptr) {
    if (const Method method = find_text_method(name)) return method;
    if (const Method method = find_text_search_method(name)) return method;
    return find_text_predicate(name);
  }
  if (const Method change = find_change(value, name)) return is_fixed(value) ? nullptr : change;
  if (value.list() != nullptr) return find_list_method(name);
  if (value.dict() != nullptr) return find_dict_method(name);
  return nullptr;
}

std::optional<Value> bound_method(Run& run, const Value& value, std::string_view name) {
  if (const Method method = find_method(value, name)) return run.make<BoundMethod>(value, method);
  if (find_change(value, name) == nullptr) return std::nullopt;
  return Value::undefined("access to attribute '" + std::string(name) + "' of '" +
                          std::string(value.type_name()) + "' object is unsafe.");
}

}  // namespace canter::jinja
