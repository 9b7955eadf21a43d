#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "tune/adamw.h"
#include "tune/parameters.h"

namespace canter::tuning {

/// All that a tuning needs to go on as if it had not been interrupted.
struct TuningState {
  Parameters<float> parameters;
  AdamW::State optimiser;
  int step = 0;
  std::int64_t groups = 0;
  double seconds = 0;  ///< of learning, measurements included
  double loss = 0;     ///< running mean

  Parameters<float> best;  ///< as measured on unseen prompts
  double best_loss = 0;
  double best_tokens_per_step = 0;
  int measurements = 0;
  int without_gain = 0;  ///< measurements since the best
};

/// Writes a safetensors file that appears whole or not at all; `key` says what is being tuned and
/// how.
Result<void> write_checkpoint(const std::filesystem::path& path, const TuningState& state,
                              const std::string& key);

/// nullopt when there is no such file. kUsage for a checkpoint with another key, kBadFile for a
/// damaged one.
Result<std::optional<TuningState>> read_checkpoint(const std::filesystem::path& path,
                                                   const AdapterShape& shape,
                                                   const std::string& key);

}  // namespace canter::tuning
