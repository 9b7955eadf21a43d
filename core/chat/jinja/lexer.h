#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace canter::jinja {

enum class TokenKind {
  kData,  ///< text outside of tags
  kVariableBegin,
  kVariableEnd,
  kBlockBegin,
  kBlockEnd,
  kName,
  kString,
  kInteger,
  kFloat,
  kOperator,
  kEnd,  ///< of the template
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  /// Strings without quotes and escapes, numbers without `_`.
  std::string text;
  std::uint32_t offset = 0;  ///< in the source

  bool is(std::string_view operator_text) const {
    return kind == TokenKind::kOperator && text == operator_text;
  }
  bool is_name(std::string_view name) const { return kind == TokenKind::kName && text == name; }
};

/// The source as Jinja reads it: line breaks are `\n`, and one at the very end is left out.
std::string normalized_source(std::string_view source);

/// kBadFile naming the place in `source`.
tl::unexpected<Error> syntax_error(std::string_view source, std::size_t offset,
                                   std::string_view what);

/// Tokens of a normalised source, white space control applied, the last one kEnd.
Result<std::vector<Token>> tokenize(std::string_view source);

}  // namespace canter::jinja
