#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"
#include "tune/prompts.h"
#include "tune/settings.h"
#include "tune/tuner.h"

namespace canter::engine {

/// What a tuning is made of.
struct TuningOrder {
  double minutes = 0;
  int mask_tokens = 0;
  int answers_per_step = 0;
  int groups_per_answer = 0;
  int samples = 0;
  std::vector<tuning::Prompt> prompts;

  tuning::TuningSettings settings() const;
};

/// A file of that name in `folder`, or of one with a number, where none lies yet.
std::filesystem::path free_adapter_file(const std::filesystem::path& folder,
                                        const std::string& name);

/// The tuning of a model as it lies in the data folder until its adapter is ready, so that it can
/// go on after the program has ended. Belongs to one thread.
class TuningJob {
 public:
  TuningJob(const std::filesystem::path& data_dir, const std::string& fingerprint);

  /// An order is there.
  bool kept() const;
  /// Begins anew: what lay there before is removed. kIo when it cannot be written.
  Result<void> keep(const TuningOrder& order) const;
  /// kIo, or kBadFile when it is damaged.
  Result<TuningOrder> order() const;
  void remove() const;

  const tuning::TuningFiles& files() const { return files_; }
  /// Where no adapter lies yet.
  std::filesystem::path new_adapter() const { return free_adapter_file(folder_, fingerprint_); }

 private:
  std::filesystem::path folder_;
  std::string fingerprint_;
  std::filesystem::path order_;
  tuning::TuningFiles files_;
};

}  // namespace canter::engine
