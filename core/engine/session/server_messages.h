#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"

namespace canter::engine {

/// Where a model answers that runs in another program, most often on another computer.
struct Elsewhere {
  std::string host;            ///< `localhost:8000`
  bool this_computer = false;  ///< what is sent there does not leave it
  bool encrypted = false;

  bool operator==(const Elsewhere&) const = default;
};

/// How a server is spoken with, besides its address. Kept in the database, so keys are not here.
struct ServerSettings {
  std::string key_variable = {};  ///< of the environment, holds the key
  std::string key_file = {};      ///< its first line is the key
  std::string certificates = {};  ///< PEM file of those who sign its certificate

  bool operator==(const ServerSettings&) const = default;
};

/// A server with OpenAI's interface.
struct ServerWish {
  std::string address;
  std::string key = {};  ///< empty: what is kept for it, or as the settings say
  ServerSettings settings = {};
};

// Commands --------------------------------------------------------------------------------------

/// Answered by ServerModelsListed; nothing is kept. A newer one takes the place of one that runs.
struct ListServerModels {
  ServerWish server;
  std::uint64_t request = 0;
};
/// Keeps the key in the system's keyring, or until the program ends where there is none, and adds
/// the model to the list. Answered by ServerModelAdded.
struct AddServerModel {
  ServerWish server;
  std::string model;
};

// Events ----------------------------------------------------------------------------------------

struct ServerModelsListed {
  std::uint64_t request = 0;
  Elsewhere place = {};
  std::vector<std::string> models = {};
  std::optional<Error> error = {};
};
struct ServerModelAdded {
  std::string source;       ///< for OpenModel
  bool key_lasting = true;  ///< it is still known when the program starts again
};

}  // namespace canter::engine
