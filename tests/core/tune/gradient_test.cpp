#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "core/tune/finite_differences.h"
#include "core/tune/tunable_families.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"
#include "tune/draft_loss.h"
#include "tune/mask_pass.h"
#include "tune/plan.h"

namespace canter::tuning {
namespace {

/// A sequence of random tokens with mask groups behind some of them.
struct Sequence {
  int length;
  std::vector<int> anchors;
};

/// Loss and gradient in float64 of samples behind a tiny model.
class GradientOfModel {
 public:
  GradientOfModel(const std::filesystem::path& path, std::span<const Sequence> sequences,
                  const LossShares& shares)
      : model_(Model::open(path).value()), shares_(shares) {
    const UniformShape config = tunable_shape(model_).value();
    std::mt19937 random(7);
    std::uniform_int_distribution<TokenId> any(3, config.vocabulary - 1);
    Forward forward(model_, pool_);
    contexts_.reserve(sequences.size());  // the batch points to them
    for (const Sequence& sequence : sequences) {
      std::vector<TokenId> tokens(sequence.length);
      for (TokenId& token : tokens) token = any(random);
      contexts_.push_back(read_context<double>(model_.plan(), forward, tokens).value());
      const Context<double>& context = contexts_.back();
      const std::size_t first = batch_.rows.size();
      batch_.add(context, sequence.anchors, 3, sequence.length);
      for (std::size_t row = first; row < batch_.rows.size(); ++row) {
        const int mask = batch_.rows[row].mask, at = batch_.rows[row].anchor + 2 + mask;
        targets_.push_back(
            {tokens[at], tokens[at - 1], 1.0 / (3 + mask), context.likely_behind(at - 1)});
      }
    }
    parameters_ = Parameters<double>(AdapterShape(config, 2, 3, 3));
    std::normal_distribution<double> normal(0, 0.5);
    for (double& n : parameters_.all()) n = normal(random);
    parameters_.scale() = 0.8;
  }

  Parameters<double>& parameters() { return parameters_; }

  double loss(Parameters<double>* gradient = nullptr) {
    const double result =
        loss_.run(parameters_, pass_.forward(parameters_, batch_), targets_, shares_, gradient);
    if (gradient) pass_.backward(parameters_, batch_, loss_.hidden_gradient(), *gradient);
    return result;
  }

  /// By a central difference.
  double slope(std::span<const double> direction, double step) {
    const std::vector<double> before(parameters_.all().begin(), parameters_.all().end());
    const auto at = [&](double distance) {
      for (std::size_t i = 0; i < before.size(); ++i)
        parameters_.all()[i] = before[i] + distance * direction[i];
      return loss();
    };
    const double above = at(step), below = at(-step);
    std::ranges::copy(before, parameters_.all().begin());
    return (above - below) / (2 * step);
  }

 private:
  ThreadPool pool_{2};
  Model model_;
  FrozenProducts<double> products_{model_, pool_, 1 << 30};
  MaskPass<double> pass_{model_, pool_, products_};
  DraftLoss<double> loss_{model_, pool_, products_};
  LossShares shares_;
  std::vector<Context<double>> contexts_;
  MaskBatch<double> batch_;
  std::vector<DraftTarget> targets_;
  Parameters<double> parameters_;
};

constexpr LossShares kAllShares{.both = 0.7, .masks = 0.4, .transition = 0.2, .soft = 0.3};

void check_every_parameter(const test::TinyModel& shape, const LossShares& shares) {
  const test::TemporaryDirectory folder;
  write_tiny_model(folder.path() / "tiny.gguf", shape);
  // The last group of each is cut short by the end of the sequence.
  const std::vector<Sequence> sequences = {{9, {2, 3, 5}}, {7, {0, 4}}};
  GradientOfModel model(folder.path() / "tiny.gguf", sequences, shares);
  Parameters<double> gradient(model.parameters().shape());
  model.loss(&gradient);
  std::vector<double> direction(gradient.all().size());
  for (std::size_t i = 0; i < direction.size(); ++i) {
    direction[i] = 1;
    ASSERT_NEAR(gradient.all()[i], model.slope(direction, kStep), kTolerance) << "parameter " << i;
    direction[i] = 0;
  }
}

TEST(Gradient, is_that_of_finite_differences_for_every_parameter) {
  check_every_parameter({.width = 16, .heads = 4, .kv_heads = 2, .feed_forward = 24, .change = {}},
                        kAllShares);
}

TEST(Gradient, is_right_without_shared_heads_and_with_pairs_in_halves) {
  check_every_parameter({.layers = 1,
                         .width = 16,
                         .heads = 2,
                         .kv_heads = 2,
                         .feed_forward = 24,
                         .tied = true,
                         .change = {}},
                        {.both = 1});
}

class FamilyGradient : public testing::TestWithParam<test::FamilyFile> {};

/// Along random directions through each kind of parameters in each layer.
TEST_P(FamilyGradient, is_that_of_finite_differences) {
  // Longer than the windows of these models.
  const std::vector<Sequence> sequences = {{40, {2, 20, 37}}, {24, {0, 21}}};
  GradientOfModel model(GetParam().path, sequences, kAllShares);
  const AdapterShape& shape = model.parameters().shape();
  Parameters<double> gradient(shape);
  model.loss(&gradient);

  struct Part {
    std::string name;
    std::size_t first, count;
  };
  const std::size_t transition = gradient.from_offset();
  std::vector<Part> parts = {{"masks", 0, shape.mask_numbers()},
                             {"transition", transition, gradient.all().size() - transition}};
  for (int layer = 0; layer < shape.layers; ++layer) {
    const std::string of = " of layer " + std::to_string(layer);
    parts.push_back({"keys" + of, gradient.key_offset(layer), shape.layer_numbers()});
    parts.push_back({"values" + of, gradient.value_offset(layer), shape.layer_numbers()});
  }
  std::mt19937 random(3);
  std::normal_distribution<double> normal;
  for (const Part& part : parts) {
    for (int round = 0; round < 3; ++round) {
      std::vector<double> direction(gradient.all().size());
      double expected = 0, squares = 0;
      for (std::size_t i = part.first; i < part.first + part.count; ++i) {
        direction[i] = normal(random) / std::sqrt(double(part.count));
        expected += direction[i] * gradient.all()[i];
        squares += gradient.all()[i] * gradient.all()[i];
      }
      EXPECT_GT(squares, 0) << part.name;
      EXPECT_NEAR(expected, model.slope(direction, kStep), kTolerance) << part.name;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(, FamilyGradient, testing::ValuesIn([] {
                           auto files = family_files_with_masks();
                           std::erase_if(files, [](const test::FamilyFile& file) {
                             return file.path.filename() != "model.gguf";
                           });
                           return files;
                         }()),
                         [](const auto& which) { return which.param.name; });

}  // namespace
}  // namespace canter::tuning
