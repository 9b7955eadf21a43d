#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tune/head/head_rows.h"
#include "tune/transcript.h"

namespace canter::tuning {

/// States of answers to learn a head from, kept as float16 up to a limit of memory: what comes
/// later is left out.
class HeadLessons {
 public:
  /// `width` of a state; `most_bytes` of all of them.
  HeadLessons(std::size_t width, std::uint64_t most_bytes)
      : width_(width), most_(most_bytes / (sizeof(std::uint16_t) * width)) {}

  /// States [rows, width] behind tokens of a transcript, from the prompt's last one on; further
  /// calls for the same transcript go on behind them. Transcripts come one after the other.
  void add(const Transcript& transcript, std::span<const float> states);

  std::size_t answers() const { return ends_.size(); }
  std::size_t rows() const { return next_.size(); }
  std::size_t rows_of(std::size_t answer) const { return ends_[answer] - first(answer); }
  std::span<const TokenId> next() const { return next_; }
  /// Root mean square of all numbers.
  double spread() const;

  /// Appends an answer's rows.
  void append(std::size_t answer, HeadRows<float>& rows) const;

 private:
  std::size_t first(std::size_t answer) const { return answer == 0 ? 0 : ends_[answer - 1]; }

  std::size_t width_;
  std::size_t most_;  // rows
  std::vector<std::uint16_t> states_;
  std::vector<TokenId> next_;
  std::vector<std::size_t> ends_;
  const Transcript* current_ = nullptr;
  double squares_ = 0;
};

}  // namespace canter::tuning
