#pragma once

#include "serve/reply.h"
#include "serve/served_model.h"

namespace canter::serve {

/// POST /v1/completions
Checked<Reply> completions(const ServedModel& served, const Json& request);

}  // namespace canter::serve
