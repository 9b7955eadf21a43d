// The tokenizer of a model's folder: tokenizer.json, tokenizer_config.json, and a text to read with
// it. What a GGUF file says of the same tokenizer reads the text alike.

#include "encoding.h"
#include "format/gguf.h"
#include "input.h"

using namespace canter;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::Folder folder;
  fuzz::Parts parts(fuzz::text_of(data, size));
  folder.write("tokenizer.json", parts.next());
  folder.write_or_remove("tokenizer_config.json", parts.next());
  const auto tokenizer = Tokenizer::from_folder(folder.path());
  if (!tokenizer) {
    fuzz::require_useful(tokenizer.error());
    return 0;
  }
  fuzz::read_text(*tokenizer, parts.next().substr(0, fuzz::kLongestText));
  (void)tokenizer->gguf_metadata();
  return 0;
}
