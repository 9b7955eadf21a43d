#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/error.h"
#include "format/gguf.h"
#include "tokenizer/sentencepiece_model.h"

namespace canter {

/// What a model's files say about its tokenizer, before it is checked.
struct TokenizerData {
  std::string where;  ///< begins messages
  SentencePieceModel model;
  std::int32_t bos = -1;
  std::int32_t eos = -1;
  bool adds_bos = true;
  std::vector<std::int32_t> end_tokens;  ///< besides eos
  std::set<std::string, std::less<>> declared_special;
  std::string chat_template;
};

Result<TokenizerData> tokenizer_data_from_gguf(const GgufFile& file);
GgufEntries tokenizer_data_to_gguf(const TokenizerData& data);
Result<TokenizerData> tokenizer_data_from_folder(const std::filesystem::path& folder);

/// The first piece of that text and type, or -1.
std::int32_t find_piece(const SentencePieceModel& model, std::string_view text, PieceType type);

}  // namespace canter
