#pragma once

namespace canter {

/// Watches whether drafting is worth its time here. What it costs more than plain decoding is a
/// debt that every token pays off a little; drafting rests while the debt is too large. So however
/// long it does not pay, it loses little more than a fiftieth of the time, and still tries now and
/// then.
class Payoff {
 public:
  /// Is it worth trying now?
  bool tries() const { return debt_ < kMostDebt; }

  /// A step that drafted, or meant to, emitted so many tokens in so many milliseconds, planning
  /// included; plain decoding takes `plain_ms` for each.
  void observe_draft(int tokens, double milliseconds, double plain_ms);
  /// A token was decoded plainly.
  void observe_plain();

 private:
  static constexpr double kMostDebt = 4;

  double debt_ = 0;  ///< in tokens of plain decoding; below zero: saved
};

}  // namespace canter
