#include "decode/draft/calibration.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace canter {
namespace {

/// So many observations weigh as much as the source's own confidence.
constexpr float kPriorWeight = 6;
/// Counts are halved here.
constexpr float kMostSeen = 512;

}  // namespace

/// Bins are even in log odds from -6 to 6, where confidences differ most.
int Calibration::index(const Evidence& evidence) {
  const double p = std::clamp(evidence.confidence, 1e-4, 1 - 1e-4);
  const double odds = std::log(p / (1 - p));
  const int bin = std::clamp(int((odds + 6) / 12 * kBins), 0, kBins - 1);
  const int depth = std::clamp(evidence.depth, 1, kDepths) - 1;
  return (int(evidence.kind) * kDepths + depth) * kBins + bin;
}

double Calibration::probability(const Evidence& evidence) const {
  const Counts& counts = counts_[index(evidence)];
  return (counts.right + kPriorWeight * evidence.confidence) / (counts.seen + kPriorWeight);
}

void Calibration::observe(const Evidence& evidence, bool right) {
  Counts& counts = counts_[index(evidence)];
  counts.seen += 1;
  counts.right += right ? 1 : 0;
  if (counts.seen < kMostSeen) return;
  counts.seen /= 2;
  counts.right /= 2;
}

std::string Calibration::to_json() const {
  auto list = nlohmann::json::array();
  for (const Counts& counts : counts_) {
    list.push_back(counts.seen);
    list.push_back(counts.right);
  }
  return list.dump();
}

void Calibration::from_json(std::string_view text) {
  const auto list = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!list.is_array() || list.size() != 2 * counts_.size()) return;
  auto read = counts_;
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (!list[2 * i].is_number() || !list[2 * i + 1].is_number()) return;
    const float seen = list[2 * i], right = list[2 * i + 1];
    if (!(seen >= 0 && seen <= kMostSeen && right >= 0 && right <= seen)) return;
    read[i] = {seen, right};
  }
  counts_ = read;
}

}  // namespace canter
