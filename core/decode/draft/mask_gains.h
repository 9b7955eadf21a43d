#pragma once

#include <span>
#include <vector>

namespace canter {

/// What mask rows are worth: how much more often a draft of depth i is accepted in steps that had
/// mask i's distribution than in steps that had not. Learned while decoding.
class MaskGains {
 public:
  /// Starts with the share of steps in which each depth was accepted when the adapter was tuned
  /// (may be empty); `alone`: there are drafts without masks too.
  MaskGains(int masks, std::span<const double> acceptance, bool alone);

  /// A step that had the distributions of so many masks accepted so many drafts.
  void observe(int masks, int accepted);

  /// Tokens that mask 1, 2 ... of a group gains in the next step; not growing.
  std::span<const double> gains() const { return gains_; }

 private:
  struct Share {
    double seen = 0;
    double accepted = 0;

    void observe(bool was_accepted);
    double value() const { return accepted / seen; }
  };
  void update();

  std::vector<Share> with_;     // [masks]
  std::vector<Share> without_;  // [masks]
  std::vector<double> gains_;   // [masks]
};

}  // namespace canter
