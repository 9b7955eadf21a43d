#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "support/temporary_directory.h"
#include "support/tiny_model.h"
#include "tune/draft_loss.h"
#include "tune/mask_pass.h"
#include "tune/plan.h"

namespace canter::tuning {
namespace {

/// Loss and gradient in float64 of two samples behind a tiny model.
class Gradient : public testing::Test {
 protected:
  void open(const test::TinyModel& shape) {
    write_tiny_model(folder_.path() / "tiny.gguf", shape);
    model_.emplace(Model::open(folder_.path() / "tiny.gguf").value());
    const UniformShape config = tunable_shape(*model_).value();
    products_.emplace(*model_, pool_, 1 << 30);
    pass_.emplace(*model_, pool_, *products_);
    loss_.emplace(*model_, pool_, *products_);
    std::mt19937 random(7);
    std::uniform_int_distribution<TokenId> any(3, config.vocabulary - 1);
    Forward forward(*model_, pool_);
    for (const int length : {9, 7}) {
      std::vector<TokenId> tokens(length);
      for (TokenId& token : tokens) token = any(random);
      contexts_.push_back(read_context<double>(model_->plan(), forward, tokens).value());
      sequences_.push_back(std::move(tokens));
    }
    // The last group of each is cut short by the end of the sequence.
    batch_.add(contexts_[0], std::vector{2, 3, 5}, 3, 9);
    batch_.add(contexts_[1], std::vector{0, 4}, 3, 7);
    for (const auto& sample : batch_.samples) {
      const auto& tokens = sequences_[&sample - batch_.samples.data()];
      for (std::size_t i = 0; i < sample.rows; ++i) {
        const MaskRow& row = batch_.rows[sample.first + i];
        const int at = row.anchor + 2 + row.mask;
        targets_.push_back({tokens[at], tokens[at - 1], 1.0 / (3 + row.mask),
                            sample.context->likely_behind(at - 1)});
      }
    }
    parameters_ = Parameters<double>(AdapterShape(config, 2, 3, 3));
    std::normal_distribution<double> normal(0, 0.5);
    for (double& n : parameters_.all()) n = normal(random);
    parameters_.scale() = 0.8;
  }

  double loss(Parameters<double>* gradient = nullptr) {
    const double result =
        loss_->run(parameters_, pass_->forward(parameters_, batch_), targets_, shares_, gradient);
    if (gradient) pass_->backward(parameters_, batch_, loss_->hidden_gradient(), *gradient);
    return result;
  }

  void check_every_parameter() {
    Parameters<double> gradient(parameters_.shape());
    loss(&gradient);
    // The error of a central difference is of the order of step^2 times the third derivative, and
    // of the loss's rounding divided by the step.
    constexpr double kStep = 1e-5, kTolerance = 2e-8;
    for (std::size_t i = 0; i < parameters_.all().size(); ++i) {
      double& number = parameters_.all()[i];
      const double before = number;
      number = before + kStep;
      const double above = loss();
      number = before - kStep;
      const double below = loss();
      number = before;
      ASSERT_NEAR(gradient.all()[i], (above - below) / (2 * kStep), kTolerance)
          << "parameter " << i;
    }
  }

  test::TemporaryDirectory folder_;
  ThreadPool pool_{2};
  std::optional<Model> model_;
  std::optional<FrozenProducts<double>> products_;
  std::optional<MaskPass<double>> pass_;
  std::optional<DraftLoss<double>> loss_;
  std::vector<std::vector<TokenId>> sequences_;
  std::vector<Context<double>> contexts_;
  MaskBatch<double> batch_;
  std::vector<DraftTarget> targets_;
  Parameters<double> parameters_;
  LossShares shares_{.both = 0.7, .masks = 0.4, .transition = 0.2, .soft = 0.3};
};

TEST_F(Gradient, is_that_of_finite_differences_for_every_parameter) {
  open({.width = 16, .heads = 4, .kv_heads = 2, .feed_forward = 24, .change = {}});
  check_every_parameter();
}

TEST_F(Gradient, is_right_without_shared_heads_and_with_pairs_in_halves) {
  open({.layers = 1,
        .width = 16,
        .heads = 2,
        .kv_heads = 2,
        .feed_forward = 24,
        .tied = true,
        .change = {}});
  shares_ = {.both = 1};
  check_every_parameter();
}

}  // namespace
}  // namespace canter::tuning
