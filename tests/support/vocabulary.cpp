#include "support/vocabulary.h"

#include <cstdio>
#include <utility>

namespace canter::test {

GgufEntries sentencepiece_vocabulary(std::span<const std::string> words) {
  enum Type { kNormal = 1, kUnknown = 2, kControl = 3, kByte = 6 };
  GgufArray pieces{GgufValueType::kString, {}, {}, {}};
  GgufArray scores{GgufValueType::kFloat32, {}, {}, {}};
  GgufArray types{GgufValueType::kInt32, {}, {}, {}};
  const auto add = [&](const std::string& piece, double score, Type type) {
    pieces.strings.push_back(piece);
    scores.floats.push_back(score);
    types.integers.push_back(type);
  };
  add("<unk>", 0, kUnknown);
  add("<s>", 0, kControl);
  add("</s>", 0, kControl);
  for (int byte = 0; byte < 256; ++byte) {
    char name[8];
    std::snprintf(name, sizeof name, "<0x%02X>", byte);
    add(name, 0, kByte);
  }
  double score = 0;
  for (const std::string& word : words) add(word, --score, kNormal);

  const auto number = [](std::int64_t value) { return GgufValue{GgufValueType::kUint32, value}; };
  return {
      {"tokenizer.ggml.model", {GgufValueType::kString, std::string("llama")}},
      {"tokenizer.ggml.tokens", {GgufValueType::kArray, std::move(pieces)}},
      {"tokenizer.ggml.scores", {GgufValueType::kArray, std::move(scores)}},
      {"tokenizer.ggml.token_type", {GgufValueType::kArray, std::move(types)}},
      {"tokenizer.ggml.bos_token_id", number(1)},
      {"tokenizer.ggml.eos_token_id", number(2)},
      {"tokenizer.ggml.unknown_token_id", number(0)},
  };
}

}  // namespace canter::test
