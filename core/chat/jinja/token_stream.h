#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chat/jinja/lexer.h"

namespace canter::jinja {

/// Tokens of a template and the first thing that is wrong with them. After that it stands at the
/// end, so that reading ends soon.
class TokenStream {
 public:
  explicit TokenStream(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  const Token& current() const { return tokens_[position_]; }
  const Token& next() const { return tokens_[std::min(position_ + 1, tokens_.size() - 1)]; }
  /// Goes on and returns what stood here. Does not leave the end.
  const Token& take();

  bool at(std::string_view operator_text) const { return current().is(operator_text); }
  bool at_name(std::string_view name) const { return current().is_name(name); }
  bool at(TokenKind kind) const { return current().kind == kind; }

  /// Takes the operator or the name if it stands here.
  bool skip(std::string_view operator_text);
  bool skip_name(std::string_view name);
  void expect(std::string_view operator_text);
  void expect_name(std::string_view name);
  void expect(TokenKind kind);
  /// Any name; empty after a failure.
  std::string expect_any_name();

  void fail(std::size_t offset, std::string message);
  void fail_here(std::string message) { fail(current().offset, std::move(message)); }
  bool failed() const { return failure_.has_value(); }

  struct Failure {
    std::size_t offset;
    std::string message;
  };
  const Failure& failure() const { return *failure_; }

 private:
  std::vector<Token> tokens_;
  std::size_t position_ = 0;
  std::optional<Failure> failure_;
};

/// For messages.
std::string describe(const Token& token);

}  // namespace canter::jinja
