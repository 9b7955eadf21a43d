#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace canter {

using TokenId = std::int32_t;

/// Numbers as in GGUF files and in sentencepiece's own.
enum class TokenKind : std::uint8_t {
  kNormal = 1,
  kUnknown = 2,
  kControl = 3,
  kUserDefined = 4,
  kUnused = 5,
  kByte = 6,
};

struct Token {
  std::string text;  ///< as stored: `▁the`, `Ġthe`, `<0x0A>`, `</s>`
  float score = 0;
  TokenKind kind = TokenKind::kNormal;
  bool special = false;  ///< markup: never comes of what somebody typed
};

/// More entries than any vocabulary has, few enough to hold in memory.
inline constexpr std::size_t kMaxTokens = std::size_t{1} << 22;

/// Fillers pad a vocabulary to the rows of a model and match no text (`[PAD<own id>]`). They lose
/// their name, and go altogether at the end.
void remove_fillers(std::vector<Token>& tokens);

/// A model's tokens, by id and by text, and the parts that some of them play. Immutable once the
/// tokenizer is made.
class Vocabulary {
 public:
  Vocabulary() = default;

  explicit Vocabulary(std::vector<Token> tokens);

  Vocabulary(Vocabulary&&) noexcept = default;
  Vocabulary& operator=(Vocabulary&&) noexcept = default;
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;

  TokenId size() const { return static_cast<TokenId>(tokens_.size()); }
  bool contains(TokenId id) const { return id >= 0 && id < size(); }

  /// Ids have to lie in the vocabulary.
  const Token& operator[](TokenId id) const { return tokens_[static_cast<std::size_t>(id)]; }

  const std::vector<Token>& tokens() const { return tokens_; }
  std::size_t memory_bytes() const;

  /// The special, user-defined or unknown token written `text`, or -1; user-defined ones come last.
  TokenId find_marked(std::string_view text) const;
  /// The token written `text` that ordinary text can become, or -1. User-defined ones come last, as
  /// they may be spelt like one that is part of the vocabulary.
  TokenId find_plain(std::string_view text) const;

  TokenId bos = -1;
  TokenId eos = -1;
  TokenId unknown = -1;
  TokenId closing = -1;       ///< what ends a text that is compared with others; -1: nothing does
  bool adds_bos = false;      ///< a text begins with `bos`
  std::vector<TokenId> ends;  ///< of an answer, sorted

 private:
  std::vector<Token> tokens_;
  // Names lie in `tokens_`. The smallest id stands for a text that comes twice.
  std::unordered_map<std::string_view, TokenId> control_;  ///< special and unknown ones
  std::unordered_map<std::string_view, TokenId> user_defined_;
  std::unordered_map<std::string_view, TokenId> plain_;
};

}  // namespace canter
