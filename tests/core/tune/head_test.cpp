#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/tune/finite_differences.h"
#include "model/forward/forward.h"
#include "support/family_cases.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"
#include "tune/head/head_pass.h"
#include "tune/head/head_trainer.h"
#include "tune/successors.h"

namespace canter::tuning {
namespace {

/// Loss and gradient in float64 of a head with random parameters over random rows.
class GradientOfHead {
 public:
  explicit GradientOfHead(const std::filesystem::path& path)
      : model_(Model::open(path).value()), pass_(model_, pool_, {3, 5, 8, 13, 21, 34, 55}, 0.7) {
    std::mt19937 random(11);
    std::normal_distribution<double> normal(0, 1);
    std::uniform_int_distribution<TokenId> any(3, model_.plan().vocabulary - 1);
    for (const std::size_t rows : {7, 1, 4}) {
      for (std::size_t row = 0; row < rows; ++row) rows_.next.push_back(any(random));
      rows_.ends.push_back(rows_.next.size());
    }
    rows_.states.resize(rows_.rows() * std::size_t(model_.plan().width));
    for (double& number : rows_.states) number = normal(random);
    for (double& number : parameters_.all()) number = 0.3 * normal(random);
  }

  HeadParameters<double>& parameters() { return parameters_; }
  HeadScore run(HeadParameters<double>* gradient = nullptr) {
    return pass_.run(parameters_, rows_, 3, gradient);
  }

  /// By a central difference.
  double slope(std::span<const double> direction, double step) {
    const std::vector<double> before(parameters_.all().begin(), parameters_.all().end());
    const auto at = [&](double distance) {
      for (std::size_t i = 0; i < before.size(); ++i)
        parameters_.all()[i] = before[i] + distance * direction[i];
      return run().loss;
    };
    const double above = at(step), below = at(-step);
    std::ranges::copy(before, parameters_.all().begin());
    return (above - below) / (2 * step);
  }

 private:
  ThreadPool pool_{2};
  Model model_;
  HeadPass<double> pass_;
  HeadRows<double> rows_;
  HeadParameters<double> parameters_{std::size_t(model_.plan().width), 5};
};

TEST(HeadGradient, is_that_of_finite_differences_for_every_parameter) {
  const test::TemporaryDirectory folder;
  test::write_tiny_model(
      folder.path() / "tiny.gguf",
      {.width = 16, .heads = 4, .kv_heads = 2, .feed_forward = 24, .change = {}});
  GradientOfHead head(folder.path() / "tiny.gguf");
  HeadParameters<double> gradient(16, 5);
  head.run(&gradient);
  std::vector<double> direction(gradient.all().size());
  for (std::size_t i = 0; i < direction.size(); ++i) {
    direction[i] = 1;
    ASSERT_NEAR(gradient.all()[i], head.slope(direction, kStep), kTolerance) << "parameter " << i;
    direction[i] = 0;
  }
}

TEST(HeadGradient, is_right_where_logits_are_scaled_or_capped) {
  int scaled = 0, capped = 0;
  for (const test::FamilyFile& file : test::family_files()) {
    const Model model = Model::open(file.path).value();
    const bool has_scale = model.plan().logit_scale != 1, has_cap = model.plan().logit_cap != 0;
    if (!has_scale && !has_cap) continue;
    scaled += has_scale;
    capped += has_cap;
    GradientOfHead head(file.path);
    HeadParameters<double> gradient(std::size_t(model.plan().width), 5);
    head.run(&gradient);
    std::mt19937 random(5);
    std::normal_distribution<double> normal(0, 1);
    std::vector<double> direction(gradient.all().size());
    for (double& number : direction) number = normal(random);
    double expected = 0, length = 0;
    for (std::size_t i = 0; i < direction.size(); ++i) {
      expected += direction[i] * gradient.all()[i];
      length += std::abs(direction[i]);
    }
    EXPECT_NEAR(expected, head.slope(direction, kStep), kTolerance * length) << file.name;
  }
  EXPECT_GT(scaled, 0);
  EXPECT_GT(capped, 0);
}

class Head : public testing::Test {
 protected:
  Head() {
    test::write_tiny_model(folder_.path() / "tiny.gguf");
    model_.emplace(Model::open(folder_.path() / "tiny.gguf").value());
    settings_.hidden = 48;
    settings_.passes = 30;
    settings_.answers_per_step = 2;
    settings_.rate = 1e-2;
  }

