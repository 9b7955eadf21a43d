// A text in parts, some typed and some markup, read by each of the small tokenizers in tests/data.
// The first byte of a part says which it is.

#include <array>
#include <memory>

#include "encoding.h"
#include "input.h"

using namespace canter;

namespace {

constexpr std::array kNames = {"falcon", "gemma", "llama3", "phi3", "qwen", "smollm", "tekken"};

const Tokenizer& tokenizer(std::size_t index) {
  static std::array<std::unique_ptr<Tokenizer>, kNames.size()> open;
  if (!open[index]) {
    const auto folder = std::filesystem::path(CANTER_TEST_DATA) / "tokenizers" / kNames[index];
    open[index] = std::make_unique<Tokenizer>(Tokenizer::from_folder(folder).value());
  }
  return *open[index];
}

/// Byte-level vocabularies that have all bytes, and no normal form, lose nothing of a text that is
/// well-formed.
void expect_same_text(const Tokenizer& reader, std::span<const TokenId> tokens,
                      std::span<const Tokenizer::TextPart> parts) {
  std::string text;
  for (const auto& part : parts) text += part.text;
  fuzz::require(!is_valid_utf8(text) || reader.decode(tokens, true) == text, "the text comes back");
}

std::string streamed(const Tokenizer& reader, std::span<const TokenId> tokens) {
  DetokenizerStream stream(reader, true, true);
  std::string text;
  for (const TokenId token : tokens) text += stream.push(token);
  return text + stream.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Parts input(fuzz::text_of(data, size));
  std::vector<Tokenizer::TextPart> parts;
  while (!input.done() && parts.size() < 16) {
    const auto part = input.next();
    if (!part.empty()) parts.push_back({part.substr(1), part.front() % 2 == 1});
  }
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const Tokenizer& reader = tokenizer(i);
    const auto tokens = reader.encode_parts(parts, false);
    if (!tokens) {
      fuzz::require_useful(tokens.error());
      continue;
    }
    const std::string_view name = kNames[i];
    if (name == "llama3" || name == "tekken" || name == "smollm") {
      expect_same_text(reader, *tokens, parts);
    }
    if (name != "gemma" && name != "phi3") {
      fuzz::require(streamed(reader, *tokens) == reader.decode(*tokens, true),
                    "a stream adds up to the whole");
    }
    std::vector<Tokenizer::TextPart> typed(parts);
    for (auto& part : typed) part.allow_special = false;
    const auto plain = reader.encode_parts(typed, false);
    fuzz::require(plain && std::ranges::none_of(
                               *plain, [&](TokenId token) { return reader.is_special(token); }),
                  "nobody can type a special token");
  }
  return 0;
}
