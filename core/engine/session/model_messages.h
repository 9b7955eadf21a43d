#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/session/server_messages.h"
#include "store/records.h"

namespace canter::engine {

/// What a model is, from its headers alone.
struct ModelFacts {
  std::string name;          ///< for display
  std::string architecture;  ///< `llama`
  std::string weight_types;  ///< `Q8_0`, or `Q4_K + Q6_K` when mixed
  std::uint64_t parameters = 0;
  std::uint64_t bytes = 0;   ///< on disk
  std::uint64_t memory = 0;  ///< bytes that have to be free to open it; 0: not known
  int context = 0;           ///< tokens
  std::string fingerprint;
  /// Why it cannot be used, and what to do; empty when it can.
  std::string problem;
  std::vector<std::string> notes = {};  ///< what a user should know all the same
};

/// What was measured of the adapter that a model uses, or was set aside.
struct KnownAdapter {
  double tokens_per_step = 0;  ///< 0: not measured
  double speedup = 0;          ///< plain time over time; 0: not measured here
  bool set_aside = false;      ///< it was not faster
};

struct ListedModel {
  std::optional<std::int64_t> id;  ///< none: one that came with the program and was never opened
  std::string path;
  ModelFacts facts;
  bool starter = false;
  std::optional<Timestamp> last_used;
  std::optional<KnownAdapter> adapter;
  std::optional<Elsewhere> elsewhere = {};  ///< none: it is on disk
  std::string adapter_beside = {};          ///< a file that is not used yet; empty: there is none
};

/// A model on disk that can draft for the open one.
struct DraftModel {
  std::string path;
  std::string name;
  std::uint64_t bytes = 0;
};

// Commands --------------------------------------------------------------------------------------

/// Answered by ModelsListed, like the two after it.
struct ListModels {};
/// Remembers a model without opening it. `last_used`: of one that was forgotten just now.
struct AddModel {
  std::string path;  ///< a GGUF file or a model folder
  std::string name;  ///< empty: its own
  std::optional<Timestamp> last_used;
};
/// The file stays. So does the key of a server, for AddModel may bring the model back.
struct ForgetModel {
  std::int64_t id = 0;
};
/// Forgets the keys of servers whose last model was forgotten; the engine's end does so, too.
struct ForgetKeys {};
/// Looks for models of other programs on this computer; a search that runs ends.
struct FindModels {};
/// Among the models that are known, also those that a search found. Answered by DraftModelsFound
/// where a model is open.
struct FindDraftModels {};
/// Drafts for the open model, now and whenever it is open again; an empty path: none. Answered by
/// AccelerationChanged, after the running answer.
struct ChooseDraftModel {
  std::string path;
};

// Events ----------------------------------------------------------------------------------------

struct ModelsListed {
  /// Those that came with the program, and what was used last first.
  std::vector<ListedModel> models;
  std::uint64_t free_memory = 0;  ///< bytes, with those of the open model; 0: not known
};
/// What earlier searches found is void.
struct ModelSearchStarted {
  std::vector<std::string> folders;  ///< where it looks
};
struct ModelFound {
  std::string program;  ///< `LM Studio`
  std::string path;
  ModelFacts facts;
};
struct ModelSearchEnded {};
struct DraftModelsFound {
  std::string fingerprint;         ///< of the model that they can draft for
  std::vector<DraftModel> models;  ///< the smallest first
};

}  // namespace canter::engine
