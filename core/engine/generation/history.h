#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "chat/chat_prompt.h"
#include "store/records.h"

namespace canter::engine {

/// What the model is told of a branch: answers without text are left out (but the last one if it is
/// to be continued, even in the middle of its thinking), and texts of one role that then follow
/// each other become one message, since many templates want turns to alternate. A question that
/// could not be answered at all (too long, say) is left out with its answer, so that the
/// conversation can go on. A system prompt comes first.
std::vector<ChatMessage> chat_history(std::span<const Message> branch,
                                      std::string_view system_prompt = {}, bool continues = false);

}  // namespace canter::engine
