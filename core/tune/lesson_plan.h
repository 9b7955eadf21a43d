#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tune/learner.h"

namespace canter::tuning {

/// Which answers and anchors each step learns from: all answers in an order drawn anew for each
/// round, and for long answers some of their anchors. A step's lessons depend on seed and step
/// alone, so a resumed tuning goes on as if it had not been interrupted.
class LessonPlan {
 public:
  /// `transcripts` must outlive the plan; those too short for a group are left out.
  LessonPlan(std::span<const Transcript> transcripts, int answers_per_step, int groups_per_answer,
             std::uint64_t seed);

  bool empty() const { return usable_.empty(); }
  std::vector<Lesson> lessons(int step);

 private:
  void draw_order(std::uint64_t round);

  std::vector<const Transcript*> usable_;
  std::uint64_t answers_per_step_;
  std::size_t groups_per_answer_;
  std::uint64_t seed_;
  std::uint64_t round_;
  std::vector<std::size_t> order_;  // of round_
};

}  // namespace canter::tuning
