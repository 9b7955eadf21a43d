#pragma once

#include <span>
#include <vector>

#include "base/error.h"
#include "decode/scored_token.h"
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
  void penalise_repetition(std::span<const TokenId> before);
  /// Puts what the filters leave into candidates_; false: there is no filter.
  bool filter();
  void keep_top_p();
  /// weights_ = e^((score - largest) / temperature), [vocabulary].
  void weigh_all(double temperature);
  double weight(float score, double temperature) const;
  TokenId draw(double uniform) const;
  TokenId draw_from_all(double uniform);

  SamplingSettings settings_;
  std::vector<float> scores_;            ///< [vocabulary], -inf for what cannot be chosen
  std::vector<float> weights_;           ///< [vocabulary], in whole blocks
  std::vector<ScoredToken> candidates_;  ///< in the order in which they are drawn from
  float largest_ = 0;
};

}  // namespace canter
