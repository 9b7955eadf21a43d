#include <utility>

#include "chat/jinja/expression_parser.h"
#include "chat/jinja/filters.h"
#include "chat/jinja/value_tests.h"

// What stands behind a value: `.name`, `[key]`, `(arguments)`, `| filter`, `is test`.

namespace canter::jinja {

ExpressionPtr ExpressionParser::parse_postfix(ExpressionPtr value) {
  while (!stream_.failed()) {
    if (stream_.at(".") || stream_.at("[")) {
      value = parse_subscript(std::move(value));
    } else if (stream_.at("(")) {
      value = parse_call(std::move(value));
    } else {
      break;
    }
  }
  return value;
}

ExpressionPtr ExpressionParser::parse_filters_and_tests(ExpressionPtr value) {
  while (!stream_.failed()) {
    if (stream_.skip("|")) {
      value = parse_filter(std::move(value));
    } else if (stream_.skip_name("is")) {
      value = parse_test(std::move(value));
    } else if (stream_.at("(")) {
      value = parse_call(std::move(value));
    } else {
      break;
    }
  }
  return value;
}

ExpressionPtr ExpressionParser::parse_filters(bool first_without_pipe) {
  ExpressionPtr value;
  while ((std::exchange(first_without_pipe, false) || stream_.skip("|")) && !stream_.failed()) {
    value = parse_filter(std::move(value));
  }
  return value;
}

ExpressionPtr ExpressionParser::parse_subscript(ExpressionPtr value) {
  const std::size_t offset = stream_.current().offset;
  if (stream_.skip(".")) {
    if (stream_.at(TokenKind::kInteger)) {
      auto made = make(ExpressionKind::kItem, offset);
      made->children.push_back(std::move(value));
      made->children.push_back(parse_number());
      return done(std::move(made));
    }
    auto made = make(ExpressionKind::kAttribute, offset);
    made->text = stream_.expect_any_name();
    uses_.tree.reads.insert(made->text);
    made->children.push_back(std::move(value));
    return done(std::move(made));
  }
  stream_.expect("[");
  auto made = make(ExpressionKind::kItem, offset);
  made->children.push_back(std::move(value));
  const auto at_bound_end = [&] { return stream_.at(":") || stream_.at("]"); };
  ExpressionPtr first = at_bound_end() ? nullptr : parse_tuple(true);
  if (stream_.at(":")) {
    made->kind = ExpressionKind::kSlice;
    made->children.push_back(std::move(first));
    for (int bound = 0; bound < 2; ++bound) {
      const bool is_written = stream_.skip(":") && !at_bound_end();
      made->children.push_back(is_written ? parse() : nullptr);
    }
  } else {
    if (!first) stream_.fail_here("Expected an expression, got ']'");
    note_key(first);
    made->children.push_back(std::move(first));
  }
  stream_.expect("]");
  return done(std::move(made));
}

ExpressionPtr ExpressionParser::parse_call(ExpressionPtr callee) {
  auto made = make(ExpressionKind::kCall, stream_.current().offset);
  const bool is_lookup =
      callee && callee->kind == ExpressionKind::kAttribute && callee->text == "get";
  made->children.push_back(std::move(callee));
  auto arguments = parse_arguments();
  if (is_lookup && !arguments->positional.empty()) note_key(arguments->positional[0]);
  made->arguments = std::move(arguments);
  return done(std::move(made));
}

ExpressionPtr ExpressionParser::parse_filter(ExpressionPtr value) {
  auto made = make(ExpressionKind::kFilter, stream_.current().offset);
  made->text = parse_dotted_name();
  made->children.push_back(std::move(value));
  made->arguments = stream_.at("(") ? parse_arguments() : std::make_unique<CallArguments>();
  if (find_filter(made->text) == nullptr) note_unknown("filter", made->text, made->offset);
  return done(std::move(made));
}

ExpressionPtr ExpressionParser::parse_test(ExpressionPtr value) {
  const std::size_t offset = stream_.current().offset;
  const bool negated = stream_.skip_name("not");
  auto made = make(ExpressionKind::kTest, stream_.current().offset);
  made->text = parse_dotted_name();
  made->children.push_back(std::move(value));
  std::unique_ptr<CallArguments> arguments;
  const Token& token = stream_.current();
  const bool is_argument = token.kind == TokenKind::kName || token.kind == TokenKind::kString ||
                           token.kind == TokenKind::kInteger || token.kind == TokenKind::kFloat ||
                           token.is("[") || token.is("{");
  const bool is_word = token.is_name("else") || token.is_name("or") || token.is_name("and");
  if (stream_.at("(")) {
    arguments = parse_arguments();
  } else {
    arguments = std::make_unique<CallArguments>();
    if (is_argument && !is_word) {
      if (stream_.at_name("is")) stream_.fail_here("You cannot chain multiple tests with is");
      arguments->positional.push_back(parse_postfix(parse_primary()));
    }
  }
  made->arguments = std::move(arguments);
  if (find_test(made->text) == nullptr) note_unknown("test", made->text, made->offset);
  ExpressionPtr test = done(std::move(made));
  if (!negated) return test;
  auto opposite = make(ExpressionKind::kNot, offset);
  opposite->children.push_back(std::move(test));
  return done(std::move(opposite));
}

std::unique_ptr<CallArguments> ExpressionParser::parse_arguments() {
  const Level level(*this);
  auto arguments = std::make_unique<CallArguments>();
  stream_.expect("(");
  while (!stream_.at(")") && !stream_.failed()) {
    const std::size_t offset = stream_.current().offset;
    bool in_order = !arguments->all_named;
    if (stream_.skip("*")) {
      in_order = in_order && !arguments->all_positional;
      arguments->all_positional = parse();
    } else if (stream_.skip("**")) {
      arguments->all_named = parse();
    } else if (stream_.at(TokenKind::kName) && stream_.next().is("=")) {
      std::string name = stream_.take().text;
      stream_.take();
      arguments->named.emplace_back(std::move(name), parse());
    } else {
      in_order = in_order && !arguments->all_positional && arguments->named.empty();
      arguments->positional.push_back(parse());
    }
    if (!in_order) stream_.fail(offset, "invalid syntax for function call expression");
    if (!stream_.at(")")) stream_.expect(",");
  }
  stream_.expect(")");
  return arguments;
}

std::string ExpressionParser::parse_dotted_name() {
  std::string name = stream_.expect_any_name();
  while (stream_.skip(".")) name += "." + stream_.expect_any_name();
  return name;
}

void ExpressionParser::note_unknown(const char* what, const std::string& name, std::size_t offset) {
  uses_.unknown.push_back({offset, std::string("No ") + what + " named '" + name + "'."});
}

void ExpressionParser::note_key(const ExpressionPtr& key) {
  if (!key || key->kind != ExpressionKind::kConstant) return;
  if (const Text* text = key->constant.text()) uses_.tree.reads.insert(text->bytes());
}

}  // namespace canter::jinja
