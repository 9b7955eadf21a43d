#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "format/gguf.h"
#include "tokenizer/sentencepiece/model.h"
#include "tokenizer/tokenizer.h"

namespace canter::test {

inline const std::filesystem::path kData = CANTER_TEST_DATA;
inline const std::filesystem::path kStarterFolder = kData / "starter-hf";
inline const std::filesystem::path kStarterGguf =
    std::filesystem::path(CANTER_TEST_RESOURCES) / "starter/starter-f32.gguf";
inline const std::filesystem::path kStoriesGguf = kData / "reference/stories260K.gguf";

/// Markup becomes special tokens, and nothing is put before.
inline constexpr Tokenizer::EncodeOptions kMarkup = {.add_bos = false, .allow_special = true};

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_file(const std::filesystem::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

inline Tokenizer load_gguf(const std::filesystem::path& path) {
  return Tokenizer::from_gguf(GgufFile::open(path).value()).value();
}

inline Tokenizer load_folder(const std::filesystem::path& path) {
  return Tokenizer::from_folder(path).value();
}

/// Texts that trip tokenizers, and random ones made of markup, words and bytes.
inline std::vector<std::string> awkward_texts() {
  using namespace std::string_literals;
  std::vector<std::string> texts = {
      ""s,
      " "s,
      "Hello"s,
      " Hello  world "s,
      "<|user|>"s,
      "<|user|><|assistant|>"s,
      "<|user|>Hi there.<|assistant|> Good day! <|system|>"s,
      "text <|user|> text <|user|"s,
      "<|<|user|>|>"s,
      "\xF0\x9F\x98\x80 \xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"s,
      "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA\xF0\x9F\x8F\xBD e\xCC\x81 \xEF\xB7\xBA"s,
      "\xE4\xBD\xA0\xE5\xA5\xBD\xEF\xBC\x8C\xE4\xB8\x96\xE7\x95\x8C\xE3\x80\x82"s,
      "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7 \xD8\xA8\xD8\xA7\xD9\x84\xD8\xB9\xD8\xA7\xD9\x84\xD9\x85"s,
      "\x01\x02\x1B[0m\x7F\xC2\x85"s,
      "a\0b\0\0<|user|>\0"s,
      "\xE2\x96\x81 \xE2\x96\x81\xE2\x96\x81x"s,
      std::string(500, ' '),
      std::string(300, '\n') + "x" + std::string(300, '\t'),
      "\r\n\r\n  \t "s,
      "<0x41><0x0A>"s,
      "\x80"s,
      "\xFF\xFE\xFD"s,
      "\xE2\x82<|user|>\xE2"s,
      "\xC0\xAF\xED\xA0\x80\xF4\x90\x80\x80\xF8\x88\x80\x80\x80"s,
      "<|user|>\xFF<|assistant|>"s,
      "\xEF\xBF\xBD\xEF\xBF\xBF\xF4\x8F\xBF\xBF"s,
  };
  std::string story;
  while (story.size() < 100'000) {
    story += "I'd like to book a table for two, please. <|assistant|>How about 7:30 pm?\n";
  }
  texts.push_back(story);
  texts.push_back(std::string(100'000, 'a'));

  const std::vector<std::string> shards = {" ",
                                           "  ",
                                           "\n",
                                           "the",
                                           "<|user|>",
                                           "<|assistant|>",
                                           "<|",
                                           "|>",
                                           "<|system",
                                           "I'm",
                                           "\xE2\x96\x81",
                                           "\xF0\x9F\x98\x80",
                                           "\xE2",
                                           "\x82",
                                           "book",
                                           "restaurant",
                                           "?",
                                           "10:30",
                                           "\xC3\xA9",
                                           "<0x0A>",
                                           "\t",
                                           " moving to ",
                                           std::string(1, '\0'),
                                           "user|>"};
  std::mt19937 random(7);
  for (int i = 0; i < 400; ++i) {
    std::string text;
    const auto pieces = random() % 40;
    for (unsigned k = 0; k < pieces; ++k) {
      const bool is_byte = random() % 8 == 0;
      text +=
          is_byte ? std::string(1, static_cast<char>(random())) : shards[random() % shards.size()];
    }
    texts.push_back(text);
  }
  for (int i = 0; i < 100; ++i) {
    std::string text(random() % 200, ' ');
    for (auto& c : text) c = static_cast<char>(random());
    texts.push_back(text);
  }
  return texts;
}

/// A vocabulary small enough to read: <unk>, <s>, </s>, the 256 bytes, letters, a few words.
inline std::vector<Token> small_vocabulary() {
  std::vector<Token> pieces = {{"<unk>", 0, TokenKind::kUnknown},
                               {"<s>", 0, TokenKind::kControl},
                               {"</s>", 0, TokenKind::kControl}};
  for (int byte = 0; byte < 256; ++byte) {
    constexpr char kDigits[] = "0123456789ABCDEF";
    const std::string name = {'<', '0', 'x', kDigits[byte / 16], kDigits[byte % 16], '>'};
    pieces.push_back({name, 0, TokenKind::kByte});
  }
  float score = -1;
  for (const char* text : {"\xE2\x96\x81", "h", "i", "hi", "\xE2\x96\x81hi", "<", "|", ">", "u",
                           "[", "I", "N", "S", "T", "]", "/", "\xE2\x96\x81["}) {
    pieces.push_back({text, score, TokenKind::kNormal});
    score -= 1;
  }
  return pieces;
}

inline GgufValue text_value(std::string text) {
  return {GgufValueType::kString, std::move(text)};
}
inline GgufValue flag_value(bool flag) {
  return {GgufValueType::kBool, std::int64_t{flag ? 1 : 0}};
}
inline GgufValue number_value(std::int64_t number) {
  return {GgufValueType::kInt32, number};
}

using Metadata = std::vector<std::pair<std::string, GgufValue>>;

inline Metadata vocabulary_metadata(const std::vector<Token>& pieces) {
  GgufArray tokens{.type = GgufValueType::kString, .integers = {}, .floats = {}, .strings = {}};
  GgufArray scores{.type = GgufValueType::kFloat32, .integers = {}, .floats = {}, .strings = {}};
  GgufArray types{.type = GgufValueType::kInt32, .integers = {}, .floats = {}, .strings = {}};
  for (const auto& piece : pieces) {
    tokens.strings.push_back(piece.text);
    scores.floats.push_back(piece.score);
    types.integers.push_back(static_cast<int>(piece.kind));
  }
  return {{"tokenizer.ggml.model", text_value("llama")},
          {"tokenizer.ggml.tokens", {GgufValueType::kArray, tokens}},
          {"tokenizer.ggml.scores", {GgufValueType::kArray, scores}},
          {"tokenizer.ggml.token_type", {GgufValueType::kArray, types}}};
}

/// Replaces or adds an entry.
inline Metadata with(Metadata metadata, const std::string& key, GgufValue value) {
  std::erase_if(metadata, [&](const auto& entry) { return entry.first == key; });
  metadata.emplace_back(key, std::move(value));
  return metadata;
}

inline Metadata without(Metadata metadata, const std::string& key) {
  std::erase_if(metadata, [&](const auto& entry) { return entry.first == key; });
  return metadata;
}

}  // namespace canter::test
