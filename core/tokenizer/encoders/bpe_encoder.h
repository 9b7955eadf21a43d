#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "tokenizer/encoders/bpe_model.h"
#include "tokenizer/encoders/encoder.h"
#include "tokenizer/encoders/space_seams.h"
#include "tokenizer/text/normalizer.h"
#include "tokenizer/text/pre_tokenizer.h"
#include "tokenizer/vocabulary/added_tokens.h"

namespace canter {

/// Stands for the rule of Gemma: no pre-tokeniser, spaces as `▁`, bytes for unknown characters.
inline constexpr std::string_view kRawBpe = "▁";

/// What a BPE encoder is made of.
struct BpeParts {
  BpeSettings model;
  Normalizer normalizer;
  PreTokenizer pre_tokenizer;
  std::vector<AddedToken> normalized_tokens;  ///< their texts not normalised yet
  std::string pre;   ///< name of the rule in GGUF files, kRawBpe, or empty where there is none
  std::string json;  ///< tokenizer.json, for GGUF files where `pre` is empty
};

/// Byte-pair encoding as the `tokenizers` library does it: the text is normalised, cut into words,
/// and each word is encoded by itself. Bytes that are no UTF-8 read as U+FFFD.
class BpeEncoder final : public Encoder {
 public:
  /// The vocabulary has to outlive the encoder.
  static Result<std::unique_ptr<BpeEncoder>> create(const Vocabulary& vocabulary, BpeParts parts);

  Result<void> encode(const Stretch& stretch, std::vector<TokenId>& tokens) const override;
  std::size_t memory_bytes() const override;
  std::string_view description() const override;
  void describe(const Vocabulary& vocabulary, GgufEntries& metadata) const override;

 private:
  class Words;

  BpeEncoder(const Vocabulary& vocabulary, BpeParts parts, AddedTokens normalized_tokens);

  Result<void> encode_plain(std::string_view text, bool begins_text, Words& words,
                            std::vector<TokenId>& tokens) const;
  void find_seams(const Vocabulary& vocabulary);

  BpeParts parts_;
  BpeModel model_;
  AddedTokens normalized_tokens_;
  bool byte_letters_;
  std::optional<SpaceSeams> seams_;  ///< none: `▁` is no token
};

}  // namespace canter
