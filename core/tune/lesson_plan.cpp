#include "tune/lesson_plan.h"

#include <algorithm>
#include <numeric>

#include "decode/random.h"

namespace canter::tuning {
namespace {

/// Shuffles so far that the first `wanted` entries are drawn (Fisher and Yates).
template <typename Entry>
void draw(std::vector<Entry>& entries, std::size_t wanted, std::uint64_t seed) {
  for (std::size_t i = 0; i < wanted; ++i) {
    const auto other = std::size_t(uniform_at(seed, i) * double(entries.size() - i));
    std::swap(entries[i], entries[i + other]);
  }
}

}  // namespace

LessonPlan::LessonPlan(std::span<const Transcript> transcripts, int answers_per_step,
                       int groups_per_answer, std::uint64_t seed)
    : answers_per_step_(std::uint64_t(answers_per_step)),
      groups_per_answer_(std::size_t(groups_per_answer)),
      seed_(seed) {
  for (const Transcript& transcript : transcripts)
    if (transcript.anchors() > 0) usable_.push_back(&transcript);
  draw_order(0);
}

void LessonPlan::draw_order(std::uint64_t round) {
  round_ = round;
  order_.resize(usable_.size());
  std::iota(order_.begin(), order_.end(), std::size_t(0));
  // Seeds of rounds are even, those of anchors odd.
  draw(order_, order_.size(), seed_ + 2 * round);
}

std::vector<Lesson> LessonPlan::lessons(int step) {
  std::vector<Lesson> lessons;
  for (std::uint64_t i = 0; i < answers_per_step_; ++i) {
    const std::uint64_t draws = std::uint64_t(step) * answers_per_step_ + i;
    if (const std::uint64_t round = draws / usable_.size(); round != round_) draw_order(round);
    lessons.push_back(whole_lesson(*usable_[order_[draws % usable_.size()]]));
    std::vector<int>& anchors = lessons.back().anchors;
    if (anchors.size() <= groups_per_answer_) continue;
    draw(anchors, groups_per_answer_, seed_ + 2 * draws + 1);
    anchors.resize(groups_per_answer_);
    std::ranges::sort(anchors);
  }
  return lessons;
}

}  // namespace canter::tuning
