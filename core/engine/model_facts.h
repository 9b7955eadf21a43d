#pragma once

#include <filesystem>
#include <string>

#include "engine/model_messages.h"
#include "model/model.h"

namespace canter::engine {

/// Reads a model's headers. A model that cannot be read has its file's name and a problem.
ModelFacts read_model_facts(const std::filesystem::path& path);

/// Types of the matrices, the most frequent first; norms are float32 in every file.
std::string weight_types_text(const ModelSummary& summary);

/// What the model calls itself. A folder in Hugging Face's cache has a number for a name, so there
/// it is the repository's.
std::string model_name(const std::filesystem::path& path, const ModelSummary& summary);

}  // namespace canter::engine
