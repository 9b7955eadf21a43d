#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "decode/draft/source_set.h"
#include "engine/session/server_messages.h"

namespace canter::remote {
class Keys;
}

namespace canter::engine {

struct EngineOptions {
  std::filesystem::path data_dir;
  int threads = 0;  ///< 0: as the database has it, see ComputingSettings
  /// Adapter for the models that are opened: a file, or empty for one that is known for the model.
  /// A file that cannot be used makes opening fail.
  std::filesystem::path adapter = {};
  /// Bytes that models may take; 0: what the system has free.
  std::uint64_t available_memory = 0;
  /// No adapter is looked for.
  bool without_adapter = false;
  /// Where drafts come from. A model that is named here and cannot draft makes opening fail;
  /// without one the model that was chosen for the open one drafts, where that is possible.
  SourceWish drafts = {};
  /// Where keys of servers are kept; nullptr: in the system's keyring.
  std::shared_ptr<remote::Keys> keys = {};
  /// How servers are spoken with in this run, instead of what the database says.
  std::optional<ServerSettings> server = {};
};

}  // namespace canter::engine
