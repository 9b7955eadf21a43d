#include "chat/jinja/token_stream.h"

#include <utility>

namespace canter::jinja {
namespace {

std::string describe(TokenKind kind) {
  switch (kind) {
    case TokenKind::kData:
      return "template data";
    case TokenKind::kVariableBegin:
      return "begin of print statement";
    case TokenKind::kVariableEnd:
      return "end of print statement";
    case TokenKind::kBlockBegin:
      return "begin of statement block";
    case TokenKind::kBlockEnd:
      return "end of statement block";
    case TokenKind::kName:
      return "name";
    case TokenKind::kString:
      return "string";
    case TokenKind::kInteger:
      return "integer";
    case TokenKind::kFloat:
      return "float";
    case TokenKind::kOperator:
      return "operator";
    case TokenKind::kEnd:
      return "end of template";
  }
  return "";
}

}  // namespace

std::string describe(const Token& token) {
  const bool is_itself = token.kind == TokenKind::kName || token.kind == TokenKind::kOperator;
  return is_itself ? token.text : describe(token.kind);
}

const Token& TokenStream::take() {
  const Token& token = tokens_[position_];
  if (position_ + 1 < tokens_.size()) ++position_;
  return token;
}

bool TokenStream::skip(std::string_view operator_text) {
  if (!at(operator_text)) return false;
  take();
  return true;
}

bool TokenStream::skip_name(std::string_view name) {
  if (!at_name(name)) return false;
  take();
  return true;
}

void TokenStream::expect(std::string_view operator_text) {
  if (!skip(operator_text)) {
    fail_here("expected token '" + std::string(operator_text) + "', got '" + describe(current()) +
              "'");
  }
}

void TokenStream::expect_name(std::string_view name) {
  if (!skip_name(name)) {
    fail_here("expected token '" + std::string(name) + "', got '" + describe(current()) + "'");
  }
}

void TokenStream::expect(TokenKind kind) {
  if (at(kind)) {
    take();
  } else {
    fail_here("expected token '" + describe(kind) + "', got '" + describe(current()) + "'");
  }
}

std::string TokenStream::expect_any_name() {
  if (at(TokenKind::kName)) return take().text;
  expect(TokenKind::kName);
  return "";
}

void TokenStream::fail(std::size_t offset, std::string message) {
  if (!failure_) failure_ = Failure{offset, std::move(message)};
  position_ = tokens_.size() - 1;
}

}  // namespace canter::jinja
