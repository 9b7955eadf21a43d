#pragma once

#include <functional>
#include <map>
#include <span>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "model/forward/forward.h"
#include "model/model.h"
#include "tune/draft_loss.h"
#include "tune/frozen_products.h"
#include "tune/mask_pass.h"
#include "tune/transcript.h"

namespace canter::tuning {

/// Mask groups behind one transcript.
struct Lesson {
  const Transcript* transcript = nullptr;
  std::vector<int> anchors;  ///< positions, ascending
};

/// Memory beside the model that learning may use, in bytes.
struct LearningMemory {
  std::uint64_t weights = 256u << 20;       ///< decoded weights that are kept
  std::uint64_t contexts = 512u << 20;      ///< keys and values of real tokens that are kept
  std::uint64_t activations = 1000u << 20;  ///< of the rows that run together
};

/// Loss and gradient of lessons, and ranks of what they teach, with the frozen model. Keeps keys
/// and values of transcripts while there is room for them and reads the others anew each time.
/// Belongs to one thread, which the pool's threads help.
class Learner {
 public:
  /// `model` and `pool` must outlive the object, transcripts of lessons too.
  Learner(const Model& model, ThreadPool& pool, const LearningMemory& memory);

  /// Bytes that one mask row takes while it is learned from.
  static std::uint64_t row_bytes(const UniformShape& config);

  /// Asked before each part of the work; true ends it with kInterrupted.
  using ShouldStop = std::function<bool()>;

  /// Mean loss of the rows of all lessons, where rows of mask i weigh `weights[i]`. Adds its
  /// gradient to `gradient` unless that is null. kTooLarge without memory.
  Result<double> learn(const Parameters<float>& parameters, std::span<const Lesson> lessons,
                       const LossShares& shares, std::span<const double> weights,
                       Parameters<float>* gradient, const ShouldStop& should_stop = {});

  /// Calls use(row, ranks) for all rows of the lesson in turn.
  Result<void> rank(const Parameters<float>& parameters, const Lesson& lesson,
                    const std::function<void(const MaskRow&, const DraftRanks&)>& use,
                    const ShouldStop& should_stop = {});

  /// Keys and values of a transcript's tokens, as they lie there until the next call.
  Result<const Context<float>*> context(const Transcript& transcript,
                                        const ShouldStop& should_stop = {});

  /// Multiply-adds of weight products so far.
  double multiply_adds() const { return products_.multiply_adds(); }

 private:
  using Part = std::span<const Lesson>;

  /// Batch and targets of lessons whose rows run together.
  Result<void> prepare(Part lessons, int masks, const ShouldStop& should_stop);
  /// Calls use(first lesson, count) for runs of lessons that fit the memory.
  template <typename Use>
  Result<void> for_each_part(std::span<const Lesson> lessons, int masks, const Use& use);

  const Model* model_;
  LearningMemory memory_;
  FrozenProducts<float> products_;
  MaskPass<float> pass_;
  DraftLoss<float> loss_;
  Forward forward_;
  std::uint64_t kept_bytes_ = 0;
  std::map<const Transcript*, Context<float>> kept_;
  std::vector<Context<float>> passing_;  // contexts of one part that are not kept
  MaskBatch<float> batch_;
  std::vector<DraftTarget> targets_;
};

/// All anchors of a transcript.
Lesson whole_lesson(const Transcript& transcript);

}  // namespace canter::tuning
