#pragma once

#include "chat/chat_format.h"
#include "decode/settings.h"

namespace canter {

/// The settings, for an answer that also ends where the model's turns do in a chat.
GenerationSettings with_turn_ends(GenerationSettings settings, const ChatFormat& format);

}  // namespace canter
