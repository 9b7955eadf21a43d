#pragma once

#include <array>

namespace canter {

/// Whether to ask a source that takes time of its own: learned from how long it takes to propose,
/// and from how much time its candidates seem to save beyond those of the others. Nodes that are
/// reached almost surely, likely, and hardly are looked at apart.
class Asking {
 public:
  /// Does it pay to ask about a node that is reached with `probability`?
  bool pays(double probability) const {
    const Saved& saved = saved_[kind(probability)];
    return saved.seen < kFirst || saved.milliseconds > milliseconds_;
  }
  void observe_time(double milliseconds);
  /// It was asked, and what it said saves so much.
  void observe_saved(double probability, double milliseconds);

 private:
  static constexpr int kFirst = 8;
  struct Saved {
    double milliseconds = 0;
    int seen = 0;
  };
  static int kind(double probability) { return probability > 0.9 ? 0 : probability > 0.4 ? 1 : 2; }

  double milliseconds_ = 0;
  bool timed_ = false;
  std::array<Saved, 3> saved_{};
};

}  // namespace canter
