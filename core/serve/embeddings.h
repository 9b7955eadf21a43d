#pragma once

#include "serve/reply.h"
#include "serve/served_model.h"

namespace canter::serve {

/// POST /v1/embeddings
Checked<Reply> openai_embeddings(const ServedModel& served, const Json& request);
/// POST /api/embed
Checked<Reply> ollama_embed(const ServedModel& served, const Json& request);
/// POST /api/embeddings, for one text, as Ollama's older clients ask
Checked<Reply> ollama_embeddings(const ServedModel& served, const Json& request);

}  // namespace canter::serve
