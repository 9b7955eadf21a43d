#pragma once

#include <span>
#include <vector>

#include "store/records.h"
#include "tokenizer/chat_template.h"

namespace canter::engine {

/// What the model is told of a branch: answers without text are left out, and texts of one role
/// that then follow each other become one message, since many templates want turns to alternate. A
/// question that could not be answered at all (too long, say) is left out with its answer, so that
/// the conversation can go on.
std::vector<ChatMessage> chat_history(std::span<const Message> branch);

}  // namespace canter::engine
