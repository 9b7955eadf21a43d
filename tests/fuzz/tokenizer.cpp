// The tokenizer of a model's folder: tokenizer.model, tokenizer_config.json, added_tokens.json, and
// a text to read with it.

#include "tokenizer/tokenizer.h"

#include <algorithm>

#include "input.h"

using namespace canter;

namespace {

constexpr std::size_t kLongestText = 512;

void read_text(const Tokenizer& tokenizer, std::string_view text) {
  for (const bool allow_special : {false, true}) {
    const auto tokens = tokenizer.encode(text, {.add_bos = false, .allow_special = allow_special});
    if (!tokens) {
      fuzz::require_useful(tokens.error());
      continue;
    }
    const int size = tokenizer.vocabulary_size();
    fuzz::require(std::ranges::all_of(*tokens, [&](TokenId t) { return t >= 0 && t < size; }),
                  "tokens lie in the vocabulary");
    fuzz::require(allow_special || std::ranges::none_of(
                                       *tokens, [&](TokenId t) { return tokenizer.is_special(t); }),
                  "nobody can type a special token");
    fuzz::require(is_valid_utf8(tokenizer.decode(*tokens, true)), "decoded text is UTF-8");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::Folder folder;
  fuzz::Parts parts(fuzz::text_of(data, size));
  folder.write("tokenizer.model", parts.next());
  folder.write_or_remove("tokenizer_config.json", parts.next());
  folder.write_or_remove("added_tokens.json", parts.next());
  const auto tokenizer = Tokenizer::from_folder(folder.path());
  if (tokenizer) {
    read_text(*tokenizer, parts.next().substr(0, kLongestText));
    (void)tokenizer->gguf_metadata();
  } else {
    fuzz::require_useful(tokenizer.error());
  }
  return 0;
}
