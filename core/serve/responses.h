#pragma once

#include "serve/reply.h"
#include "serve/served_model.h"

namespace canter::serve {

/// POST /v1/responses: text in and out. Nothing is kept for later requests.
Checked<Reply> responses(const ServedModel& served, const Json& request);

}  // namespace canter::serve
