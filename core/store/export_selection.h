#pragma once

#include <optional>
#include <vector>

#include "store/store.h"

namespace canter {

/// `only`, or all conversations, trashed ones included, in the order they were begun.
Result<std::vector<Conversation>> conversations_to_export(Store& store,
                                                          std::optional<ConversationId> only);

}  // namespace canter
