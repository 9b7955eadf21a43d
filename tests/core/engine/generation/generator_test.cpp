#include "engine/generation/generator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <future>
#include <map>
#include <mutex>
#include <numeric>
#include <optional>

#include "decode/decoder.h"
#include "support/family_cases.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter::engine {
namespace {

using Tokens = std::vector<TokenId>;

/// What became of requests, in the order in which they were made.
class RequestEnds {
 public:
  GenerationSink sink(std::size_t number, std::function<void(const GeneratedToken&)> token = {}) {
    return {.token = std::move(token), .end = [this, number](Result<Answer> answer) {
              const std::lock_guard lock(mutex_);
              EXPECT_FALSE(ends_.contains(number)) << "told twice";
              ends_.emplace(number, std::move(answer));
              changed_.notify_all();
            }};
  }
  const Result<Answer>& wait(std::size_t number) {
    std::unique_lock lock(mutex_);
    EXPECT_TRUE(
        changed_.wait_for(lock, std::chrono::minutes(2), [&] { return ends_.contains(number); }));
    return ends_.at(number);
  }
  std::size_t count() {
    const std::lock_guard lock(mutex_);
    return ends_.size();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::size_t, Result<Answer>> ends_;
};

GenerationRequest request(Tokens prompt, int max_tokens, double temperature = 0) {
  GenerationRequest request;
  request.prompt = std::move(prompt);
  request.settings.max_tokens = max_tokens;
  request.settings.ignore_eos = true;
  request.settings.sampling.temperature = temperature;
  request.settings.sampling.seed = 7;
  return request;
}

/// Of different lengths, every third one long enough to be read in pieces.
std::vector<GenerationRequest> requests(int count) {
  std::vector<GenerationRequest> all;
  for (int i = 0; i < count; ++i) {
    Tokens prompt = {1};
    for (int k = 0; k < (i % 3 == 0 ? 90 : 3 + i % 5); ++k)
      prompt.push_back(10 + (7 * i + 3 * k) % 50);
    all.push_back(request(std::move(prompt), 10 + i % 4, i % 2 * 0.8));
  }
  return all;
}

Tokens alone(const Model& model, const GenerationRequest& request) {
  ThreadPool pool(1);
  Decoder decoder = Decoder::create(model, pool).value();
  return decoder.generate(request.prompt, request.settings).value().tokens;
}

Generator::MakeDrafter drafter_of(const Model& model) {
  return [&model](ThreadPool& pool) -> Result<std::shared_ptr<Drafter>> {
    return Drafter::create(model, pool, std::nullopt);
  };
}

class GeneratorTest : public testing::Test {
 protected:
  GeneratorTest() {
    test::write_tiny_model(folder_.path() / "tiny.gguf", {.context = 8192});
    model_ = std::make_shared<Model>(Model::open(folder_.path() / "tiny.gguf").value());
  }
  std::unique_ptr<Generator> generator(GeneratorSettings settings, bool drafts = false) {
    return Generator::create(model_, settings,
                             drafts ? drafted_by_itself() : Generator::MakeDrafter())
        .value();
  }

  /// Every draft is right.
  Generator::MakeDrafter drafted_by_itself() {
    return [this](ThreadPool& pool) -> Result<std::shared_ptr<Drafter>> {
      return Drafter::create(*model_, pool, std::nullopt, {.shape = {{1, 1}}, .model = model_});
    };
  }

  test::TemporaryDirectory folder_;
  std::shared_ptr<Model> model_;
  RequestEnds ends_;
};

TEST_F(GeneratorTest, several_answers_at_a_time_are_those_that_each_is_alone_in_every_family) {
  for (const test::FamilyFile& file : test::family_files()) {
    const auto model = std::make_shared<const Model>(Model::open(file.path).value());
    const auto asked = requests(7);
    RequestEnds ends;
    const auto generator =
        Generator::create(model, {.threads = 2, .slots = 3, .context = 200}, drafter_of(*model))
            .value();
    for (std::size_t i = 0; i < asked.size(); ++i)
      ASSERT_TRUE(generator->submit(asked[i], ends.sink(i)));
    for (std::size_t i = 0; i < asked.size(); ++i) {
      const auto& answer = ends.wait(i);
      ASSERT_TRUE(answer) << file.name << ": " << answer.error().message;
      EXPECT_EQ(answer->tokens, alone(*model, asked[i])) << file.name << ", request " << i;
    }
    EXPECT_EQ(generator->figures().finished, asked.size());
    EXPECT_EQ(generator->figures().running, 0);
  }
}

TEST_F(GeneratorTest, one_that_is_alone_is_drafted_and_goes_on_when_others_come_and_leave) {
  const auto generator = this->generator({.threads = 1, .slots = 2}, /*drafts=*/true);
  const auto long_one = request({5, 6, 7, 8, 5, 6, 7, 8, 5, 6}, 150);
  const auto short_one = request({9, 10, 11}, 5);
  int written = 0;
  ASSERT_TRUE(
      generator->submit(long_one, ends_.sink(0, [&](const GeneratedToken&) { ++written; })));
  for (std::size_t i = 1; i <= 3; ++i) {
    ASSERT_TRUE(generator->submit(short_one, ends_.sink(i)));
    EXPECT_EQ(ends_.wait(i)->tokens, alone(*model_, short_one));
  }
  EXPECT_EQ(ends_.wait(0)->tokens, alone(*model_, long_one));
  EXPECT_EQ(written, 150);
  ASSERT_TRUE(generator->submit(long_one, ends_.sink(4)));
  const auto& again = ends_.wait(4);
  EXPECT_EQ(again->tokens, alone(*model_, long_one));
  EXPECT_LE(again->statistics.steps, 60) << "steps of several tokens";
  EXPECT_GT(generator->figures().accepted_tokens, 0u);
}

/// Embeddings, once they are there.
class Made {
 public:
  EmbeddingSink sink() {
    return [this](Result<std::vector<Embedding>> embeddings) {
      promise_.set_value(std::move(embeddings));
    };
  }
  Result<std::vector<Embedding>> wait() { return promise_.get_future().get(); }

