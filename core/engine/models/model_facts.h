#pragma once

#include <filesystem>
#include <string>

#include "engine/session/model_messages.h"
#include "model/model.h"

namespace canter::engine {

/// Reads a model's headers. A model that cannot be read has its file's name and a problem.
ModelFacts read_model_facts(const std::filesystem::path& path);

/// Types of the matrices, the most frequent first; norms are float32 in every file.
std::string weight_types_text(const ModelSummary& summary);

}  // namespace canter::engine
