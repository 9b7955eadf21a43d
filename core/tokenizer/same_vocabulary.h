#pragma once

#include <optional>
#include <string>

#include "tokenizer/tokenizer.h"

namespace canter {

/// The first difference of two vocabularies, one line, or nullopt where tokens of the one mean the
/// same in the other: ids that both have stand for the same bytes and end answers alike. Either may
/// have more at its end.
std::optional<std::string> vocabulary_difference(const Tokenizer& one, const Tokenizer& other);

}  // namespace canter
