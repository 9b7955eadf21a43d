#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "command_line.h"
#include "model/model.h"
#include "store/store.h"

namespace canter::cli {

/// Adds `--model`.
Option add_model_option(Command command, std::string& model);

/// The file or folder that a MODEL argument stands for. The database is only asked when the
/// argument is neither a path nor the name of one of the program's own models.
Outcome<std::filesystem::path> find_model(const std::string& source, const CommonOptions& options);

/// The conversation database, where there is one already: looking must not create it.
std::optional<Store> open_known_database(const CommonOptions& options);

/// Says how far it is when it takes its time, and ends when interrupted. While it runs there must
/// be no other InterruptListener.
/// `available_memory`: as Model::Options have it.
Outcome<Model> open_model(const std::string& source, const CommonOptions& options,
                          std::uint64_t available_memory = 0);

/// Of a model, or of a GGUF file that holds nothing but a vocabulary.
Outcome<Tokenizer> open_tokenizer(const std::string& source, const CommonOptions& options);

}  // namespace canter::cli
