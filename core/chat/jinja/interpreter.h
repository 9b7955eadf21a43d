#pragma once

#include <utility>
#include <vector>

#include "chat/jinja/run.h"
#include "chat/jinja/scope.h"
#include "chat/jinja/syntax.h"

namespace canter::jinja {

/// Runs a tree once.
class Interpreter {
 public:
  Interpreter(Run& run, const Tree& tree);

  void set_variable(NameId name, Value value) { scope_->set(name, std::move(value)); }
  /// What the template writes; of no use after a failure.
  Text run();

  /// What a macro that was made in `scope` writes.
  Value call_macro(const Macro& macro, Scope* scope, const Arguments& arguments);

 private:
  enum class Flow { kOn, kBreak, kContinue };

  Flow execute(const Statements& statements);
  Flow execute(const TextOutput& output);
  Flow execute(const ValueOutput& output);
  Flow execute(const If& choice);
  Flow execute(const For& loop);
  Flow execute(const Set& set);
  Flow execute(const SetBlock& set);
  Flow execute(const Macro& macro);
  Flow execute(const CallBlock& block);
  Flow execute(const FilterBlock& block);
  Flow execute(const With& with);
  Flow execute(const Break&) { return Flow::kBreak; }
  Flow execute(const Continue&) { return Flow::kContinue; }

  /// What `body` writes in a scope of its own, and how it ended.
  std::pair<Text, Flow> capture(const Statements& body);
  Flow run_loop(const For& loop, const Value& items, std::size_t depth);
  std::vector<Value> items_for(const For& loop, const Value& items);
  void assign(const Target& target, const Value& value);
  Value make_macro(const Macro& macro);
  void bind(const Macro& macro, const Arguments& arguments);

  // interpreter_expressions.cpp
  Value evaluate(const Expression& expression);
  /// Undefined when there is none.
  Value evaluate(const ExpressionPtr& expression);
  Value evaluate_name(const Expression& expression);
  Value evaluate_dict(const Expression& expression);
  Value evaluate_comparison(const Expression& expression);
  Value evaluate_concat(const Expression& expression);
  Value evaluate_condition(const Expression& expression);
  /// `and`, or `or`: the first value that decides.
  Value evaluate_logic(const Expression& expression, bool deciding);
  Value evaluate_call(const Expression& expression, const Value* caller = nullptr);
  /// `subject`: what a filter block filters, in the place of what stands in front of filters.
  Value evaluate_filter(const Expression& expression, const Value* subject = nullptr);
  Value evaluate_test(const Expression& expression);
  std::vector<Value> evaluate_all(const std::vector<ExpressionPtr>& expressions);
  Arguments evaluate_arguments(const CallArguments& written);

  Run& run_;
  const Tree& tree_;
  TextBuilder out_;
  Scopes scopes_;
  Scope* root_;
  Scope* scope_;
};

}  // namespace canter::jinja
