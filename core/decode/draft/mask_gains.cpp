#include "decode/draft/mask_gains.h"

#include <algorithm>

namespace canter {
namespace {

/// So that masks are tried now and then whatever was seen.
constexpr double kLeastGain = 0.01;

}  // namespace

MaskGains::MaskGains(int masks, std::span<const double> acceptance, bool alone)
    : with_(masks), without_(masks), gains_(masks) {
  constexpr double kPriorWeight = 8;
  double share = 1;
  for (int i = 0; i < masks; ++i) {
    share = i < int(acceptance.size()) ? acceptance[i] : share * 0.5;
    with_[i] = {kPriorWeight, kPriorWeight * share};
    without_[i] = {kPriorWeight, kPriorWeight * share * (alone ? 0.5 : 0.05)};
  }
  update();
}

void MaskGains::Share::observe(bool was_accepted) {
  constexpr double kSharesHalvedAt = 128;
  seen += 1;
  accepted += was_accepted ? 1 : 0;
  if (seen < kSharesHalvedAt) return;
  seen /= 2;
  accepted /= 2;
}

void MaskGains::observe(int masks, int accepted) {
  for (int i = 0; i < int(with_.size()); ++i)
    (i < masks ? with_ : without_)[i].observe(accepted > i);
  update();
}

void MaskGains::update() {
  double most = 1;
  for (std::size_t i = 0; i < gains_.size(); ++i)
    most = gains_[i] = std::clamp(with_[i].value() - without_[i].value(), kLeastGain, most);
}

}  // namespace canter
