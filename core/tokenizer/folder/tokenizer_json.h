#pragma once

#include <string>
#include <string_view>

#include "tokenizer/tokenizer_parts.h"

namespace canter {

/// The tokenizer that a tokenizer.json describes, as the `tokenizers` library reads it. Of the
/// vocabulary's roles only what the file says: the start token and the unknown one. kBadFile when
/// its parts contradict each other, kUnsupported for kinds that are not known. `where` begins
/// messages.
Result<TokenizerParts> tokenizer_parts_from_json(std::string text, const std::string& where);

}  // namespace canter
