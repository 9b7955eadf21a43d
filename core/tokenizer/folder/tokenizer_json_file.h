#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace canter {

/// A tokenizer.json, with what makes it long kept apart from the document.
struct TokenizerJsonFile {
  nlohmann::json rest;  ///< `model.vocab` and `model.merges` are empty here
  std::vector<std::pair<std::string, std::uint64_t>> vocabulary;
  std::vector<std::pair<std::string, std::string>> merges;
};

/// kBadFile when it is no JSON, or the vocabulary or the merges have another form. `where` begins
/// messages.
Result<TokenizerJsonFile> parse_tokenizer_json(std::string_view text, const std::string& where);

}  // namespace canter
