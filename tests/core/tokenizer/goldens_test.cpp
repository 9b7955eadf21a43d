// The right answers of other people's programs, in ../shared beside the checkout.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/tokenizer/golden_lines.h"
#include "tokenizer/gguf/pre_rules.h"

namespace canter::test {
namespace {

using nlohmann::json;

const std::filesystem::path kShared =
    std::filesystem::path(CANTER_TEST_SOURCE).parent_path() / "shared/tokenizers";

/// The text cut at the edges of `content`, whose ranges count characters.
std::vector<Tokenizer::TextPart> parts_of(std::string_view text, const json& content) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) starts.push_back(i);
  }
  starts.push_back(text.size());
  std::vector<Tokenizer::TextPart> parts;
  std::size_t done = 0;
  for (const auto& range : content) {
    const std::size_t begin = starts.at(range[0]);
    const std::size_t end = starts.at(range[1]);
    parts.push_back({text.substr(done, begin - done), true});
    parts.push_back({text.substr(begin, end - begin), false});
    done = end;
  }
  parts.push_back({text.substr(done), true});
  return parts;
}

class Goldens : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kShared)) GTEST_SKIP() << "there is no " << kShared;
  }
  std::filesystem::path folder() const { return kShared / GetParam(); }
};

class Tokenizers : public Goldens {};

TEST_P(Tokenizers, encode_as_the_reference_does) {
  expect_golden_tokens(load_folder(folder()), golden_lines(folder() / "goldens.jsonl"));
}

TEST_P(Tokenizers, tell_typed_text_from_markup_as_the_reference_does) {
  const auto tokenizer = load_folder(folder());
  for (const json& line : golden_lines(folder() / "mixed.jsonl")) {
    const auto text = line["text"].get<std::string>();
    EXPECT_EQ(tokenizer.encode_parts(parts_of(text, line["content"]), false).value(),
              line["ids"].get<std::vector<TokenId>>())
        << short_text(line);
  }
}

TEST_P(Tokenizers, decode_as_the_reference_does) {
  const auto tokenizer = load_folder(folder());
  for (const json& line : golden_lines(folder() / "decode.jsonl")) {
    const auto ids = line["ids"].get<std::vector<TokenId>>();
    const bool show_special = !line["skip_special"].get<bool>();
    EXPECT_EQ(tokenizer.decode(ids, show_special), line["text"]) << short_text(line);
    if (line.contains("bytes")) {
      std::string bytes;
      for (const TokenId id : ids) {
        for (const char byte : tokenizer.piece_bytes(id, show_special)) {
          constexpr char kDigits[] = "0123456789abcdef";
          bytes += kDigits[static_cast<unsigned char>(byte) / 16];
          bytes += kDigits[static_cast<unsigned char>(byte) % 16];
        }
      }
      EXPECT_EQ(bytes, line["bytes"]) << short_text(line);
    }
    if (!line.contains("stream")) continue;
    DetokenizerStream stream(tokenizer, true, show_special);
    std::vector<std::string> shown;
    for (const TokenId id : ids) shown.push_back(stream.push(id));
    shown.push_back(stream.finish());
    EXPECT_EQ(json(shown), line["stream"]) << short_text(line);
  }
}

INSTANTIATE_TEST_SUITE_P(of, Tokenizers,
                         testing::Values("gemma3", "gpt-oss", "llama3.1", "qwen3", "smollm2"));

class Vocabularies : public Goldens {};

TEST_P(Vocabularies, encode_as_the_reference_does) {
  const auto vocabularies = kShared / "vocabularies";
  expect_golden_tokens(load_gguf(vocabularies / (std::string(GetParam()) + ".gguf")),
                       golden_lines(vocabularies / (std::string(GetParam()) + ".jsonl")));
}

INSTANTIATE_TEST_SUITE_P(of, Vocabularies,
                         testing::Values("deepseek-coder", "deepseek-llm", "falcon", "gpt-2",
                                         "llama-spm", "mpt", "phi-3", "refact", "starcoder"));

TEST_F(Goldens, of_pieces_are_cut_by_the_rules_alone) {
  const std::map<std::string, const char*> rules = {
      {"L3", "llama-bpe"}, {"Q2", "qwen2"},   {"Q35", "qwen35"}, {"O200", "gpt-4o"},
      {"TEK", "tekken"},   {"GPT2", "gpt-2"}, {"SMOL", "smollm"}};
  for (const json& line : golden_lines(kShared / "pieces.jsonl")) {
    const auto* rule = find_pre_rule(rules.at(line["rule"]));
    ASSERT_NE(rule, nullptr);
    const auto cutter = PreTokenizer::create(rule->steps).value();
    Pieces pieces{line["text"].get<std::string>(), {}, true};
    if (!pieces.text.empty()) pieces.ranges.push_back({0, pieces.text.size()});
    ASSERT_TRUE(cutter.cut(pieces));
    std::vector<std::string> cut;
    for (const auto& [begin, end] : pieces.ranges) {
      cut.push_back(pieces.text.substr(begin, end - begin));
    }
    EXPECT_EQ(json(cut), line["pieces"]) << short_text(line);
  }
}

}  // namespace
}  // namespace canter::test
