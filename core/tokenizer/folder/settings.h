#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "tokenizer/vocabulary/added_tokens.h"
#include "tokenizer/vocabulary/vocabulary.h"

namespace canter {

/// What the smaller files of a model folder say about its tokenizer. Files that are missing, and
/// settings of another kind than expected, say nothing.
class FolderSettings {
 public:
  /// kBadFile for a file that is no JSON.
  static Result<FolderSettings> read(const std::filesystem::path& folder);

  /// A setting of tokenizer_config.json.
  bool flag(const char* name, bool missing) const;
  std::optional<bool> flag(const char* name) const;

  /// The text of a token such as `bos_token`, from tokenizer_config.json or
  /// special_tokens_map.json.
  std::optional<std::string> token_name(const char* name) const;

  /// From `added_tokens.json`, then `added_tokens_decoder`, which knows more. kBadFile for a number
  /// from `end_of_numbers` on.
  Result<std::vector<AddedToken>> added_tokens(std::size_t end_of_numbers,
                                               const std::string& where) const;

  /// `eos_token_id` of generation_config.json and config.json.
  std::vector<TokenId> end_ids() const;

  const std::string& chat_template() const { return chat_template_; }

 private:
  nlohmann::json config_;
  nlohmann::json special_;
  nlohmann::json list_;
  nlohmann::json generation_;
  nlohmann::json model_;
  std::string chat_template_;
};

}  // namespace canter
