#pragma once

#include "options.h"

namespace canter::cli {

/// Adapters that others offer for a model: which there are, and to take one.
void add_adapter_find(CLI::App& parent, Program& program);
void add_adapter_get(CLI::App& parent, Program& program);

}  // namespace canter::cli
