#pragma once

#include <cstddef>
#include <vector>

#include "base/error.h"
#include "store/store.h"
#include "tune/prompts.h"

namespace canter::engine {

/// What the user asked in conversations that are not in the trash, each question with what was said
/// before it on the branch that is shown; at most `most`, those of the newest conversations.
Result<std::vector<tuning::Prompt>> own_prompts(Store& store, std::size_t most);

}  // namespace canter::engine
