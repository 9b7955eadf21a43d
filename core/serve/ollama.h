#pragma once

#include "serve/reply.h"
#include "serve/served_model.h"

namespace canter::serve {

/// POST /api/chat
Checked<Reply> ollama_chat(const ServedModel& served, const Json& request);
/// POST /api/generate
Checked<Reply> ollama_generate(const ServedModel& served, const Json& request);

}  // namespace canter::serve
