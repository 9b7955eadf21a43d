#pragma once

#include <filesystem>

#include "base/error.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// The tokenizer of a GGUF file, which may hold nothing else, or of a model folder. Errors are
/// those of GgufFile::open(), Tokenizer::from_gguf() and Tokenizer::from_folder().
Result<Tokenizer> open_tokenizer(const std::filesystem::path& path);

}  // namespace canter
