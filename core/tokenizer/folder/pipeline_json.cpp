#include "tokenizer/folder/pipeline_json.h"

#include <array>

#include "format/message.h"
#include "tokenizer/folder/json_values.h"
#include "tokenizer/gguf/pre_rules.h"
#include "tokenizer/text/oniguruma_pattern.h"
#include "tokenizer/vocabulary/space_symbol.h"

namespace canter {
namespace {

using nlohmann::json;

tl::unexpected<Error> unknown_kind(const char* part, const json& step) {
  return fail(ErrorKind::kUnsupported, std::string("The ") + part + " " +
                                           in_quotes(json_text(step, "type").value_or("?")) +
                                           " is not supported; choose another model");
}

/// {"String": "text"} or {"Regex": "pattern"}, or just the text.
std::string pattern_of(const json& step) {
  const json* pattern = json_member(step, "pattern");
  if (!pattern) return {};
  if (pattern->is_string()) return literal_pattern(pattern->get<std::string>());
  if (const auto regex = json_text(*pattern, "Regex")) return *regex;
  return literal_pattern(json_text(*pattern, "String").value_or(""));
}

/// The steps of a Sequence, those of sequences within it too, or the one step that `part` is.
std::vector<const json*> steps_of(const json& part, const char* list) {
  if (part.is_null()) return {};
  const json* steps = json_text(part, "type") == "Sequence" ? json_member(part, list) : nullptr;
  if (!steps || !steps->is_array()) return {&part};
  std::vector<const json*> all;
  for (const json& step : *steps) {
    const auto inner = steps_of(step, list);
    all.insert(all.end(), inner.begin(), inner.end());
  }
  return all;
}

SplitBehavior behavior_of(const json& step, SplitBehavior missing) {
  const auto name = json_text(step, "behavior");
  if (name == "Isolated") return SplitBehavior::kIsolated;
  if (name == "Removed") return SplitBehavior::kRemoved;
  if (name == "Contiguous") return SplitBehavior::kContiguous;
  if (name == "MergedWithPrevious") return SplitBehavior::kMergedWithPrevious;
  if (name == "MergedWithNext") return SplitBehavior::kMergedWithNext;
  return missing;
}

void append_byte_level(const json& step, std::vector<PreTokenizerStep>& steps) {
  if (json_flag(step, "add_prefix_space", true)) {
    steps.push_back({.kind = PreTokenizerStep::Kind::kPrefixSpace});
  }
  if (json_flag(step, "use_regex", true)) {
    steps.push_back(split_by(kGpt2Pattern, SplitBehavior::kIsolated));
  }
  steps.push_back({.kind = PreTokenizerStep::Kind::kByteLetters});
}

void append_metaspace(const json& step, std::vector<PreTokenizerStep>& steps) {
  using Prepend = PreTokenizerStep::Prepend;
  const auto replacement = json_text(step, "replacement").value_or(std::string(kSpaceSymbol));
  const auto scheme = json_text(step, "prepend_scheme");
  PreTokenizerStep metaspace{.kind = PreTokenizerStep::Kind::kMetaspace,
                             .pattern = replacement,
                             .prepend = Prepend::kAlways};
  if (scheme == "first") metaspace.prepend = Prepend::kFirst;
  if (scheme == "never" || (!scheme && !json_flag(step, "add_prefix_space", true))) {
    metaspace.prepend = Prepend::kNever;
  }
  steps.push_back(metaspace);
  if (json_flag(step, "split", true)) {
    steps.push_back(split_by(literal_pattern(replacement), SplitBehavior::kMergedWithNext));
  }
}

/// What Whitespace cuts out; `\w` would hold some fractions and small digits besides.
constexpr std::string_view kWordsOrSigns =
    R"([\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\x{200c}\x{200d}]+|[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\x{200c}\x{200d}\s]+)";

bool append_pre_tokenizer(const json& step, std::vector<PreTokenizerStep>& steps) {
  constexpr auto kIsolated = SplitBehavior::kIsolated;
  constexpr auto kRemoved = SplitBehavior::kRemoved;
  const auto type = json_text(step, "type");
  if (type == "Split") {
    steps.push_back(
        split_by(pattern_of(step), behavior_of(step, kIsolated), json_flag(step, "invert", false)));
  } else if (type == "ByteLevel") {
    append_byte_level(step, steps);
  } else if (type == "Metaspace") {
    append_metaspace(step, steps);
  } else if (type == "Digits") {
    const bool single = json_flag(step, "individual_digits", false);
    steps.push_back(split_by(kDigitPattern, single ? kIsolated : SplitBehavior::kContiguous));
  } else if (type == "Punctuation") {
    steps.push_back(split_by(kPunctuationPattern, behavior_of(step, kIsolated)));
  } else if (type == "Whitespace") {
    steps.push_back(split_by(kWordsOrSigns, kRemoved, true));
  } else if (type == "WhitespaceSplit") {
    steps.push_back(split_by(R"(\s)", kRemoved));
  } else if (type == "BertPreTokenizer") {
    steps.push_back(split_by(R"(\s)", kRemoved));
    steps.push_back(split_by(kPunctuationPattern, kIsolated));
  } else if (type == "CharDelimiterSplit") {
    steps.push_back(split_by(literal_pattern(json_text(step, "delimiter").value_or("")), kRemoved));
  } else {
    return false;
  }
  return true;
}

bool append_normalizer(const json& step, std::vector<NormalizerStep>& steps) {
  using Kind = NormalizerStep::Kind;
  struct Simple {
    std::string_view type;
    Kind kind;
  };
  constexpr std::array kSimple = {
      Simple{"NFC", Kind::kNfc},
      Simple{"NFD", Kind::kNfd},
      Simple{"NFKC", Kind::kNfkc},
      Simple{"NFKD", Kind::kNfkd},
      Simple{"Lowercase", Kind::kLowercase},
      Simple{"StripAccents", Kind::kStripAccents},
      Simple{"ByteLevel", Kind::kByteLetters},
  };
  const auto type = json_text(step, "type").value_or("");
  for (const auto& simple : kSimple) {
    if (type != simple.type) continue;
    steps.push_back({.kind = simple.kind});
    return true;
  }
  if (type == "Replace") {
    steps.push_back({.kind = Kind::kReplace,
                     .pattern = pattern_of(step),
                     .content = json_text(step, "content").value_or("")});
  } else if (type == "Prepend") {
    steps.push_back({.kind = Kind::kPrepend, .content = json_text(step, "prepend").value_or("")});
  } else if (type == "Strip") {
    if (json_flag(step, "strip_left", true)) steps.push_back({.kind = Kind::kStripLeft});
    if (json_flag(step, "strip_right", true)) steps.push_back({.kind = Kind::kStripRight});
  } else {
    return false;
  }
  return true;
}

bool is_number(const json& step, const char* name, int value) {
  const json* number = json_member(step, name);
  return number && number->is_number_integer() && number->get<std::int64_t>() == value;
}

bool add_decoder(const json& step, DecodingRules& rules) {
  using Leading = DecodingRules::Leading;
  const auto type = json_text(step, "type");
  if (type == "ByteLevel") {
    rules.byte_letters = true;
  } else if (type == "Replace") {
    const json* pattern = json_member(step, "pattern");
    const auto from = pattern ? json_text(*pattern, "String") : std::nullopt;
    if (!from || from->empty()) return false;
    rules.replacements.emplace_back(*from, json_text(step, "content").value_or(""));
  } else if (type == "ByteFallback") {
    rules.byte_tokens = true;
    rules.whole_byte_runs = true;
  } else if (type == "Strip") {
    const bool is_usual = json_text(step, "content") == " " && is_number(step, "stop", 0) &&
                          (is_number(step, "start", 1) || is_number(step, "start", 0));
    if (!is_usual) return false;
    if (is_number(step, "start", 1)) rules.leading = Leading::kSpace;
  } else if (type == "Metaspace") {
    const auto replacement = json_text(step, "replacement").value_or(std::string(kSpaceSymbol));
    rules.replacements.emplace_back(replacement, " ");
    const bool never =
        json_text(step, "prepend_scheme") == "never" || !json_flag(step, "add_prefix_space", true);
    if (!never) rules.leading = Leading::kTokenSpaces;
  } else {
    return type == "Fuse";
  }
  return true;
}

}  // namespace

Result<std::vector<NormalizerStep>> normalizer_from_json(const json& part) {
  std::vector<NormalizerStep> steps;
  for (const json* step : steps_of(part, "normalizers")) {
    if (!append_normalizer(*step, steps)) return unknown_kind("normaliser", *step);
  }
  return steps;
}

Result<std::vector<PreTokenizerStep>> pre_tokenizer_from_json(const json& part) {
  std::vector<PreTokenizerStep> steps;
  for (const json* step : steps_of(part, "pretokenizers")) {
    if (!append_pre_tokenizer(*step, steps)) return unknown_kind("pre-tokeniser", *step);
  }
  return steps;
}

Result<DecodingRules> decoding_rules_from_json(const json& part) {
  DecodingRules rules;
  for (const json* step : steps_of(part, "decoders")) {
    if (!add_decoder(*step, rules)) return unknown_kind("decoder", *step);
  }
  return rules;
}

TextEnds text_ends_from_json(const json& post_processor) {
  TextEnds ends;
  const auto token = [](const json& piece) -> std::optional<std::string> {
    const json* special = json_member(piece, "SpecialToken");
    return special ? json_text(*special, "id") : std::nullopt;
  };
  for (const json* step : steps_of(post_processor, "processors")) {
    const json* single = json_member(*step, "single");
    if (!single || !single->is_array() || single->empty()) continue;
    if (!ends.start) ends.start = token(single->front());
    if (!ends.closing && single->size() > 1) ends.closing = token(single->back());
  }
  return ends;
}

}  // namespace canter
