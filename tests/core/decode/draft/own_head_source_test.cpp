#include "decode/draft/sources/own_head_source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "decode/decoder.h"
#include "model/forward/forward.h"
#include "support/family_cases.h"

namespace canter {
namespace {

using Tokens = std::vector<TokenId>;

class OwnHeadSourceTest : public testing::TestWithParam<test::FamilyFile> {
 protected:
  OwnHeadSourceTest() : model_(Model::open(GetParam().path).value()) {}

  std::vector<float> states_behind(const Tokens& tokens) {
    Forward forward(model_, pool_);
    KvCache cache = KvCache::create(model_.plan(), int(tokens.size())).value();
    EXPECT_TRUE(forward.run(tokens, cache, 0, nullptr));
    std::vector<int> rows(tokens.size());
    std::iota(rows.begin(), rows.end(), 0);
    std::vector<float> states(tokens.size() * std::size_t(model_.plan().width));
    forward.hidden_of(rows, states.data());
    return states;
  }

  /// What the head says behind a text when it reads all of it at once, best first.
  Tokens expected_behind(const Tokens& text) {
    const Tokens before(text.begin(), text.end() - 1), next(text.begin() + 1, text.end());
    DraftHead head(model_, pool_);
    KvCache cache = head.cache(int(text.size())).value();
    std::vector<float> logits(std::size_t(model_.plan().vocabulary));
    EXPECT_TRUE(head.run(states_behind(before), next, cache, 1, logits.data()));
    std::vector<ScoredToken> best;
    find_best(logits, DraftSource::kMostChildren, best);
    Tokens tokens;
    for (const ScoredToken& scored : best) tokens.push_back(scored.token);
    return tokens;
  }

  /// The source has read all but the last of `text`.
  Tokens named(OwnHeadSource& source, const Tokens& text) {
    source.begin_step(text);
    std::vector<Candidate> candidates;
    source.propose(DraftTree(text.back()), 0, candidates);
    Tokens tokens;
    for (const Candidate& candidate : candidates) tokens.push_back(candidate.token);
    return tokens;
  }

  /// Tells the source of tokens [first, end) of a text.
  void read(OwnHeadSource& source, const Tokens& text, std::size_t first, std::size_t end) {
    const Tokens tokens(text.begin(), text.begin() + std::ptrdiff_t(end));
    const auto states = states_behind(tokens);
    const std::size_t width = model_.plan().width;
    source.read(int(first), std::span(tokens).subspan(first),
                std::span(states).subspan(first * width));
  }

  Model model_;
  ThreadPool pool_{2};
};

std::vector<test::FamilyFile> files_with_heads() {
  std::vector<test::FamilyFile> files;
  for (const test::FamilyFile& file : test::family_files())
    if (test::has_draft_head(file.family)) files.push_back(file);
  return files;
}

TEST_P(OwnHeadSourceTest, names_what_the_head_says_however_the_text_was_read) {
  const Tokens text = {5, 9, 20, 31, 7, 44, 12, 3, 28, 17};
  const auto source = OwnHeadSource::create(model_, pool_).value();
  read(*source, text, 0, 4);
  EXPECT_EQ(named(*source, Tokens(text.begin(), text.begin() + 5)),
            expected_behind(Tokens(text.begin(), text.begin() + 5)));
  // Two steps without a question, then one of two tokens.
  read(*source, text, 4, 5);
  read(*source, text, 5, 6);
  read(*source, text, 6, 8);
  EXPECT_EQ(named(*source, Tokens(text.begin(), text.begin() + 9)),
            expected_behind(Tokens(text.begin(), text.begin() + 9)));
  // Another text from its beginning.
  const Tokens other = {8, 9, 10, 11};
  read(*source, other, 0, 3);
  EXPECT_EQ(named(*source, other), expected_behind(other));
}

TEST_P(OwnHeadSourceTest, names_nothing_where_it_has_not_read_the_text) {
  const Tokens text = {5, 9, 20, 31, 7};
  const auto source = OwnHeadSource::create(model_, pool_).value();
  EXPECT_TRUE(named(*source, text).empty());
  read(*source, text, 2, 4);  // a beginning that it never saw
  EXPECT_TRUE(named(*source, text).empty());
  read(*source, text, 0, 3);
  EXPECT_TRUE(named(*source, text).empty());
}

TEST_P(OwnHeadSourceTest, drafts_without_changing_the_answer) {
  Decoder plain = Decoder::create(model_, pool_, 128).value();
  Decoder drafting = Decoder::create(model_, pool_, 128).value();
  const auto drafter =
      Drafter::create(model_, pool_, std::nullopt,
                      {.shape = {}, .sources = SourceSet().with(SourceId::kOwnHead)})
          .value();
  drafting.draft_with(drafter.get());
  GenerationSettings settings;
  settings.max_tokens = 40;
  settings.ignore_eos = true;
  int drafted = 0;
  Tokens prompt = {5, 9, 20};
  for (const double temperature : {0.0, 0.8}) {
    settings.sampling.temperature = temperature;
    const Answer expected = plain.generate(prompt, settings).value();
    const Answer answer = drafting.generate(prompt, settings).value();
    EXPECT_EQ(answer.tokens, expected.tokens);
    const auto& counts = answer.statistics.drafted_by_source;
    drafted += counts.empty() ? 0 : counts[std::size_t(SourceId::kOwnHead)];
    prompt.insert(prompt.end(), answer.tokens.begin(), answer.tokens.end());
  }
  EXPECT_GT(drafted, 0);
}

INSTANTIATE_TEST_SUITE_P(, OwnHeadSourceTest, testing::ValuesIn(files_with_heads()),
                         [](const auto& file) { return file.param.name; });

}  // namespace
}  // namespace canter
