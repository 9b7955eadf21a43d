#pragma once

#include <string>
#include <string_view>

#include "output.h"
#include "tokenizer/tokenizer.h"

namespace canter::cli {

/// JSON lines {"text", "special"} or {"text", "content": [[from, to]]} to encode, {"ids",
/// "special"} to decode. Prints one line of JSON for each, {"ids"} or {"text"}. Ranges count code
/// points. `where` is what messages call the input.
Outcome<> tokenize_lines(const Tokenizer& tokenizer, std::string_view lines,
                         const std::string& where);

}  // namespace canter::cli