  static constexpr std::uint64_t kPlenty = 1 << 24;

  /// States behind the model's own answers to prompts [first, last).
  HeadLessons lessons(TokenId first, TokenId last, std::uint64_t most_bytes = kPlenty) {
    Decoder decoder = Decoder::create(*model_, pool_).value();
    GenerationSettings settings;
    settings.max_tokens = 30;
    settings.ignore_eos = true;
    std::vector<Transcript> transcripts;
    for (TokenId token = first; token < last; ++token) {
      const std::vector<TokenId> prompt = {1, token, token};
      Transcript transcript{prompt, int(prompt.size())};
      const auto answer = decoder.generate(prompt, settings).value().tokens;
      transcript.tokens.insert(transcript.tokens.end(), answer.begin(), answer.end());
      transcripts.push_back(std::move(transcript));
    }
    HeadLessons lessons(std::size_t(model_->plan().width), most_bytes);
    EXPECT_TRUE(successors_of(*model_, pool_, transcripts,
                              [&](std::size_t at, std::span<const float> states) {
                                lessons.add(transcripts[at], states);
                              }));
    return lessons;
  }

  test::TemporaryDirectory folder_;
  std::optional<Model> model_;
  ThreadPool pool_{2};
  HeadSettings settings_;
};

TEST_F(Head, keeps_the_states_of_answers_and_what_follows_them) {
  const HeadLessons kept = lessons(10, 12);
  ASSERT_EQ(kept.answers(), 2u);
  EXPECT_EQ(kept.rows_of(1), 31u);  // behind the prompt's last token, and behind all 30
  HeadRows<float> rows;
  kept.append(1, rows);
  std::vector<TokenId> text = {1, 11, 11};
  text.insert(text.end(), rows.next.begin(), rows.next.end() - 1);
  Forward forward(*model_, pool_);
  KvCache cache = KvCache::create(model_->plan(), int(text.size())).value();
  ASSERT_TRUE(forward.run(text, cache, 0, nullptr));
  std::vector<int> numbers(31);
  std::iota(numbers.begin(), numbers.end(), 2);
  std::vector<float> states(rows.states.size());
  forward.hidden_of(numbers, states.data());
  for (std::size_t i = 0; i < states.size(); ++i)
    ASSERT_NEAR(rows.states[i], states[i], std::abs(states[i]) / 1024) << i;
}

TEST_F(Head, takes_no_more_states_than_it_has_memory_for) {
  const std::size_t row = 2 * std::size_t(model_->plan().width);
  const HeadLessons kept = lessons(10, 13, 40 * row);
  EXPECT_EQ(kept.rows(), 40u);
  EXPECT_EQ(kept.rows_of(0), 31u);
  EXPECT_EQ(kept.rows_of(1), 9u);
}

TEST_F(Head, learns_answers_by_heart) {
  const HeadLessons answers = lessons(10, 16);
  settings_.passes = 100;
  settings_.patience = 1000;
  const auto trained = train_head(*model_, pool_, answers, answers, settings_);
  ASSERT_TRUE(trained);
  ASSERT_EQ(trained->hits.size(), 4u);
  EXPECT_GT(trained->hits[0], 0.5);  // by chance one of hundreds
  Adapter adapter;
  adapter.head = trained->head;
  EXPECT_TRUE(check_adapter(adapter, model_->plan(), {}, "it"));
}

TEST_F(Head, is_the_same_for_any_number_of_threads) {
  const HeadLessons seen = lessons(10, 16), unseen = lessons(16, 18);
  settings_.passes = 2;
  ThreadPool one(1), three(3);
  EXPECT_EQ(train_head(*model_, one, seen, unseen, settings_).value().head,
            train_head(*model_, three, seen, unseen, settings_).value().head);
}

TEST_F(Head, ends_when_it_is_told_to_and_refuses_too_few_answers) {
  const HeadLessons some = lessons(10, 12), none(std::size_t(model_->plan().width), kPlenty);
  const auto stopped = train_head(*model_, pool_, some, some, settings_,
                                  [](const HeadProgress& progress) { return progress.step < 2; });
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().kind, ErrorKind::kInterrupted);
  EXPECT_EQ(train_head(*model_, pool_, none, some, settings_).error().kind, ErrorKind::kUsage);
  EXPECT_EQ(train_head(*model_, pool_, some, none, settings_).error().kind, ErrorKind::kUsage);
}

}  // namespace
}  // namespace canter::tuning
