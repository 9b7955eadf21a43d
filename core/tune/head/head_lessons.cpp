#include "tune/head/head_lessons.h"

#include <algorithm>
#include <cmath>

#include "tensor/number_format.h"

namespace canter::tuning {
namespace {

constexpr float kLargestHalf = 65504;

}  // namespace

void HeadLessons::add(const Transcript& transcript, std::span<const float> states) {
  if (&transcript != current_) {
    current_ = &transcript;
    ends_.push_back(rows());
  }
  const std::size_t before = ends_.back() - first(answers() - 1);
  const std::size_t count = std::min(states.size() / width_, most_ - std::min(most_, rows()));
  for (std::size_t row = 0; row < count; ++row) {
    const std::size_t behind = std::size_t(transcript.prompt) + before + row;
    next_.push_back(behind < transcript.tokens.size() ? transcript.tokens[behind] : 0);
  }
  for (const float number : states.first(count * width_)) {
    const float bounded = std::clamp(number, -kLargestHalf, kLargestHalf);
    states_.push_back(float_to_half(bounded));
    squares_ += double(bounded) * bounded;
  }
  ends_.back() = rows();
}

double HeadLessons::spread() const {
  return states_.empty() ? 0 : std::sqrt(squares_ / double(states_.size()));
}

void HeadLessons::append(std::size_t answer, HeadRows<float>& rows) const {
  const std::size_t from = first(answer), count = rows_of(answer), at = rows.states.size();
  rows.states.resize(at + count * width_);
  decode_numbers(TensorType::kF16,
                 reinterpret_cast<const std::byte*>(states_.data() + from * width_),
                 rows.states.data() + at, count * width_);
  rows.next.insert(rows.next.end(), next_.begin() + std::ptrdiff_t(from),
                   next_.begin() + std::ptrdiff_t(from + count));
  rows.ends.push_back(rows.next.size());
}

}  // namespace canter::tuning
