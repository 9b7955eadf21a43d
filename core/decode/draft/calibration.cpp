#include "decode/draft/calibration.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace canter {
namespace {

/// So many observations of a bin weigh as much as its kind and depth.
constexpr float kBinPriorWeight = 6;
/// So many right ones of a kind and depth weigh as much as the source's own confidence.
constexpr float kSourceWeight = 2;
/// Counts are halved here.
constexpr float kHalvedAt = 512;
/// Bins are even in log odds from -6 to 6, where confidences differ most.
constexpr double kMostOdds = 6;
/// A candidate is never sure, whatever was seen.
constexpr double kMost = 0.999;

}  // namespace

int Calibration::group(const Evidence& evidence) {
  return int(evidence.kind) * kDepths + std::clamp(evidence.depth, 1, kDepths) - 1;
}

int Calibration::bin(const Evidence& evidence) {
  const double p = std::clamp(evidence.confidence, 1e-4, 1 - 1e-4);
  const double odds = std::log(p / (1 - p));
  return std::clamp(int((odds + kMostOdds) / (2 * kMostOdds) * kBins), 0, kBins - 1);
}

double Calibration::confidence_in(int bin) {
  const double odds = (bin + 0.5) / kBins * 2 * kMostOdds - kMostOdds;
  return 1 / (1 + std::exp(-odds));
}

double Calibration::probability(const Evidence& evidence) const {
  const Sums& sums = sums_[group(evidence)];
  const double trust = (sums.right + kSourceWeight) / (sums.expected + kSourceWeight);
  const double believed = std::min(kMost, trust * evidence.confidence);
  const Counts& counts = counts_[group(evidence) * kBins + bin(evidence)];
  return (counts.right + kBinPriorWeight * believed) / (counts.seen + kBinPriorWeight);
}

void Calibration::observe(const Evidence& evidence, bool right) {
  Counts& counts = counts_[group(evidence) * kBins + bin(evidence)];
  counts.seen += 1;
  counts.right += right ? 1 : 0;
  if (counts.seen >= kHalvedAt) {
    counts.seen /= 2;
    counts.right /= 2;
  }
  Sums& sums = sums_[group(evidence)];
  sums.expected += float(evidence.confidence);
  sums.right += right ? 1 : 0;
  if (std::max(sums.expected, sums.right) < kHalvedAt) return;
  sums.expected /= 2;
  sums.right /= 2;
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
    if (!(seen >= 0 && seen <= kHalvedAt && right >= 0 && right <= seen)) return;
    read[i] = {seen, right};
  }
  counts_ = read;
  for (std::size_t i = 0; i < sums_.size(); ++i) {
    sums_[i] = {};
    for (int bin = 0; bin < kBins; ++bin) {
      const Counts& counts = counts_[i * kBins + bin];
      sums_[i].expected += float(counts.seen * confidence_in(bin));
      sums_[i].right += counts.right;
    }
  }
}

}  // namespace canter
