#include "tokenizer/open.h"

#include <system_error>

namespace canter {

Result<Tokenizer> open_tokenizer(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored)
             ? Tokenizer::from_folder(path)
             : GgufFile::open(path).and_then(&Tokenizer::from_gguf);
}

}  // namespace canter
