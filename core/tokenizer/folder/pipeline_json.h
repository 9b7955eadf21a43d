#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "base/error.h"
#include "tokenizer/decoding/token_decoder.h"
#include "tokenizer/text/normalizer.h"
#include "tokenizer/text/pre_tokenizer.h"

namespace canter {

// The parts of a tokenizer.json; null stands for none. kUnsupported names a kind that is not known.

Result<std::vector<NormalizerStep>> normalizer_from_json(const nlohmann::json& json);
Result<std::vector<PreTokenizerStep>> pre_tokenizer_from_json(const nlohmann::json& json);
Result<DecodingRules> decoding_rules_from_json(const nlohmann::json& json);

/// The tokens that the post-processor puts in front of a text and behind it.
struct TextEnds {
  std::optional<std::string> start = {}, closing = {};
};
TextEnds text_ends_from_json(const nlohmann::json& post_processor);

}  // namespace canter
