#include <utility>

#include "tokenizer/encoders/bpe_encoder.h"
#include "tokenizer/gguf/keys.h"
#include "tokenizer/sentencepiece/encoder.h"
#include "tokenizer/text/replace_all.h"
#include "tokenizer/tokenizer_parts.h"
#include "tokenizer/vocabulary/space_symbol.h"

namespace canter {
namespace {

using gguf_key::kPrefix;

void add(GgufEntries& metadata, const std::string& key, GgufValueType type,
         decltype(GgufValue::value) value) {
  metadata.emplace_back(kPrefix + key, GgufValue{type, std::move(value)});
}

void add_flag(GgufEntries& metadata, const std::string& key, bool value) {
  add(metadata, key, GgufValueType::kBool, std::int64_t{value});
}

void add_text(GgufEntries& metadata, const std::string& key, std::string value) {
  add(metadata, key, GgufValueType::kString, std::move(value));
}

/// As Encoder::escapes_spaces() says it.
std::string written(const Token& token, bool escapes_spaces) {
  std::string text = token.text;
  if (escapes_spaces && token.kind == TokenKind::kUserDefined) {
    replace_all(text, kSpaceSymbol, " ");
  }
  return text;
}

void add_tokens(GgufEntries& metadata, const TokenizerParts& parts, int rows) {
  const Vocabulary& vocabulary = *parts.vocabulary;
  GgufArray texts{GgufValueType::kString, {}, {}, {}};
  GgufArray scores{GgufValueType::kFloat32, {}, {}, {}};
  GgufArray kinds{GgufValueType::kInt32, {}, {}, {}};
  for (TokenId id = 0; id < std::max(vocabulary.size(), rows); ++id) {
    const bool is_filler = !vocabulary.contains(id) || vocabulary[id].text.empty();
    texts.strings.push_back(is_filler ? "[PAD" + std::to_string(id) + "]"
                                      : written(vocabulary[id], parts.encoder->escapes_spaces()));
    scores.floats.push_back(vocabulary.contains(id) ? vocabulary[id].score : 0);
    kinds.integers.push_back(
        static_cast<int>(is_filler ? TokenKind::kUnused : vocabulary[id].kind));
  }
  add(metadata, "tokens", GgufValueType::kArray, std::move(texts));
  add(metadata, "scores", GgufValueType::kArray, std::move(scores));
  add(metadata, "token_type", GgufValueType::kArray, std::move(kinds));
}

void add_roles(GgufEntries& metadata, const Vocabulary& vocabulary) {
  const auto add_token = [&](const std::string& key, TokenId token) {
    // The largest number says that there is none: without the key a reader would look for the usual
    // one.
    add(metadata, key, GgufValueType::kUint32, std::int64_t{std::uint32_t(token)});
  };
  const bool closes = vocabulary.closing >= 0;
  const TokenId eos = closes ? vocabulary.closing : vocabulary.eos;
  add_token("bos_token_id", vocabulary.bos);
  add_token("eos_token_id", eos);
  if (vocabulary.unknown >= 0) add_token("unknown_token_id", vocabulary.unknown);
  for (const TokenId token : vocabulary.ends) {
    if (token == eos) continue;
    add_token("eot_token_id", token);
    break;
  }
  add_flag(metadata, "add_bos_token", vocabulary.adds_bos);
  if (closes) add_flag(metadata, "add_eos_token", true);
}

}  // namespace

void SentencePieceEncoder::describe(const Vocabulary&, GgufEntries& metadata) const {
  add_text(metadata, "model", "llama");
  add_flag(metadata, "add_space_prefix", settings_.add_dummy_prefix);
  add_flag(metadata, "remove_extra_whitespaces", settings_.remove_extra_whitespaces);
  if (settings_.normalization_map.empty()) return;
  GgufArray map{GgufValueType::kUint8, {}, {}, {}};
  for (const char c : settings_.normalization_map) {
    map.integers.push_back(static_cast<unsigned char>(c));
  }
  add(metadata, "precompiled_charsmap", GgufValueType::kArray, std::move(map));
}

void BpeEncoder::describe(const Vocabulary& vocabulary, GgufEntries& metadata) const {
  add_text(metadata, "model", parts_.pre_tokenizer.has_byte_letters() ? "gpt2" : "gemma4");
  if (!parts_.json.empty()) {
    metadata.emplace_back(gguf_key::kHuggingFaceJson,
                          GgufValue{GgufValueType::kString, parts_.json});
  } else if (parts_.pre != kRawBpe) {
    add_text(metadata, "pre", parts_.pre);
  }
  add_flag(metadata, "add_space_prefix", false);
  GgufArray merges{GgufValueType::kString, {}, {}, {}};
  for (const auto& [left, right, result] : model_.settings().merges) {
    merges.strings.push_back(vocabulary[left].text + " " + vocabulary[right].text);
  }
  add(metadata, "merges", GgufValueType::kArray, std::move(merges));
}

GgufEntries gguf_entries(const TokenizerParts& parts, int rows) {
  GgufEntries metadata;
  parts.encoder->describe(*parts.vocabulary, metadata);
  add_tokens(metadata, parts, rows);
  add_roles(metadata, *parts.vocabulary);
  if (!parts.chat_template.empty()) {
    metadata.emplace_back(gguf_key::kChatTemplate,
                          GgufValue{GgufValueType::kString, parts.chat_template});
  }
  return metadata;
}

}  // namespace canter
