#pragma once

#include <filesystem>
#include <string>

#include "format/gguf.h"

namespace canter {

/// What a GGUF file calls its model: by its name, or by the parts of one that it gives. Empty where
/// it says nothing that tells people something.
std::string own_name(const GgufFile& file);

/// What the model at `path` is called for people. `own`: what its files call it; empty: nothing. A
/// folder in Hugging Face's cache has a number for a name, so there it is the repository's.
std::string display_name(const std::filesystem::path& path, const std::string& own);

}  // namespace canter
