#include "chat/jinja/interpreter.h"

#include <algorithm>
#include <variant>

#include "chat/jinja/comparison.h"
#include "chat/jinja/functions.h"
#include "chat/jinja/loop.h"
#include "chat/jinja/printing.h"
#include "chat/jinja/sequences.h"

namespace canter::jinja {
namespace {

class MacroFunction : public Object {
 public:
  MacroFunction(Interpreter& interpreter, const Macro& macro, Scope* scope)
      : interpreter_(interpreter), macro_(macro), scope_(scope) {}

  std::string_view type_name() const override { return "Macro"; }
  void print(Run&, TextBuilder& out) const override {
    out.append(macro_.text.empty() ? "<Macro anonymous>" : "<Macro '" + macro_.text + "'>");
  }
  std::optional<Value> attribute(Run&, std::string_view name) override {
    if (name == "name") return Value::markup(macro_.text);
    return std::nullopt;
  }
  bool is_callable() const override { return true; }
  Value call(Run&, const Arguments& arguments) override {
    return interpreter_.call_macro(macro_, scope_, arguments);
  }

 private:
  Interpreter& interpreter_;
  const Macro& macro_;
  Scope* scope_;
};

}  // namespace

Interpreter::Interpreter(Run& run, const Tree& tree)
    : run_(run), tree_(tree), out_(run), root_(scopes_.open(nullptr)), scope_(root_) {}

Text Interpreter::run() {
  execute(tree_.statements);
  return out_.take();
}

Interpreter::Flow Interpreter::execute(const Statements& statements) {
  const Nesting nesting(run_);
  for (const Statement& statement : statements) {
    if (!run_.take_steps()) break;
    run_.set_offset(statement.offset);
    const Flow flow =
        std::visit([this](const auto& content) { return execute(content); }, statement.content);
    if (flow != Flow::kOn) return flow;
  }
  return Flow::kOn;
}

Interpreter::Flow Interpreter::execute(const TextOutput& output) {
  out_.append(*output.text);
  run_.check_output(out_.size());
  return Flow::kOn;
}

Interpreter::Flow Interpreter::execute(const ValueOutput& output) {
  print(run_, out_, evaluate(output.value));
  run_.check_output(out_.size());
  return Flow::kOn;
}

Interpreter::Flow Interpreter::execute(const If& choice) {
  for (const If::Branch& branch : choice.branches) {
    const bool holds = is_true(run_, evaluate(branch.condition));
    if (run_.failed()) return Flow::kOn;
    if (holds) return execute(branch.body);
  }
  return execute(choice.otherwise);
}

Interpreter::Flow Interpreter::execute(const For& loop) {
  return run_loop(loop, evaluate(loop.items), 0);
}

std::vector<Value> Interpreter::items_for(const For& loop, const Value& items) {
  std::vector<Value> all = items_of(run_, items);
  if (!loop.condition) return all;
  std::vector<Value> kept;
  for (Value& item : all) {
    if (!run_.take_steps()) break;
    const ScopeBlock block(scopes_, scope_, scope_);
    assign(loop.target, item);
    if (is_true(run_, evaluate(loop.condition))) kept.push_back(std::move(item));
  }
  return kept;
}

Interpreter::Flow Interpreter::run_loop(const For& loop, const Value& items, std::size_t depth) {
  const std::size_t offset = run_.offset();
  Loop::Repeat repeat;
  if (loop.is_recursive) {
    repeat = [this, &loop, depth, scope = scope_](Run&, const Value& others) -> Value {
      const Nesting nesting(run_);
      if (run_.failed()) return {};
      TextBuilder outer = std::exchange(out_, TextBuilder(run_));
      Scope* const caller = std::exchange(scope_, scope);
      run_loop(loop, others, depth + 1);
      scope_ = caller;
      return std::exchange(out_, std::move(outer)).take();
    };
  }
  Loop* const state = run_.make<Loop>(items_for(loop, items), depth, std::move(repeat));
  if (state->size() == 0) {
    const ScopeBlock block(scopes_, scope_, scope_);
    return execute(loop.otherwise);
  }
  for (std::size_t i = 0; i < state->size() && run_.take_steps(); ++i) {
    const ScopeBlock block(scopes_, scope_, scope_);
    run_.set_offset(offset);
    assign(loop.target, state->go_to(i));
    scope_->set(Names::kLoop, state);
    if (execute(loop.body) == Flow::kBreak) break;
  }
  return Flow::kOn;
}

void Interpreter::assign(const Target& target, const Value& value) {
  if (!target.parts.empty()) {
    const std::vector<Value> items = items_of(run_, value);
    if (items.size() != target.parts.size() && !run_.failed()) {
      const std::string wanted = std::to_string(target.parts.size());
      run_.fail(items.size() > target.parts.size()
                    ? "too many values to unpack (expected " + wanted + ")"
                    : "not enough values to unpack (expected " + wanted + ", got " +
                          std::to_string(items.size()) + ")");
    }
    for (std::size_t i = 0; i < target.parts.size() && !run_.failed(); ++i) {
      assign(target.parts[i], items[i]);
    }
    return;
  }
  if (target.attribute.empty()) return scope_->set(target.name, value);
  const Value* found = scope_->find(target.name);
  auto* const space = found != nullptr ? dynamic_cast<Namespace*>(found->object()) : nullptr;
  if (space != nullptr) {
    space->set(run_, target.attribute, value);
  } else {
    run_.fail("cannot assign attribute on non-namespace object");
  }
}

Interpreter::Flow Interpreter::execute(const Set& set) {
  assign(set.target, evaluate(set.value));
  return Flow::kOn;
}

std::pair<Text, Interpreter::Flow> Interpreter::capture(const Statements& body) {
  const ScopeBlock block(scopes_, scope_, scope_);
  TextBuilder outer = std::exchange(out_, TextBuilder(run_));
  const Flow flow = execute(body);
  return {std::exchange(out_, std::move(outer)).take(), flow};
}

Interpreter::Flow Interpreter::execute(const SetBlock& set) {
  auto [text, flow] = capture(set.body);
  Value value = std::move(text);
  if (set.filter) value = evaluate_filter(*set.filter, &value);
  if (flow == Flow::kOn) assign(set.target, value);
  return flow;
}

Interpreter::Flow Interpreter::execute(const FilterBlock& block) {
  auto [text, flow] = capture(block.body);
  const Value value = std::move(text);
  if (flow == Flow::kOn) print(run_, out_, evaluate_filter(*block.filter, &value));
  return flow;
}

Interpreter::Flow Interpreter::execute(const With& with) {
  std::vector<Value> values;
  for (const auto& [target, value] : with.values) values.push_back(evaluate(value));
  const ScopeBlock block(scopes_, scope_, scope_);
  for (std::size_t i = 0; i < values.size(); ++i) assign(with.values[i].first, values[i]);
  return execute(with.body);
}

Value Interpreter::make_macro(const Macro& macro) {
  for (Scope* scope = scope_; scope != nullptr; scope = scope->parent) scope->is_kept = true;
  return run_.make<MacroFunction>(*this, macro, scope_);
}

Interpreter::Flow Interpreter::execute(const Macro& macro) {
  scope_->set(macro.name, make_macro(macro));
  return Flow::kOn;
}

Interpreter::Flow Interpreter::execute(const CallBlock& block) {
  const Value caller = make_macro(*block.caller);
  print(run_, out_, evaluate_call(*block.call, &caller));
  return Flow::kOn;
}

Value Interpreter::call_macro(const Macro& macro, Scope* scope, const Arguments& arguments) {
  const Nesting nesting(run_);
  if (run_.failed()) return {};
  const ScopeBlock block(scopes_, scope_, scope);
  bind(macro, arguments);
  TextBuilder outer = std::exchange(out_, TextBuilder(run_));
  execute(macro.body);
  return std::exchange(out_, std::move(outer)).take();
}

void Interpreter::bind(const Macro& macro, const Arguments& arguments) {
  const std::string title = "macro '" + macro.text + "'";
  const std::vector<Macro::Parameter>& parameters = macro.parameters;
  const std::vector<Value>& positional = arguments.positional;
  std::vector<const Value*> given(parameters.size(), nullptr);
  for (std::size_t i = 0; i < std::min(parameters.size(), positional.size()); ++i) {
    given[i] = &positional[i];
  }
  Value caller = Value::undefined("No caller defined");
  bool has_caller_parameter = false;
  const DictPtr others = make_dict(run_);
  for (const auto& [name, value] : arguments.named) {
    const auto place = std::ranges::find(parameters, name.bytes(), &Macro::Parameter::text);
    const auto index = static_cast<std::size_t>(place - parameters.begin());
    if (place != parameters.end()) {
      if (given[index] != nullptr) {
        run_.fail(title + " got multiple values for argument '" + name.bytes() + "'");
      }
      given[index] = &value;
      has_caller_parameter = has_caller_parameter || name.bytes() == "caller";
    } else if (name.bytes() == "caller" && macro.uses_caller) {
      caller = value;
    } else if (macro.uses_kwargs) {
      others->set(run_, name, value);
    } else {
      run_.fail(title + " takes no keyword argument '" + name.bytes() + "'");
    }
  }
  if (positional.size() > parameters.size() && !macro.uses_varargs) {
    run_.fail(title + " takes not more than " + std::to_string(parameters.size()) + " argument(s)");
  }
  for (std::size_t i = 0; i < parameters.size() && !run_.failed(); ++i) {
    const Macro::Parameter& parameter = parameters[i];
    Value value = given[i] != nullptr ? *given[i]
                  : parameter.otherwise
                      ? evaluate(parameter.otherwise)
                      : Value::undefined("parameter '" + parameter.text + "' was not provided");
    scope_->set(parameter.name, std::move(value));
  }
  if (macro.uses_caller && !has_caller_parameter) scope_->set(Names::kCaller, caller);
  if (macro.uses_kwargs) scope_->set(Names::kKwargs, others);
  if (macro.uses_varargs) {
    const auto first = static_cast<std::ptrdiff_t>(std::min(parameters.size(), positional.size()));
    scope_->set(Names::kVarargs, make_tuple(run_, {positional.begin() + first, positional.end()}));
  }
}

}  // namespace canter::jinja
