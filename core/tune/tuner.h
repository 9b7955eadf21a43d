#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "decode/adapter.h"
#include "model/model.h"
#include "tune/acceptance.h"
#include "tune/settings.h"
#include "tune/transcript.h"

namespace canter::tuning {

/// Where a tuning keeps what must survive its end. Both are written whole or not at all.
struct TuningFiles {
  std::filesystem::path answers;
  std::filesystem::path checkpoint;

  /// Beside the adapter that will be written.
  static TuningFiles beside(const std::filesystem::path& adapter);
  /// With what tunings that were killed while they wrote them left.
  void remove() const;
};

struct TuningProgress {
  /// The model answers, its answers are read again for their successors and states, the head
  /// learns from these, masks learn.
  enum class Phase { kAnswers, kSuccessors, kHead, kLearning };

  Phase phase = Phase::kAnswers;
  double done = 0;  ///< share of the phase, 0 to 1
  int step = 0;     ///< answers so far, answers read, updates
  double loss = 0;  ///< running mean
  double seconds = 0;
  std::int64_t groups = 0;
  double groups_per_second = 0;
  std::optional<Acceptance> unseen;  ///< when it has just been measured
};

/// Called from the tuning thread, several times a second. False ends the tuning with kInterrupted
/// after a checkpoint; a call that takes its time is a pause, which is not counted as tuning.
using OnTuningProgress = std::function<bool(const TuningProgress&)>;

/// Without mask tokens the figures of masks are 0 or empty.
struct TuningResult {
  Adapter adapter;  ///< the best on unseen prompts, with fingerprint and figures
  std::size_t parameters = 0;
  int samples = 0;  ///< answers learned from
  int unseen = 0;   ///< prompts, the last ones, that nothing was learned from
  std::int64_t groups = 0;
  int steps = 0;
  double seconds = 0;     ///< of learning, of masks where there are any
  double loss = 0;        ///< the least that was measured on unseen prompts
  Acceptance acceptance;  ///< on unseen prompts
  /// How often the head's best guess of depth 1, 2, ... is right on unseen prompts; empty: no head.
  std::vector<double> head_hits;
};

/// Tunes an adapter on the model's own answers to `prompts` (token sequences): collects the
/// answers, learns from most of them, and keeps what does best on the rest (bi-directional tuning,
/// arXiv 2401.12522, with the transition term learned together with the masks). With `resume`, goes
/// on from `files` if they are there. `answer`: how answers are made; empty: many at a time, or
/// where the model does not allow that by a decoder that drafts from what needs no adapter.
///
/// kUnsupported for masks where tunable_shape() is; kUsage for settings or prompts that do not
/// serve, or a checkpoint of another tuning; kIo when a file cannot be written, the last good
/// checkpoint staying as it is; kTooLarge without memory; kInterrupted when `on_progress` ended it.
/// Runs on the calling thread and the pool's.
Result<TuningResult> tune(const Model& model, ThreadPool& pool,
                          std::span<const std::vector<TokenId>> prompts,
                          const TuningSettings& settings, const TuningFiles& files, bool resume,
                          const OnTuningProgress& on_progress = {}, AnswerQuestions answer = {});

}  // namespace canter::tuning
