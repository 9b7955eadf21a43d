#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tokenizer/encoders/encoder.h"
#include "tokenizer/encoders/space_seams.h"
#include "tokenizer/sentencepiece/model.h"
#include "tokenizer/sentencepiece/word_seams.h"

namespace canter {

/// Encodes by the sentencepiece library. Invalid UTF-8 is read as it does (each ill-formed byte as
/// U+FFFD).
class SentencePieceEncoder final : public Encoder {
 public:
  /// `space_behind_tokens`: what follows a special token begins with the space of
  /// `add_dummy_prefix`, too (`legacy`). The pieces are not kept.
  static Result<std::unique_ptr<SentencePieceEncoder>> create(const SentencePieceModel& model,
                                                              bool space_behind_tokens,
                                                              const std::string& where);
  ~SentencePieceEncoder() override;

  Result<void> encode(const Stretch& stretch, std::vector<TokenId>& tokens) const override;
  bool escapes_spaces() const override { return settings_.escape_whitespaces; }
  std::size_t memory_bytes() const override;
  std::string_view description() const override { return "SentencePiece BPE"; }
  void describe(const Vocabulary& vocabulary, GgufEntries& metadata) const override;

 private:
  SentencePieceEncoder();

  void find_seams(const std::vector<Token>& pieces);
  std::vector<ByteRange> cut(std::string_view text) const;
  /// Appends the tokens of a text by itself, that is with the space of `add_dummy_prefix`.
  Result<void> encode_whole(std::string input, std::vector<TokenId>& tokens) const;

  SentencePieceSettings settings_;
  struct Seams {
    SpaceSeams spaces;
    WordSeams words;
  };
  std::optional<Seams> seams_;  ///< none: texts cannot be cut
  std::size_t pieces_ = 0;
  bool space_behind_tokens_ = false;
  struct Library;
  std::unique_ptr<Library> library_;
};

}  // namespace canter