 private:
  std::promise<Result<std::vector<Embedding>>> promise_;
};

TEST_F(GeneratorTest, embeddings_beside_answers_are_those_of_an_idle_one) {
  const auto idle = generator({.threads = 1, .slots = 1});
  const auto busy = generator({.threads = 2, .slots = 2});
  std::vector<Tokens> texts;
  for (int i = 0; i < 20; ++i) texts.push_back(requests(20)[i].prompt);
  Made expected;
  ASSERT_TRUE(idle->embed(texts, expected.sink()));
  const auto embeddings = expected.wait().value();
  const auto asked = requests(4);
  for (std::size_t i = 0; i < asked.size(); ++i) ASSERT_TRUE(busy->submit(asked[i], ends_.sink(i)));
  Made all, one;
  ASSERT_TRUE(busy->embed(texts, all.sink()));
  ASSERT_TRUE(busy->embed({texts[3]}, one.sink()));
  EXPECT_EQ(all.wait().value(), embeddings);
  EXPECT_EQ(one.wait().value().at(0), embeddings[3]);
  for (std::size_t i = 0; i < asked.size(); ++i)
    EXPECT_EQ(ends_.wait(i)->tokens, alone(*model_, asked[i]));
  EXPECT_EQ(busy->figures().embedded_texts, 21u);
}

TEST_F(GeneratorTest, embeddings_that_are_cancelled_or_too_many_end) {
  const auto generator = this->generator({.threads = 1, .slots = 1, .queue = 1});
  Made first, second, third, fourth, bad;
  const std::vector<Tokens> much(2000, Tokens(200, 5));
  const auto begun = generator->embed(much, first.sink());
  std::optional<GenerationId> waits;
  while (!(waits = generator->embed({{5}}, second.sink()))) std::this_thread::yield();
  EXPECT_FALSE(generator->embed({{5}}, third.sink()));
  generator->cancel(*waits);
  EXPECT_EQ(second.wait().error().kind, ErrorKind::kInterrupted);
  ASSERT_TRUE(generator->embed({{5}}, fourth.sink()));
  generator->cancel(*begun);
  EXPECT_EQ(first.wait().error().kind, ErrorKind::kInterrupted);
  EXPECT_TRUE(fourth.wait());
  ASSERT_TRUE(generator->embed({{-1}}, bad.sink()));
  EXPECT_EQ(bad.wait().error().kind, ErrorKind::kUsage);
  EXPECT_TRUE(generator->submit(request({5}, 3), ends_.sink(0)));
  EXPECT_TRUE(ends_.wait(0));
}

TEST_F(GeneratorTest, what_is_cancelled_ends_with_what_it_has_and_the_others_do_not_notice) {
  const auto generator = this->generator({.threads = 1, .slots = 2});
  const auto endless = request({5, 6, 7}, 0);
  const auto other = request({9, 10, 11}, 1000);
  std::mutex mutex;
  std::condition_variable changed;
  int written = 0;
  const auto cancelled = generator->submit(endless, ends_.sink(0, [&](const GeneratedToken&) {
    const std::lock_guard lock(mutex);
    ++written;
    changed.notify_all();
  }));
  ASSERT_TRUE(generator->submit(other, ends_.sink(1)));
  const auto waits = generator->submit(endless, ends_.sink(2));
  ASSERT_TRUE(cancelled && waits);
  {
    std::unique_lock lock(mutex);
    ASSERT_TRUE(changed.wait_for(lock, std::chrono::minutes(1), [&] { return written > 2; }));
  }
  generator->cancel(*waits);
  generator->cancel(*cancelled);
  generator->cancel(12345);
  EXPECT_EQ(ends_.wait(0)->finish, FinishReason::kStopped);
  EXPECT_GE(ends_.wait(0)->statistics.generated, 3);
  EXPECT_EQ(ends_.wait(2)->finish, FinishReason::kStopped);
  EXPECT_TRUE(ends_.wait(2)->tokens.empty());
  EXPECT_EQ(ends_.wait(1)->tokens, alone(*model_, other));
  EXPECT_EQ(generator->figures().cancelled, 2u);
}

TEST_F(GeneratorTest, refuses_more_than_may_wait_and_tells_all_when_it_ends) {
  auto generator = this->generator({.threads = 1, .slots = 1, .queue = 2});
  std::size_t taken = 0;
  for (std::size_t i = 0; i < 20; ++i)
    if (generator->submit(request({5, 6}, 0), ends_.sink(taken))) ++taken;
  EXPECT_GE(taken, 2u);
  EXPECT_LE(taken, 4u) << "one that runs, two that wait, and the moment in between";
  EXPECT_EQ(generator->figures().refused, 20 - taken);
  generator.reset();
  EXPECT_EQ(ends_.count(), taken);
}

TEST_F(GeneratorTest, reads_a_prompt_that_begins_like_an_earlier_one_from_where_it_differs) {
  const auto generator = this->generator({.threads = 1, .slots = 3, .kept_bytes = 1 << 20});
  Tokens prompt(60);
  std::iota(prompt.begin(), prompt.end(), 20);
  ASSERT_TRUE(generator->submit(request(prompt, 4), ends_.sink(0)));
  ASSERT_TRUE(ends_.wait(0));
  ASSERT_TRUE(generator->submit(request({5, 6, 7}, 4), ends_.sink(1)));
  ASSERT_TRUE(ends_.wait(1));
  prompt.push_back(9);
  const auto longer = request(prompt, 4);
  ASSERT_TRUE(generator->submit(longer, ends_.sink(2)));
  EXPECT_EQ(ends_.wait(2)->statistics.reused_tokens, 60);
  EXPECT_EQ(ends_.wait(2)->tokens, alone(*model_, longer));
}

TEST_F(GeneratorTest, says_what_is_wrong_with_a_request_and_goes_on) {
  const auto generator = this->generator({.threads = 1, .slots = 1, .context = 50});
  ASSERT_TRUE(generator->submit(request({}, 4), ends_.sink(0)));
  EXPECT_EQ(ends_.wait(0).error().kind, ErrorKind::kUsage);
  ASSERT_TRUE(generator->submit(request(Tokens(51, 5), 4), ends_.sink(1)));
  EXPECT_EQ(ends_.wait(1).error().kind, ErrorKind::kTooLarge);
  ASSERT_TRUE(generator->submit(request({1, 1 << 30}, 4), ends_.sink(2)));
  EXPECT_EQ(ends_.wait(2).error().kind, ErrorKind::kUsage);
  ASSERT_TRUE(generator->submit(request({5, 6}, 4), ends_.sink(3)));
  EXPECT_TRUE(ends_.wait(3));
  EXPECT_EQ(generator->figures().failed, 3u);
}

TEST_F(GeneratorTest, gives_likelihoods_of_a_distribution_where_they_are_asked_for) {
  const auto generator = this->generator({.threads = 1, .slots = 1});
  auto asked = request({5, 6, 7}, 6);
  const int vocabulary = model_->plan().vocabulary;
  asked.likelihoods = vocabulary;
  std::vector<std::vector<TokenLikelihood>> given;
  ASSERT_TRUE(generator->submit(asked, ends_.sink(0, [&](const GeneratedToken& token) {
    EXPECT_EQ(token.likelihoods.front().token, token.token.id);
    given.push_back(token.likelihoods);
  })));
  ASSERT_TRUE(ends_.wait(0));
  ASSERT_EQ(given.size(), 6u);
  for (const auto& each : given) {
    ASSERT_EQ(each.size(), std::size_t(vocabulary) + 1);
    double sum = 0;
    for (std::size_t i = 1; i < each.size(); ++i) {
      sum += std::exp(each[i].log_probability);
      EXPECT_LE(each[i].log_probability, each[std::max<std::size_t>(i, 2) - 1].log_probability);
    }
    EXPECT_NEAR(sum, 1, 1e-5);
    EXPECT_EQ(each[1].token, each[0].token) << "greedy: the likeliest";
    EXPECT_EQ(each[1].log_probability, each[0].log_probability);
  }
}

TEST_F(GeneratorTest, refuses_settings_outside_their_range) {
  for (const int slots : {0, -1, Generator::kMostSlots + 1}) {
    const auto refused = Generator::create(model_, {.slots = slots});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::kUsage);
  }
  EXPECT_FALSE(Generator::create(model_, {.context = -1}));
}

}  // namespace
}  // namespace canter::engine
