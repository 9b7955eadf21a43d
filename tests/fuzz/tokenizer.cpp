// The tokenizer of a model's folder: tokenizer.model, tokenizer_config.json, added_tokens.json, and
// a text to read with it.

#include "encoding.h"
#include "input.h"

using namespace canter;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::Folder folder;
  fuzz::Parts parts(fuzz::text_of(data, size));
  folder.write("tokenizer.model", parts.next());
  folder.write_or_remove("tokenizer_config.json", parts.next());
  folder.write_or_remove("added_tokens.json", parts.next());
  const auto tokenizer = Tokenizer::from_folder(folder.path());
  if (tokenizer) {
    fuzz::read_text(*tokenizer, parts.next().substr(0, fuzz::kLongestText));
    (void)tokenizer->gguf_metadata();
  } else {
    fuzz::require_useful(tokenizer.error());
  }
  return 0;
}
