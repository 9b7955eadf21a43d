#include "decode/draft/drafter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "decode/decoder.h"
#include "model/plan/uniform_shape.h"
#include "support/family_cases.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

using Tokens = std::vector<TokenId>;

constexpr SourceSet kSuccessorsAlone = SourceSet().with(SourceId::kSuccessors);

/// Behind each token of `text` the next one.
std::string successors_in(const Tokens& text) {
  SuccessorTable table;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const Successor next{text[i + 1], 1};
    table.set(std::span(text).subspan(i, 1), {&next, 1});
  }
  return table.to_bytes();
}

Adapter adapter_with(std::string successors) {
  Adapter adapter;
  adapter.successors = std::move(successors);
  return adapter;
}

/// A text in which no token comes twice, so that nothing in it tells what follows.
class DrafterTest : public testing::Test {
 protected:
  DrafterTest() {
    test::write_tiny_model(folder_.path() / "tiny.gguf");
    model_.emplace(Model::open(folder_.path() / "tiny.gguf").value());
    text_.resize(100);
    std::iota(text_.begin(), text_.end(), 100);
    backwards_.assign(text_.rbegin(), text_.rend());
  }

  std::unique_ptr<Drafter> drafter(std::optional<Adapter> adapter, const DraftOptions& options) {
    return Drafter::create(*model_, pool_, std::move(adapter), options).value();
  }

  /// Drafts that were right while the text was written, in passes that all take the same time.
  int accepted(Drafter& drafter) {
    const std::size_t vocabulary = model_->plan().vocabulary;
    int accepted = 0;
    Tokens text(text_.begin(), text_.begin() + 1);
    drafter.begin(text);
    while (text.size() < text_.size()) {
      const int room = int(text_.size() - text.size());
      const DraftTree& tree = drafter.plan(text, {.rows = 64, .depth = std::min(4, room - 1)});
      std::vector<int> path = {0};
      for (;;) {
        if (text.size() == text_.size()) break;
        text.push_back(text_[text.size()]);
        const int child = tree.child(path.back(), text.back());
        if (child < 0) break;
        path.push_back(child);
      }
      accepted += int(path.size()) - 1;
      const std::vector<float> logits(tree.size() * vocabulary);
      drafter.learn({.text = text, .path = path, .logits = logits, .pass_ms = 1, .step_ms = 1});
    }
    return accepted;
  }

  test::TemporaryDirectory folder_;
  std::optional<Model> model_;
  ThreadPool pool_{1};
  Tokens text_, backwards_;
};

TEST_F(DrafterTest, begins_with_the_successors_of_its_adapter) {
  const auto without = drafter(std::nullopt, {.shape = {}, .sources = kSuccessorsAlone});
  const auto with =
      drafter(adapter_with(successors_in(text_)), {.shape = {}, .sources = kSuccessorsAlone});
  EXPECT_EQ(accepted(*without), 0);
  EXPECT_GT(accepted(*with), 50);
  EXPECT_EQ(without->adapter(), nullptr);
  EXPECT_NE(with->adapter(), nullptr);
  EXPECT_EQ(with->prefix(), nullptr);
}

TEST_F(DrafterTest, believes_what_is_recalled_more_than_its_adapter) {
  const auto misled =
      drafter(adapter_with(successors_in(backwards_)), {.shape = {}, .sources = kSuccessorsAlone});
  EXPECT_EQ(accepted(*misled), 0);
  const auto put_right =
      drafter(adapter_with(successors_in(backwards_)), {.shape = {}, .sources = kSuccessorsAlone});
  ASSERT_TRUE(put_right->recall_successors(successors_in(text_)));
  EXPECT_GT(accepted(*put_right), 50);
}

TEST_F(DrafterTest, drafts_nothing_in_a_fixed_shape_without_masks) {
  for (const TreeShape& shape : {TreeShape::paper(), TreeShape{{1}}, TreeShape{{5, 4, 3}}}) {
    const auto fixed = drafter(adapter_with(successors_in(text_)), {.shape = shape});
    EXPECT_EQ(fixed->begin(text_), 0);
    EXPECT_EQ(accepted(*fixed), 0);
    EXPECT_EQ(fixed->adapter(), nullptr);
  }
}

TEST_F(DrafterTest, refuses_an_adapter_that_does_not_fit) {
  const auto refused = Drafter::create(*model_, pool_, adapter_with("nonsense"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kBadFile);
}

TEST_F(DrafterTest, drafts_with_successors_for_models_that_can_have_no_masks_and_says_the_same) {
  int models = 0, right = 0;
  for (const test::FamilyFile& file : test::family_files()) {
    const Model model = Model::open(file.path).value();
    if (uniform_shape(model.plan())) continue;
    ++models;
    GenerationSettings settings;
    settings.max_tokens = 24;
    settings.ignore_eos = true;
    const Tokens prompt = test::family_cases(file.family).front().tokens;
    Decoder plain = Decoder::create(model, pool_, 200).value();
    const Tokens expected = plain.generate(prompt, settings).value().tokens;
    Tokens heard = prompt;
    heard.insert(heard.end(), expected.begin(), expected.end());
    Decoder drafting = Decoder::create(model, pool_, 200).value();
    const auto drafter = Drafter::create(model, pool_, adapter_with(successors_in(heard))).value();
    drafting.draft_with(drafter.get());
    for (const double temperature : {0.0, 0.9}) {
      settings.sampling.temperature = temperature;
      const Answer drafted = drafting.generate(prompt, settings).value();
      EXPECT_EQ(drafted.tokens, plain.generate(prompt, settings).value().tokens) << file.name;
      const auto& accepted = drafted.statistics.accepted;
      right += std::accumulate(accepted.begin(), accepted.end(), 0);
    }
  }
  EXPECT_GT(models, 0);
  EXPECT_GT(right, 0) << "drafts that are never right show nothing";
}

}  // namespace
}  // namespace canter
