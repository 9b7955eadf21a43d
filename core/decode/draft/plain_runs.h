#pragma once

namespace canter {

/// Sees to it that what plain decoding takes is measured where it is plain: a pass of one row amid
/// passes of many takes up to 1.4 times as long, since a processor that has worked hard clocks
/// lower for some 30 ms.
class PlainRuns {
 public:
  /// The reading of a prompt is hard work too.
  void begin_answer();
  /// What plain decoding takes is known from earlier.
  void recall() { since_ = 0; }
  /// Has the next pass to be one of a single row, because nobody knows what that takes by now?
  bool wants_plain() const { return since_ >= kMostSince; }
  /// A pass ended. Does its time say what such passes take?
  bool observe(int rows, double milliseconds);

 private:
  static constexpr int kMostSince = 512;

  int since_ = kMostSince;  ///< passes since it was known
  int passes_ = 0;          ///< of a single row, in a row
  double milliseconds_ = 0;
  int settled_ = 0;  ///< of these, those that count
};

}  // namespace canter
