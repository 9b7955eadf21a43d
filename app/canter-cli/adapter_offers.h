#pragma once

#include "command_line.h"

namespace canter::cli {

/// Adapters that others offer for a model: which there are, and to take one.
void add_adapter_find(Command parent);
void add_adapter_get(Command parent);

}  // namespace canter::cli
