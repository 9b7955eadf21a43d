#pragma once

#include <initializer_list>

#include "chat/jinja/syntax.h"
#include "chat/jinja/token_stream.h"

namespace canter::jinja {

/// What of a template's names and of its macros is seen while expressions are read.
class Uses {
 public:
  void read_name(const std::string& name) {
    tree.reads.insert(name);
    caller = caller || name == "caller";
    varargs = varargs || name == "varargs";
    kwargs = kwargs || name == "kwargs";
  }

  Tree tree;
  // In the macro that is being read.
  bool caller = false;
  bool varargs = false;
  bool kwargs = false;

  struct Unknown {
    std::size_t offset;
    std::string message;
  };
  /// Filters and tests that do not exist. They are an error, unless what is being read turns out
  /// to be a branch.
  std::vector<Unknown> unknown;
  /// The first of those that are an error in any case.
  std::optional<Unknown> certainly_unknown;
};

/// Reads expressions off the stream. What it returns after a failure is of no use, and may be null.
class ExpressionParser {
 public:
  ExpressionParser(TokenStream& stream, Uses& uses) : stream_(stream), uses_(uses) {}

  ExpressionPtr parse(bool with_condition = true);
  /// One expression, or several with commas between them, which are a tuple.
  ExpressionPtr parse_tuple(bool with_condition, bool may_be_empty = false);
  /// `name | name(arguments)` with nothing in front; null when no `|` stands here and none is
  /// needed.
  ExpressionPtr parse_filters(bool first_without_pipe);
  Target parse_target(bool with_attribute, bool with_tuple);

  /// A level of nesting, in expressions or statements.
  class Level {
   public:
    explicit Level(ExpressionParser& parser);
    ~Level() { --parser_.level_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

   private:
    ExpressionParser& parser_;
  };

 private:
  using Parse = ExpressionPtr (ExpressionParser::*)();

  std::unique_ptr<Expression> make(ExpressionKind kind, std::size_t offset) const;
  /// Finishes an expression whose children are complete.
  ExpressionPtr done(std::unique_ptr<Expression> expression);

  ExpressionPtr parse_condition();
  ExpressionPtr parse_or();
  ExpressionPtr parse_and();
  ExpressionPtr parse_not();
  ExpressionPtr parse_comparison();
  ExpressionPtr parse_sum();
  ExpressionPtr parse_concat();
  ExpressionPtr parse_product();
  ExpressionPtr parse_power();
  ExpressionPtr parse_operand() { return parse_unary(true); }
  ExpressionPtr parse_unary(bool with_filters);
  ExpressionPtr parse_primary();
  ExpressionPtr parse_number();
  ExpressionPtr parse_list();
  ExpressionPtr parse_dict();
  ExpressionPtr parse_postfix(ExpressionPtr value);
  ExpressionPtr parse_filters_and_tests(ExpressionPtr value);
  ExpressionPtr parse_subscript(ExpressionPtr value);
  ExpressionPtr parse_call(ExpressionPtr callee);
  ExpressionPtr parse_filter(ExpressionPtr value);
  ExpressionPtr parse_test(ExpressionPtr value);
  std::unique_ptr<CallArguments> parse_arguments();
  std::string parse_dotted_name();
  void note_unknown(const char* what, const std::string& name, std::size_t offset);
  /// Keys in literals are read, as `d['key']` or `'key' in d`.
  void note_key(const ExpressionPtr& key);

  /// Operators of one strength, from left to right.
  ExpressionPtr parse_arithmetic(std::initializer_list<std::string_view> operators, Parse operand);
  ExpressionPtr parse_logic(const char* word, ExpressionKind kind, Parse operand);

  TokenStream& stream_;
  Uses& uses_;
  std::size_t level_ = 0;
};

}  // namespace canter::jinja
