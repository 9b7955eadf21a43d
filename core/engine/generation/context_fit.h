#pragma once

#include <functional>
#include <vector>

#include "engine/session/chat_messages.h"
#include "engine/session/statistics.h"
#include "store/records.h"

namespace canter::engine {

/// Tokens of the prompt that these messages become; below 0: they become none.
using PromptSize = std::function<int(const std::vector<Message>&)>;

/// Takes whole turns out of a branch that a context of so many tokens has no room for, with an
/// answer to come. Nothing is taken where all fits, by WhenFull::kStop, and of the last turn.
///
/// What is left out depends on the messages alone and goes on being left out as the chat grows:
/// when there is no room any more, as much goes as leaves half the context. So the prompt of most
/// answers continues the one before, and the K/V cache keeps it.
LeftOut fit_context(std::vector<Message>& branch, WhenFull when_full, int context,
                    const PromptSize& size);

}  // namespace canter::engine
