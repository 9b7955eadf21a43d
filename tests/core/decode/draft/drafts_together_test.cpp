#include "decode/draft/drafts_together.h"

#include <gtest/gtest.h>

#include <numeric>

#include "decode/decoder.h"
#include "support/family_cases.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

using Tokens = std::vector<TokenId>;

/// Every number of rows takes what `of_rows` says.
template <typename OfRows>
PassTime pass_time(const OfRows& of_rows) {
  std::vector<double> times;
  for (const int rows : PassTime::kRows) times.push_back(of_rows(rows));
  PassTime time;
  EXPECT_TRUE(time.set(times));
  return time;
}

/// A pass takes longer than any that tests run, whatever its rows.
PassTime free_rows() {
  return pass_time([](int) { return 1000.0; });
}

/// Behind each token of 100 to 199 the next one, as `share` of what follows.
std::string successors_in_order(float share) {
  SuccessorTable table;
  for (TokenId token = 100; token < 199; ++token) {
    const Successor next[] = {{token + 1, share}, {token + 50, 1 - share}};
    table.set({&token, 1}, next);
  }
  return table.to_bytes();
}

class DraftsTogetherTest : public testing::Test {
 protected:
  DraftsTogetherTest() {
    test::write_tiny_model(folder_.path() / "tiny.gguf");
    model_.emplace(Model::open(folder_.path() / "tiny.gguf").value());
    sure_ = drafter(0.9f);
    unsure_ = drafter(0.5f);
  }

  std::unique_ptr<Drafter> drafter(float share) {
    Adapter adapter;
    adapter.successors = successors_in_order(share);
    return Drafter::create(*model_, pool_, std::move(adapter)).value();
  }

  /// Nodes of each answer's tree: one that is not drafted, one that is sure, one that is not.
  std::vector<int> planned(DraftsTogether& together, int room = 64) {
    const std::vector<DraftsTogether::Text> texts = {
        {nullptr, text_, {.rows = room, .depth = room - 1}},
        {sure_.get(), text_, {.rows = room, .depth = room - 1}},
        {unsure_.get(), text_, {.rows = room, .depth = room - 1}}};
    std::vector<int> nodes;
    for (const DraftTree* tree : together.plan(texts)) nodes.push_back(tree ? tree->size() : 0);
    return nodes;
  }

  test::TemporaryDirectory folder_;
  std::optional<Model> model_;
  ThreadPool pool_{1};
  std::unique_ptr<Drafter> sure_, unsure_;
  const Tokens text_ = {110};
};

TEST_F(DraftsTogetherTest, gives_rows_to_the_answers_whose_guesses_are_likelier) {
  DraftsTogether together(pass_time([](int rows) { return 1 + 0.12 * rows; }));
  const auto nodes = planned(together);
  EXPECT_EQ(nodes[0], 0);
  EXPECT_GT(nodes[1], nodes[2]);
  EXPECT_GE(nodes[2], 1);
}

TEST_F(DraftsTogetherTest, gives_more_rows_where_they_are_free_and_none_where_each_costs_a_token) {
  DraftsTogether free(free_rows());
  DraftsTogether dear(pass_time([](int rows) { return double(rows); }));
  const auto many = planned(free), none = planned(dear);
  EXPECT_GT(many[1] + many[2], 10);
  EXPECT_EQ(none, (std::vector<int>{0, 1, 1}));
}

TEST_F(DraftsTogetherTest, stays_within_the_room_that_each_answer_has_left) {
  DraftsTogether together(free_rows());
  for (const int nodes : planned(together, 3)) EXPECT_LE(nodes, 3);
  EXPECT_EQ(planned(together, 1), (std::vector<int>{0, 1, 1}));
}

TEST_F(DraftsTogetherTest, rests_while_drafts_are_never_right) {
  DraftsTogether together(free_rows());
  int rested = 0;
  for (int i = 0; i < 200; ++i) {
    const auto nodes = planned(together);
    const int rows = 1 + nodes[1] + nodes[2];
    rested += rows == 3;
    const double milliseconds = rows == 3 ? 1000 : 2000;
    together.learn(rows, 3, milliseconds, milliseconds);
  }
  EXPECT_GT(rested, 150);
}

TEST_F(DraftsTogetherTest, measures_what_plain_passes_take_before_it_drafts_where_nobody_knows) {
  DraftsTogether together((PassTime()));
  EXPECT_EQ(planned(together), (std::vector<int>{0, 1, 1}));
}

/// Of a prompt that repeats itself, so that text says what follows.
Tokens repeated(int seed) {
  Tokens prompt = {1};
  for (int i = 0; i < 18; ++i) prompt.push_back(10 + seed + i % 3);
  return prompt;
}

TEST(DraftsOfSeveralAnswers, leave_each_the_text_it_gets_alone_in_every_family) {
  constexpr int kAnswers = 3;
  int families = 0, accepted = 0;
  for (const test::FamilyFile& file : test::family_files()) {
    const Model model = Model::open(file.path).value();
    if (!Forward::can_run_together(model.plan())) continue;
    ++families;
    ThreadPool pool(2);
    const auto drafter = Drafter::create(model, pool, std::nullopt).value();
    drafter->pass_time() = free_rows();
    DraftsTogether drafts(drafter->pass_time());
    auto forward = std::make_shared<Forward>(model, pool);
    std::vector<Decoder> decoders;
    std::vector<std::unique_ptr<Drafter>> beside;
    std::vector<GenerationSettings> settings(kAnswers);
    for (int i = 0; i < kAnswers; ++i) {
      settings[i].max_tokens = 30;
      settings[i].sampling.temperature = i % 2 * 0.7;
      settings[i].sampling.seed = std::uint64_t(i);
      decoders.push_back(Decoder::create(model, pool, 64, TensorType::kF32, forward).value());
      beside.push_back(drafter->beside());
      decoders[i].draft_with(beside[i].get());
      ASSERT_TRUE(decoders[i].begin(repeated(i), settings[i]));
      while (decoders[i].progress() == Decoder::Progress::kReading) decoders[i].advance();
    }
    for (;;) {
      std::vector<Decoder*> writing;
      for (Decoder& each : decoders)
        if (each.progress() == Decoder::Progress::kWriting) writing.push_back(&each);
      if (writing.empty()) break;
      Decoder::step_together(writing, &drafts);
    }
    for (int i = 0; i < kAnswers; ++i) {
      const Answer together = decoders[i].finish().value();
      Decoder plain = Decoder::create(model, pool, 64).value();
      EXPECT_EQ(together.tokens, plain.generate(repeated(i), settings[i]).value().tokens)
          << file.name << ", answer " << i;
      for (const int count : together.statistics.accepted) accepted += count;
    }
  }
  EXPECT_GT(families, 10);
  EXPECT_GT(accepted, 100);
}

TEST(DraftersBesideAnother, share_what_it_learns_of_successors) {
  const test::TemporaryDirectory folder;
  test::write_tiny_model(folder.path() / "tiny.gguf");
  const Model model = Model::open(folder.path() / "tiny.gguf").value();
  ThreadPool pool(1);
  const auto drafter = Drafter::create(model, pool, std::nullopt).value();
  const auto beside = drafter->beside();
  ASSERT_NE(beside, nullptr);
  std::vector<float> logits(model.plan().vocabulary);
  logits[7] = 5;
  const Tokens text = {3};
  beside->learn_first(text, logits);
  EXPECT_GT(drafter->news(), 0);
  EXPECT_EQ(
      Drafter::create(model, pool, std::nullopt, {.shape = TreeShape::paper()}).value()->beside(),
      nullptr);
}

}  // namespace
}  // namespace canter
