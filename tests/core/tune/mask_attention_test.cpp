#include "tune/mask_attention.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

#include "core/tune/finite_differences.h"

namespace canter::tuning {
namespace {

using Numbers = std::vector<double>;

struct AttentionCase {
  std::string name;
  int window = 0;
  double cap = 0;
  bool sinks = false;
};

/// Two samples, four heads that share two keys, and all that attention knows.
class MaskAttentionOf : public testing::TestWithParam<AttentionCase> {
 protected:
  static constexpr int kPrompts = 2, kMasks = 3, kWidth = 6;

  void SetUp() override {
    plan_.heads = 4;
    plan_.kv_heads = 2;
    plan_.head_width = kWidth;
    plan_.scale = 0.7;
    plan_.window = GetParam().window;
    plan_.score_cap = GetParam().cap;
    int at = 0;
    for (const int length : {9, 5}) {
      Context<double>& context = contexts_[at++];
      context.tokens = length;
      context.keys = numbers(std::size_t(2) * length * kWidth);
      context.values = numbers(context.keys.size());
    }
    batch_.add(contexts_[0], std::array{1, 5, 8}, kMasks, 12);
    batch_.add(contexts_[1], std::array{0, 4}, kMasks, 7);
    AdapterShape shape;
    shape.layers = 1;
    shape.kv_heads = 2;
    shape.head_width = kWidth;
    shape.prompt_tokens = kPrompts;
    shape.mask_tokens = kMasks;
    parameters_ = Parameters<double>(shape);
    for (double& n : parameters_.all()) n = normal_(random_);
    query_ = numbers(batch_.rows.size() * 4 * kWidth);
    key_ = numbers(batch_.rows.size() * 2 * kWidth);
    value_ = numbers(key_.size());
    wanted_ = numbers(query_.size());
  }
  Numbers numbers(std::size_t count) {
    Numbers list(count);
    for (double& n : list) n = normal_(random_);
    return list;
  }
  MaskHeads<double> heads() const {
    return {&plan_, GetParam().sinks ? sinks_.data() : nullptr, query_.data(), key_.data(),
            value_.data()};
  }
  Numbers forward() {
    Numbers out(query_.size());
    attention_.forward(0, parameters_, batch_, heads(), out.data());
    return out;
  }

  /// The same in its plainest form.
  Numbers plainly() const {
    Numbers out(query_.size());
    for (const auto& sample : batch_.samples)
      for (std::size_t row = sample.first; row < sample.first + sample.rows; ++row)
        for (int head = 0; head < 4; ++head) attend(sample, row, head, out);
    return out;
  }

  void attend(const MaskSample<double>& sample, std::size_t row, int head, Numbers& out) const {
    const int shared = head / 2;
    const MaskRow& mask = batch_.rows[row];
    std::vector<std::pair<const double*, const double*>> seen;
    for (int i = 0; i <= mask.anchor; ++i) {
      const auto from = (std::size_t(shared) * sample.context->tokens + i) * kWidth;
      seen.emplace_back(sample.context->keys.data() + from, sample.context->values.data() + from);
    }
    for (int i = 0; i <= mask.mask; ++i) {
      const auto from = ((row - mask.mask + i) * 2 + shared) * kWidth;
      seen.emplace_back(key_.data() + from, value_.data() + from);
    }
    const int window = GetParam().window;
    if (window > 0 && int(seen.size()) > window) seen.erase(seen.begin(), seen.end() - window);
    for (int i = 0; i < kPrompts; ++i) {
      const auto from = std::size_t(i * 2 + shared) * kWidth;
      seen.emplace_back(parameters_.keys(0) + from, parameters_.values(0) + from);
    }
    const double* query = query_.data() + (row * 4 + head) * kWidth;
    double total = GetParam().sinks ? std::exp(double(sinks_[head])) : 0;
    double* mixed = out.data() + (row * 4 + head) * kWidth;
    for (const auto& [key, value] : seen) {
      double score = 0;
      for (int i = 0; i < kWidth; ++i) score += plan_.scale * query[i] * key[i];
      if (plan_.score_cap > 0) score = plan_.score_cap * std::tanh(score / plan_.score_cap);
      total += std::exp(score);
      for (int i = 0; i < kWidth; ++i) mixed[i] += std::exp(score) * value[i];
    }
    for (int i = 0; i < kWidth; ++i) mixed[i] /= total;
  }

  /// The gradient of out . wanted_, by central differences.
  void expect_slopes(std::span<double> variables, std::span<const double> gradient) {
    const auto loss = [&] {
      const Numbers out = forward();
      double sum = 0;
      for (std::size_t i = 0; i < out.size(); ++i) sum += out[i] * wanted_[i];
      return sum;
    };
    for (std::size_t i = 0; i < variables.size(); ++i) {
      const double before = variables[i];
      variables[i] = before + kStep;
      const double above = loss();
      variables[i] = before - kStep;
      const double below = loss();
      variables[i] = before;
      ASSERT_NEAR(gradient[i], (above - below) / (2 * kStep), 1e-8) << "number " << i;
    }
  }

  std::mt19937 random_{4};
  std::normal_distribution<double> normal_{0, 1};
  ThreadPool pool_{2};
  AttentionPlan plan_;
  std::array<float, 4> sinks_ = {0.5f, -1.0f, 2.0f, 3.5f};
  std::array<Context<double>, 2> contexts_;
  MaskBatch<double> batch_;
  Parameters<double> parameters_;
  Numbers query_, key_, value_, wanted_;
  MaskAttention<double> attention_{pool_};
};

TEST_P(MaskAttentionOf, is_what_the_definition_says) {
  const Numbers out = forward(), plain = plainly();
  for (std::size_t i = 0; i < out.size(); ++i) ASSERT_NEAR(out[i], plain[i], 1e-13);
}

TEST_P(MaskAttentionOf, has_the_gradient_of_finite_differences) {
  Parameters<double> gradient(parameters_.shape());
  Numbers query(query_.size()), key(key_.size()), value(value_.size());
  const Numbers out = forward();
  attention_.backward(
      0, parameters_, batch_, heads(), out.data(), wanted_.data(),
      {query.data(), key.data(), value.data(), gradient.keys(0), gradient.values(0)});
  expect_slopes(query_, query);
  expect_slopes(key_, key);
  expect_slopes(value_, value);
  expect_slopes(parameters_.all(), gradient.all());
}

INSTANTIATE_TEST_SUITE_P(, MaskAttentionOf,
                         testing::Values(AttentionCase{"usual"}, AttentionCase{"window", 4},
                                         AttentionCase{"window_narrower_than_a_group", 2},
                                         AttentionCase{"window_of_one", 1},
                                         AttentionCase{"cap", 0, 1.5},
                                         AttentionCase{"sinks", 0, 0, true},
                                         AttentionCase{"all", 3, 2, true}),
                         [](const auto& which) { return which.param.name; });

}  // namespace
}  // namespace canter::tuning
