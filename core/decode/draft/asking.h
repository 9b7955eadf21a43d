#pragma once

namespace canter {

/// Whether to ask a source that takes time of its own: learned from how long it takes to propose,
/// and from how much more likely it makes the token that turns out right.
class Asking {
 public:
  /// Does it pay to ask about a node that is reached with `probability`, where a token takes
  /// `token_ms` otherwise?
  bool pays(double probability, double token_ms) const {
    return probability * gain_ * token_ms > milliseconds_;
  }
  void observe_time(double milliseconds);
  /// The likelihood of the right token, with the source and without it.
  void observe_gain(double with, double without);

 private:
  /// Until it is known: free, and right as often as good heads are.
  double milliseconds_ = 0;
  double gain_ = 0.3;
  bool timed_ = false;
};

}  // namespace canter
