#pragma once

#include <span>
#include <vector>

#include "base/error.h"
#include "decode/settings.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// kUsage for settings outside their range, naming the setting and the range.
Result<void> check_settings(const SamplingSettings& settings);

/// Chooses tokens. Keeps scratch memory, so one object belongs to one thread; the choice depends on
/// the arguments and the settings alone, never on earlier calls.
class Sampler {
 public:
  explicit Sampler(const SamplingSettings& settings) : settings_(settings) {}

  /// `logits` [vocabulary]; `before` are the tokens of the sequence so far, so the choice is for
  /// position before.size(). Ties go to the smaller token. NaN logits are never chosen; if all are
  /// NaN the result is token 0.
  TokenId choose(std::span<const float> logits, std::span<const TokenId> before);

 private:
  struct Candidate {
    TokenId token;
    float logit;
  };
  static bool likelier(const Candidate& a, const Candidate& b);

  void penalise_repetition(std::span<const TokenId> before);
  void keep_top_k();
  void keep_top_p();
  void keep_min_p();
  /// exp((logit - largest logit) / temperature).
  double weight(const Candidate& candidate, double temperature) const;
  double mass(double temperature) const;

  SamplingSettings settings_;
  std::vector<Candidate> candidates_;
  float largest_ = 0;
};

}  // namespace canter
