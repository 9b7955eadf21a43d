#pragma once

#include <array>
#include <string>
#include <string_view>

#include "decode/draft/evidence.h"

namespace canter {

/// How often candidates turn out right, against how sure their source was: counts for each kind,
/// depth and bin of confidence, learned while decoding. Where a bin has seen little, the source is
/// believed as far as all bins of its kind and depth together say. Old observations fade, so that a
/// change of topic or temperature is followed.
class Calibration {
 public:
  /// Probability that the candidate is right, given that its parent is. Without observations it is
  /// the confidence itself.
  double probability(const Evidence& evidence) const;
  void observe(const Evidence& evidence, bool right);

  /// A JSON array; empty or unreadable text changes nothing.
  std::string to_json() const;
  void from_json(std::string_view json);

 private:
  static constexpr int kDepths = 4;
  static constexpr int kBins = 16;
  struct Counts {
    float seen = 0;
    float right = 0;
  };
  /// Of all bins of a kind and depth.
  struct Sums {
    float expected = 0;  ///< right ones, as their sources said
    float right = 0;
  };
  /// Of a kind and depth among the sums, and of a bin among their counts.
  static int group(const Evidence& evidence);
  static int bin(const Evidence& evidence);
  /// In the middle of a bin.
  static double confidence_in(int bin);

  std::array<Counts, kEvidenceKinds * kDepths * kBins> counts_{};
  std::array<Sums, kEvidenceKinds * kDepths> sums_{};
};

}  // namespace canter
