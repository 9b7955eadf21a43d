#include "chat/jinja/comparison.h"
#include "chat/jinja/filters.h"
#include "chat/jinja/functions.h"
#include "chat/jinja/interpreter.h"
#include "chat/jinja/methods.h"
#include "chat/jinja/operators.h"
#include "chat/jinja/printing.h"
#include "chat/jinja/sequences.h"
#include "chat/jinja/value_tests.h"

namespace canter::jinja {
namespace {

/// Charges for an operation that may look at all of `value`; what is copied is charged besides.
void take_steps_for(Run& run, const Value& value) {
  constexpr std::size_t kBytesInStep = 64;
  if (const Text* text = value.text()) run.take_steps(text->bytes().size() / kBytesInStep);
  if (const List* list = value.list()) run.take_steps(list->items.size() / kBytesInStep);
}

Value call_value(Run& run, const Value& callee, const Arguments& arguments) {
  if (run.failed() || fail_undefined(run, callee)) return {};
  if (callee.object() != nullptr) return callee.object()->call(run, arguments);
  return run.fail("'" + std::string(callee.type_name()) + "' object is not callable");
}

}  // namespace

Value Interpreter::evaluate(const ExpressionPtr& expression) {
  return expression ? evaluate(*expression) : Value();
}

Value Interpreter::evaluate(const Expression& expression) {
  using Kind = ExpressionKind;
  if (!run_.take_steps()) return {};
  const Nesting nesting(run_);
  const std::vector<ExpressionPtr>& parts = expression.children;
  const auto here = [&] { run_.set_offset(expression.offset); };
  switch (expression.kind) {
    case Kind::kConstant:
      return expression.constant;
    case Kind::kName:
      here();
      return evaluate_name(expression);
    case Kind::kList:
      return make_list(run_, evaluate_all(parts));
    case Kind::kTuple:
      return make_tuple(run_, evaluate_all(parts));
    case Kind::kDict:
      return evaluate_dict(expression);
    case Kind::kAttribute: {
      const Value value = evaluate(parts[0]);
      here();
      return attribute_of(run_, value, expression.text);
    }
    case Kind::kItem: {
      const Value value = evaluate(parts[0]);
      const Value key = evaluate(parts[1]);
      here();
      if (value.text() && !value.text()->is_ascii()) take_steps_for(run_, value);
      return item_of(run_, value, key);
    }
    case Kind::kSlice: {
      const std::vector<Value> values = evaluate_all(parts);
      here();
      take_steps_for(run_, values[0]);
      return run_.failed() ? Value() : slice_of(run_, values[0], values[1], values[2], values[3]);
    }
    case Kind::kCall:
      return evaluate_call(expression);
    case Kind::kFilter:
      return evaluate_filter(expression);
    case Kind::kTest:
      return evaluate_test(expression);
    case Kind::kNot:
      return !is_true(run_, evaluate(parts[0]));
    case Kind::kNegative:
    case Kind::kPositive: {
      const Value value = evaluate(parts[0]);
      here();
      return expression.kind == Kind::kNegative ? negate(run_, value) : positive(run_, value);
    }
    case Kind::kAnd:
      return evaluate_logic(expression, false);
    case Kind::kOr:
      return evaluate_logic(expression, true);
    case Kind::kCompare:
      return evaluate_comparison(expression);
    case Kind::kArithmetic: {
      const Value left = evaluate(parts[0]);
      const Value right = evaluate(parts[1]);
      here();
      return run_.failed() ? Value() : calculate(run_, expression.arithmetic, left, right);
    }
    case Kind::kConcat:
      return evaluate_concat(expression);
    case Kind::kConditional:
      return evaluate_condition(expression);
  }
  return {};
}

Value Interpreter::evaluate_name(const Expression& expression) {
  if (const Value* found = scope_->find(expression.name)) return *found;
  if (std::optional<Value> function = global_function(run_, expression.text)) {
    root_->set(expression.name, *function);
    return *function;
  }
  return Value::undefined("'" + expression.text + "' is undefined");
}

std::vector<Value> Interpreter::evaluate_all(const std::vector<ExpressionPtr>& expressions) {
  std::vector<Value> values;
  values.reserve(expressions.size());
  for (const ExpressionPtr& expression : expressions) values.push_back(evaluate(expression));
  return values;
}

Value Interpreter::evaluate_dict(const Expression& expression) {
  const DictPtr dict = make_dict(run_);
  for (std::size_t i = 0; i + 1 < expression.children.size(); i += 2) {
    const Value key = evaluate(expression.children[i]);
    dict->set(run_, key, evaluate(expression.children[i + 1]));
  }
  return dict;
}

Value Interpreter::evaluate_comparison(const Expression& expression) {
  Value left = evaluate(expression.children[0]);
  for (std::size_t i = 0; i < expression.operations.size(); ++i) {
    Value right = evaluate(expression.children[i + 1]);
    run_.set_offset(expression.offset);
    if (run_.failed() || !compare(run_, expression.operations[i], left, right)) return false;
    left = std::move(right);
  }
  return true;
}

Value Interpreter::evaluate_concat(const Expression& expression) {
  TextBuilder out(run_);
  for (const ExpressionPtr& part : expression.children) print(run_, out, evaluate(part));
  return out.take();
}

Value Interpreter::evaluate_condition(const Expression& expression) {
  const std::vector<ExpressionPtr>& parts = expression.children;
  const bool holds = is_true(run_, evaluate(parts[0]));
  if (holds || parts[2]) return evaluate(parts[holds ? 1 : 2]);
  return Value::undefined("an inline if-expression evaluated to false and has no else section");
}

Value Interpreter::evaluate_logic(const Expression& expression, bool deciding) {
  Value value;
  for (const ExpressionPtr& part : expression.children) {
    value = evaluate(part);
    if (is_true(run_, value) == deciding) break;
  }
  return value;
}

Arguments Interpreter::evaluate_arguments(const CallArguments& written) {
  Arguments arguments;
  arguments.positional = evaluate_all(written.positional);
  for (const auto& [name, value] : written.named) {
    arguments.named.emplace_back(Text(name, false), evaluate(value));
  }
  if (written.all_positional) {
    for (Value& item : items_of(run_, evaluate(written.all_positional))) {
      arguments.positional.push_back(std::move(item));
    }
  }
  if (!written.all_named) return arguments;
  const Value all = evaluate(written.all_named);
  if (all.dict() == nullptr) {
    run_.fail("argument after ** must be a mapping, not " + std::string(all.type_name()));
    return arguments;
  }
  for (const auto& [key, value] : all.dict()->entries()) {
    if (key.text() != nullptr) {
      arguments.named.emplace_back(*key.text(), value);
    } else {
      run_.fail("keywords must be strings");
    }
  }
  return arguments;
}

Value Interpreter::evaluate_call(const Expression& expression, const Value* caller) {
  const Expression& callee = *expression.children[0];
  const bool is_method = callee.kind == ExpressionKind::kAttribute;
  const Value value = is_method ? evaluate(callee.children[0]) : evaluate(callee);
  const Method method = is_method ? find_method(value, callee.text) : nullptr;
  run_.set_offset(callee.offset);
  const Value function =
      is_method && method == nullptr ? attribute_of(run_, value, callee.text) : value;
  if (run_.failed()) return {};
  Arguments arguments = evaluate_arguments(*expression.arguments);
  if (caller != nullptr) arguments.named.emplace_back(Text("caller", false), *caller);
  run_.set_offset(expression.offset);
  take_steps_for(run_, value);
  if (run_.failed()) return {};
  return method != nullptr ? method(run_, value, arguments) : call_value(run_, function, arguments);
}

Value Interpreter::evaluate_filter(const Expression& expression, const Value* subject) {
  const Expression* const inner = expression.children[0].get();
  const Value value = inner == nullptr     ? *subject
                      : subject != nullptr ? evaluate_filter(*inner, subject)
                                           : evaluate(*inner);
  const Filter filter = find_filter(expression.text);
  const Arguments arguments = evaluate_arguments(*expression.arguments);
  run_.set_offset(expression.offset);
  take_steps_for(run_, value);
  if (filter == nullptr) return run_.fail("No filter named '" + expression.text + "'.");
  return run_.failed() ? Value() : filter(run_, value, arguments);
}

Value Interpreter::evaluate_test(const Expression& expression) {
  const Value value = evaluate(expression.children[0]);
  const ValueTest test = find_test(expression.text);
  const Arguments arguments = evaluate_arguments(*expression.arguments);
  run_.set_offset(expression.offset);
  take_steps_for(run_, value);
  if (test == nullptr) return run_.fail("No test named '" + expression.text + "'.");
  return run_.failed() ? Value() : Value(test(run_, value, arguments));
}

}  // namespace canter::jinja
