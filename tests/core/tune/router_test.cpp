#include "tune/router.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>
#include <vector>

#include "core/tune/finite_differences.h"
#include "model/forward/mixture.h"

namespace canter::tuning {
namespace {

constexpr int kExperts = 5;

class Router : public testing::TestWithParam<std::tuple<Gating, bool>> {
 protected:
  void SetUp() override {
    mixture_.experts = kExperts;
    mixture_.used = 3;
    mixture_.gating = std::get<0>(GetParam());
    mixture_.renormalise = std::get<1>(GetParam());
    mixture_.scale = 1.5;
    std::mt19937 random(2);
    std::normal_distribution<double> normal;
    for (double& logit : logits_) logit = normal(random);
    std::vector<float> logits(logits_.begin(), logits_.end());
    choose_experts(mixture_, logits, {}, expected_);
    for (const ChosenExpert& one : expected_) chosen_.push_back(one.expert);
  }
  std::array<double, 3> weights() const {
    std::array<double, 3> weights;
    weigh_experts<double>(mixture_, logits_, chosen_, weights);
    return weights;
  }

  MixturePlan mixture_;
  std::vector<double> logits_ = std::vector<double>(kExperts);
  std::vector<ChosenExpert> expected_;
  std::vector<int> chosen_;
};

TEST_P(Router, weighs_as_the_forward_pass_does) {
  for (std::size_t i = 0; i < chosen_.size(); ++i)
    EXPECT_NEAR(weights()[i], expected_[i].weight, 4 * 0x1p-23);
}

TEST_P(Router, has_the_gradient_of_finite_differences) {
  const std::vector<double> wanted = {0.7, -1.1, 0.4};
  std::vector<double> gradient(kExperts);
  weigh_experts_back<double>(mixture_, logits_, chosen_, wanted, gradient);
  const auto loss = [&] {
    const auto now = weights();
    return wanted[0] * now[0] + wanted[1] * now[1] + wanted[2] * now[2];
  };
  for (int expert = 0; expert < kExperts; ++expert) {
    const double before = logits_[expert];
    logits_[expert] = before + kStep;
    const double above = loss();
    logits_[expert] = before - kStep;
    const double below = loss();
    logits_[expert] = before;
    EXPECT_NEAR(gradient[expert], (above - below) / (2 * kStep), 1e-9) << "expert " << expert;
  }
}

INSTANTIATE_TEST_SUITE_P(
    , Router,
    testing::Combine(testing::Values(Gating::kSoftmax, Gating::kSoftmaxOfChosen, Gating::kSigmoid),
                     testing::Bool()));

}  // namespace
}  // namespace canter::tuning
