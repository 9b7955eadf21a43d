#pragma once

#include <filesystem>
#include <vector>

#include "base/error.h"
#include "tokenizer/chat_template.h"

namespace canter::tuning {

/// A file of JSON lines, each {"messages": [{"role": …, "content": …}, …]}, more keys allowed, as
/// token sequences in the model's chat format. kIo when it cannot be read, kUsage for a line that
/// is no such object, with its number.
Result<std::vector<std::vector<TokenId>>> read_prompts(const std::filesystem::path& path,
                                                       const Tokenizer& tokenizer);

}  // namespace canter::tuning
