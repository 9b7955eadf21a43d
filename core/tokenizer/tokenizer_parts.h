#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "format/gguf.h"
#include "tokenizer/decoding/token_decoder.h"
#include "tokenizer/encoders/encoder.h"
#include "tokenizer/vocabulary/added_tokens.h"
#include "tokenizer/vocabulary/vocabulary.h"

namespace canter {

/// What a tokenizer is made of, whatever file it came from.
struct TokenizerParts {
  std::unique_ptr<Vocabulary> vocabulary;
  AddedTokens added;  ///< found in the text as it is
  std::unique_ptr<const Encoder> encoder;
  TokenDecoder decoder;
  std::string chat_template;
  std::vector<std::string> notes;
};

Result<TokenizerParts> tokenizer_parts_from_gguf(const GgufFile& file);
Result<TokenizerParts> tokenizer_parts_from_folder(const std::filesystem::path& folder);

/// What tokenizer_parts_from_gguf() reads; fillers make up for tokens that `rows` has more.
GgufEntries gguf_entries(const TokenizerParts& parts, int rows);

}  // namespace canter
