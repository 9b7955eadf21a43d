#pragma once

#include <optional>
#include <string>

#include "base/error.h"

namespace canter::engine {

/// How the decoder keeps keys and values: exactly, or rounded to 11 bits in half the memory.
enum class CachePrecision { kF32, kF16, kQ8_0 };

/// What is computed with. Kept in the database, for all models.
struct ComputingSettings {
  int threads = 0;  ///< 0: as many as suit the machine
  CachePrecision cache = CachePrecision::kF32;
  int context = 0;    ///< tokens of a chat, at most; 0: as many as the model and the memory allow
  int kept_mib = -1;  ///< that texts may take which were read; -1: as much as is reasonable

  bool operator==(const ComputingSettings&) const = default;
};

// Commands --------------------------------------------------------------------------------------

/// From the next answer on. Answered by EngineConfigured when it is so, or by Failed.
struct ConfigureEngine {
  ComputingSettings wish;
};
/// Opens where no other is asked for, and new chats begin with it; empty: what was open last.
/// Answered by EngineConfigured.
struct ChooseDefaultModel {
  std::string path;
};
/// Answered by EngineConfigured, after the running answer.
struct ReportEngine {};
/// Everything in the database, as JSON. Answered by EverythingExported.
struct ExportEverything {
  std::string path;  ///< an existing file is replaced once all is written
};

// Events ----------------------------------------------------------------------------------------

struct EngineConfigured {
  ComputingSettings wish;
  int threads = 0;                 ///< that compute
  int automatic_threads = 0;       ///< that would if it were left to Canter
  int most_threads = 0;            ///< that can be wished for
  bool threads_fixed = false;      ///< for this run, by the command line; the wish is for others
  std::string default_model = {};  ///< as it was chosen; empty: what was open last
};
struct EverythingExported {
  std::string path;
  std::optional<Error> error;
};

}  // namespace canter::engine
