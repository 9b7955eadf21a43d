#pragma once

#include <string_view>

#include "serve/reply.h"
#include "serve/served_model.h"

namespace canter::serve {

/// GET /v1/models
Json openai_models(const ServedModel& served);
/// GET /v1/models/{id}
Checked<Reply> openai_model(const ServedModel& served, std::string_view id);

/// GET /api/tags
Json ollama_tags(const ServedModel& served);
/// GET /api/ps
Json ollama_running(const ServedModel& served);
/// POST /api/show
Checked<Reply> ollama_show(const ServedModel& served, const Json& request);

}  // namespace canter::serve
