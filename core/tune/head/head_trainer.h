#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "decode/draft/recurrent_head.h"
#include "model/model.h"
#include "tune/head/head_lessons.h"

namespace canter::tuning {

struct HeadSettings {
  int hidden = -1;    ///< of the network; -1: twice the model's width, 0: no head
  int tokens = 8192;  ///< at most, those that the answers use most
  int depths = 4;     ///< that it is unrolled for
  int answers_per_step = 4;
  int passes = 3;      ///< over all answers, where no time is given
  double seconds = 0;  ///< to learn for; 0: as long as the passes take
  double rate = 1e-3;  ///< peak learning rate
  double decay = 1e-2;
  double warm_up = 0.02;              ///< share of the way on which the rate rises
  int measurements = 12;              ///< on unseen answers, evenly over the way
  int patience = 3;                   ///< measurements without a better loss that end it
  std::uint64_t memory = 512u << 20;  ///< of states that are kept, in bytes
  std::uint64_t seed = 0;
};

struct HeadProgress {
  double done = 0;  ///< 0 to 1
  int step = 0;
  double loss = 0;  ///< running mean
  double rows_per_second = 0;
};

struct HeadResult {
  RecurrentHead head;  ///< the best on unseen answers
  int steps = 0;
  double seconds = 0;
  double loss = 0;           ///< the least that was measured
  std::vector<double> hits;  ///< of it: how often the best guess of depth 1, 2, ... is right
};

/// Trains a recurrent head on states of answers. `on_progress` is called several times a second;
/// false ends it with kInterrupted. kUsage without answers to learn from or to measure with,
/// kTooLarge without memory. The same head for any number of threads, unless time decides.
Result<HeadResult> train_head(const Model& model, ThreadPool& pool, const HeadLessons& seen,
                              const HeadLessons& unseen, const HeadSettings& settings,
                              const std::function<bool(const HeadProgress&)>& on_progress = {});

}  // namespace canter::tuning
