#pragma once

namespace canter {

/// Watches whether drafting is worth its time here, and rests where it is not: for some tokens at
/// first, twice as many each time.
class Payoff {
 public:
  /// Is it worth trying now?
  bool tries() const { return resting_ == 0; }

  /// A step that drafted emitted so many tokens in so many milliseconds, planning included; plain
  /// decoding would have taken `plain_ms` for each.
  void observe_draft(int tokens, double milliseconds, double plain_ms);
  /// A token was decoded plainly.
  void observe_plain();

  /// Time of plain decoding over time taken, over the last steps that drafted; 1 without any.
  double speedup() const { return spent_ > 0 ? plain_ / spent_ : 1; }

 private:
  int steps_ = 0;
  double spent_ = 0;
  double plain_ = 0;
  int rest_ = 16;
  int resting_ = 0;
};

}  // namespace canter
