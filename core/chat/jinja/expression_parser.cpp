#include "chat/jinja/expression_parser.h"

#include <algorithm>
#include <map>

#include "chat/jinja/numbers.h"

namespace canter::jinja {
namespace {

/// Levels of statements and brackets in each other. A level takes about four kilobytes of stack.
constexpr std::size_t kMostNesting = 60;
/// Of the tree of an expression: a sum of so many terms, so many filters in a row.
constexpr std::uint32_t kMostExpressionDepth = 200;

Arithmetic arithmetic_of(std::string_view text) {
  static const std::map<std::string_view, Arithmetic> table = {
      {"+", Arithmetic::kAdd},    {"-", Arithmetic::kSubtract},     {"*", Arithmetic::kMultiply},
      {"/", Arithmetic::kDivide}, {"//", Arithmetic::kFloorDivide}, {"%", Arithmetic::kModulo},
      {"**", Arithmetic::kPower}};
  return table.at(text);
}

void deepen(std::uint32_t& depth, const ExpressionPtr& part) {
  if (part) depth = std::max(depth, part->depth + 1);
}

}  // namespace

ExpressionParser::Level::Level(ExpressionParser& parser) : parser_(parser) {
  if (++parser.level_ > kMostNesting) parser.stream_.fail_here("it is nested too deeply");
}

std::unique_ptr<Expression> ExpressionParser::make(ExpressionKind kind, std::size_t offset) const {
  auto expression = std::make_unique<Expression>();
  expression->kind = kind;
  expression->offset = static_cast<std::uint32_t>(offset);
  return expression;
}

ExpressionPtr ExpressionParser::done(std::unique_ptr<Expression> expression) {
  for (const ExpressionPtr& child : expression->children) deepen(expression->depth, child);
  if (const CallArguments* arguments = expression->arguments.get()) {
    for (const ExpressionPtr& value : arguments->positional) deepen(expression->depth, value);
    for (const auto& [name, value] : arguments->named) deepen(expression->depth, value);
    deepen(expression->depth, arguments->all_positional);
    deepen(expression->depth, arguments->all_named);
  }
  if (expression->depth > kMostExpressionDepth) {
    stream_.fail(expression->offset, "the expression has too many parts in a row");
  }
  return expression;
}

ExpressionPtr ExpressionParser::parse(bool with_condition) {
  const Level level(*this);
  return with_condition ? parse_condition() : parse_or();
}

ExpressionPtr ExpressionParser::parse_condition() {
  const std::size_t offset = stream_.current().offset;
  const std::size_t unknown_before = uses_.unknown.size();
  ExpressionPtr value = parse_or();
  while (stream_.skip_name("if")) {
    auto made = make(ExpressionKind::kConditional, offset);
    made->children.push_back(parse_or());
    made->children.push_back(std::move(value));
    made->children.push_back(stream_.skip_name("else") ? parse() : nullptr);
    value = done(std::move(made));
    uses_.unknown.resize(unknown_before);
  }
  return value;
}

ExpressionPtr ExpressionParser::parse_logic(const char* word, ExpressionKind kind, Parse operand) {
  const std::size_t offset = stream_.current().offset;
  ExpressionPtr left = (this->*operand)();
  if (!stream_.at_name(word)) return left;
  auto made = make(kind, offset);
  made->children.push_back(std::move(left));
  while (stream_.skip_name(word)) made->children.push_back((this->*operand)());
  return done(std::move(made));
}

ExpressionPtr ExpressionParser::parse_or() {
  return parse_logic("or", ExpressionKind::kOr, &ExpressionParser::parse_and);
}

ExpressionPtr ExpressionParser::parse_and() {
  return parse_logic("and", ExpressionKind::kAnd, &ExpressionParser::parse_not);
}

ExpressionPtr ExpressionParser::parse_not() {
  if (!stream_.at_name("not")) return parse_comparison();
  const Level level(*this);
  auto made = make(ExpressionKind::kNot, stream_.take().offset);
  made->children.push_back(parse_not());
  return done(std::move(made));
}

ExpressionPtr ExpressionParser::parse_comparison() {
  constexpr std::string_view kOperators[] = {"==", "!=", "<", "<=", ">", ">="};
  auto made = make(ExpressionKind::kCompare, stream_.current().offset);
  made->children.push_back(parse_sum());
  while (true) {
    std::string operation;
    const Token& token = stream_.current();
    if (token.kind == TokenKind::kOperator && std::ranges::count(kOperators, token.text) > 0) {
      operation = stream_.take().text;
    } else if (stream_.skip_name("in")) {
      operation = "in";
    } else if (stream_.at_name("not") && stream_.next().is_name("in")) {
      stream_.take();
      stream_.take();
      operation = "not in";
    } else {
      break;
    }
    if (operation.ends_with("in")) note_key(made->children.back());
    made->operations.push_back(operation);
    made->children.push_back(parse_sum());
  }
  if (made->operations.empty()) return std::move(made->children[0]);
  return done(std::move(made));
}

ExpressionPtr ExpressionParser::parse_arithmetic(std::initializer_list<std::string_view> operators,
                                                 Parse operand) {
  const std::size_t offset = stream_.current().offset;
  ExpressionPtr left = (this->*operand)();
  while (stream_.at(TokenKind::kOperator) &&
         std::ranges::count(operators, std::string_view(stream_.current().text)) > 0) {
    auto made = make(ExpressionKind::kArithmetic, offset);
    made->arithmetic = arithmetic_of(stream_.take().text);
    made->children.push_back(std::move(left));
    made->children.push_back((this->*operand)());
    left = done(std::move(made));
  }
  return left;
}

ExpressionPtr ExpressionParser::parse_sum() {
  return parse_arithmetic({"+", "-"}, &ExpressionParser::parse_concat);
}

ExpressionPtr ExpressionParser::parse_concat() {
  const std::size_t offset = stream_.current().offset;
  ExpressionPtr left = parse_product();
  if (!stream_.at("~")) return left;
  auto made = make(ExpressionKind::kConcat, offset);
  made->children.push_back(std::move(left));
  while (stream_.skip("~")) made->children.push_back(parse_product());
  return done(std::move(made));
}

ExpressionPtr ExpressionParser::parse_product() {
  return parse_arithmetic({"*", "/", "//", "%"}, &ExpressionParser::parse_power);
}

ExpressionPtr ExpressionParser::parse_power() {
  return parse_arithmetic({"**"}, &ExpressionParser::parse_operand);
}

ExpressionPtr ExpressionParser::parse_unary(bool with_filters) {
  ExpressionPtr value;
  if (stream_.at("-") || stream_.at("+")) {
    const Level level(*this);
    const bool negative = stream_.at("-");
    auto made = make(negative ? ExpressionKind::kNegative : ExpressionKind::kPositive,
                     stream_.take().offset);
    made->children.push_back(parse_unary(false));
    value = done(std::move(made));
  } else {
    value = parse_primary();
  }
  value = parse_postfix(std::move(value));
  return with_filters ? parse_filters_and_tests(std::move(value)) : std::move(value);
}

ExpressionPtr ExpressionParser::parse_primary() {
  const Token& token = stream_.current();
  if (stream_.at("[")) return parse_list();
  if (stream_.at("{")) return parse_dict();
  if (token.kind == TokenKind::kInteger || token.kind == TokenKind::kFloat) return parse_number();
  auto made = make(ExpressionKind::kConstant, token.offset);
  if (token.kind == TokenKind::kString) {
    std::string text;
    while (stream_.at(TokenKind::kString)) text += stream_.take().text;
    made->constant = Value::markup(std::move(text));
  } else if (stream_.skip("(")) {
    const Level level(*this);
    ExpressionPtr inner = parse_tuple(true, true);
    stream_.expect(")");
    return inner;
  } else if (token.kind != TokenKind::kName) {
    stream_.fail_here("unexpected '" + describe(token) + "'");
  } else if (const std::string name = stream_.take().text; name == "true" || name == "True") {
    made->constant = true;
  } else if (name == "false" || name == "False") {
    made->constant = false;
  } else if (name == "none" || name == "None") {
    made->constant = None{};
  } else {
    made->kind = ExpressionKind::kName;
    made->text = name;
    made->name = uses_.tree.names.id(name);
    uses_.read_name(name);
  }
  return made;
}

ExpressionPtr ExpressionParser::parse_number() {
  const Token& token = stream_.take();
  auto made = make(ExpressionKind::kConstant, token.offset);
  if (token.kind == TokenKind::kInteger) {
    const std::optional<Int> value = parse_integer(token.text, 0);
    if (!value) stream_.fail(token.offset, "a number is too large");
    made->constant = value.value_or(0);
  } else {
    made->constant = parse_real(token.text).value_or(0);
  }
  return made;
}

ExpressionPtr ExpressionParser::parse_tuple(bool with_condition, bool may_be_empty) {
  auto made = make(ExpressionKind::kTuple, stream_.current().offset);
  const auto at_end = [&] {
    return stream_.at(TokenKind::kVariableEnd) || stream_.at(TokenKind::kBlockEnd) ||
           stream_.at(")") || (!made->children.empty() && stream_.at_name("recursive"));
  };
  bool has_comma = false;
  while (!at_end() && !stream_.failed()) {
    made->children.push_back(parse(with_condition));
    if (!stream_.skip(",")) break;
    has_comma = true;
  }
  if (has_comma) return done(std::move(made));
  if (!made->children.empty()) return std::move(made->children[0]);
  if (!may_be_empty) {
    stream_.fail_here("Expected an expression, got '" + describe(stream_.current()) + "'");
  }
  return made;
}

ExpressionPtr ExpressionParser::parse_list() {
  auto made = make(ExpressionKind::kList, stream_.take().offset);
  while (!stream_.at("]") && !stream_.failed()) {
    made->children.push_back(parse());
    if (!stream_.at("]")) stream_.expect(",");
  }
  stream_.expect("]");
  return done(std::move(made));
}

ExpressionPtr ExpressionParser::parse_dict() {
  auto made = make(ExpressionKind::kDict, stream_.take().offset);
  while (!stream_.at("}") && !stream_.failed()) {
    made->children.push_back(parse());
    stream_.expect(":");
    made->children.push_back(parse());
    if (!stream_.at("}")) stream_.expect(",");
  }
  stream_.expect("}");
  return done(std::move(made));
}

Target ExpressionParser::parse_target(bool with_attribute, bool with_tuple) {
  const Level level(*this);
  Target target;
  bool has_comma = false;
  while (!stream_.failed()) {
    Target part;
    const std::size_t offset = stream_.current().offset;
    if (stream_.skip("(")) {
      part = parse_target(with_attribute, true);
      stream_.expect(")");
    } else {
      const std::string name = stream_.expect_any_name();
      for (const char* constant : {"true", "false", "none", "True", "False", "None"}) {
        if (name == constant) stream_.fail(offset, "can't assign to 'const'");
      }
      part.name = uses_.tree.names.id(name);
      if (with_attribute && stream_.skip(".")) part.attribute = stream_.expect_any_name();
    }
    target.parts.push_back(std::move(part));
    if (!with_tuple || !stream_.skip(",")) break;
    has_comma = true;
    if (!stream_.at(TokenKind::kName) && !stream_.at("(")) break;
    if (stream_.at_name("in")) break;
  }
  if (has_comma || target.parts.empty()) return target;
  Target only = std::move(target.parts[0]);
  return only;
}

}  // namespace canter::jinja
