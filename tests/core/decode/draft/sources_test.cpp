// Where drafts come from.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "decode/draft/source_set.h"
#include "decode/draft/sources/mask_source.h"
#include "decode/draft/sources/successor_source.h"
#include "decode/draft/sources/text_source.h"
#include "support/random_numbers.h"

namespace canter {
namespace {

using Tokens = std::vector<TokenId>;

/// What a source names behind `node`, the likeliest first.
Tokens named(DraftSource& source, const DraftTree& tree, int node = 0) {
  std::vector<Candidate> candidates;
  source.propose(tree, node, candidates);
  Tokens tokens;
  for (const Candidate& candidate : candidates) tokens.push_back(candidate.token);
  return tokens;
}

class TextSourceTest : public testing::Test {
 protected:
  /// A tree of its root alone, the last token of `text`, which the source knows.
  DraftTree root_of(const Tokens& text) {
    text_ = text;
    source_.begin_answer(std::span(text_).first(text_.empty() ? 0 : 1));
    source_.begin_step(text_);
    return DraftTree(text_.empty() ? 0 : text_.back());
  }

  Tokens text_;
  TextSource source_;
};

TEST_F(TextSourceTest, continues_as_the_longest_earlier_match_did) {
  DraftTree tree = root_of({1, 2, 3, 4, 9, 2, 3, 5, 1, 2, 3});
  EXPECT_EQ(named(source_, tree), (Tokens{4, 5})) << "1, 2, 3 matches better than 2, 3";
  const int four = tree.add(0, 4);
  EXPECT_EQ(named(source_, tree, four), Tokens{9});
  const int nine = tree.add(four, 9);
  EXPECT_EQ(named(source_, tree, nine), Tokens{2});
}

TEST_F(TextSourceTest, is_surer_of_longer_matches_and_of_what_followed_more_often) {
  const auto sure_of_best = [&](const Tokens& text) {
    const DraftTree tree = root_of(text);
    std::vector<Candidate> candidates;
    source_.propose(tree, 0, candidates);
    return candidates.front().evidence.confidence;
  };
  const double of_two = sure_of_best({7, 2, 3, 4, 8, 2, 3});
  EXPECT_GT(sure_of_best({7, 2, 3, 4, 8, 7, 2, 3}), of_two);
  EXPECT_LT(sure_of_best({7, 2, 3, 4, 8, 2, 3, 5, 9, 2, 3}), of_two);
}

TEST_F(TextSourceTest, finds_nothing_where_nothing_is_repeated) {
  for (const Tokens& text : {Tokens{1}, Tokens{1, 2}, Tokens{1, 2, 3}, Tokens{3, 1, 3}})
    EXPECT_EQ(named(source_, root_of(text)), Tokens());
}

TEST_F(TextSourceTest, matches_a_text_that_repeats_one_token) {
  EXPECT_EQ(named(source_, root_of(Tokens(40, 5))), Tokens{5});
}

TEST_F(TextSourceTest, takes_up_a_match_below_guesses_of_others) {
  DraftTree tree = root_of({1, 2, 3, 4, 8, 2});
  EXPECT_EQ(named(source_, tree), Tokens());
  const int three = tree.add(0, 3);
  EXPECT_EQ(named(source_, tree, three), Tokens{4}) << "2, 3 stood there before";
}

TEST_F(TextSourceTest, knows_other_versions_of_an_answer_but_does_not_join_them) {
  const Tokens question = {1, 2, 3};
  Tokens first = question;
  source_.begin_answer(question);
  for (const TokenId token : {10, 11, 12, 13}) first.push_back(token);
  source_.begin_step(first);
  source_.begin_answer(question);
  Tokens second = question;
  source_.begin_step(second);
  EXPECT_EQ(named(source_, DraftTree(3)), Tokens{10});
  second.push_back(20);
  source_.begin_step(second);
  EXPECT_EQ(named(source_, DraftTree(20)), Tokens());
  second.insert(second.end(), {11, 12});
  source_.begin_step(second);
  EXPECT_EQ(named(source_, DraftTree(12)), Tokens{13});
}

/// Logits with the given tokens in front, each half as likely as the one before.
std::vector<float> logits_with(const Tokens& best, int vocabulary) {
  std::vector<float> logits(vocabulary, -40);
  float logit = 10;
  for (const TokenId token : best) logits[token] = logit, logit -= std::log(2.0f);
  return logits;
}

class SuccessorSourceTest : public testing::Test {
 protected:
  static constexpr int kVocabulary = 50;

  /// The model has found `best` likely behind `text`.
  void see(const Tokens& text, const Tokens& best) {
    source_.learn_first(text, logits_with(best, kVocabulary));
  }
  Tokens named_behind(const Tokens& text) {
    text_ = text;
    source_.begin_step(text_);
    return named(source_, DraftTree(text_.back()));
  }

  Tokens text_;
  SuccessorSource source_{kVocabulary};
};

TEST_F(SuccessorSourceTest, names_what_was_likely_when_the_token_last_stood) {
  see({7, 8, 9}, {3, 4, 5});
  EXPECT_EQ(named_behind({1, 2, 9}), (Tokens{3, 4, 5}));
  EXPECT_EQ(named_behind({1, 2, 8}), Tokens());
}

TEST_F(SuccessorSourceTest, believes_the_longest_known_context_most) {
  see({7, 8, 9}, {3, 4});
  see({1, 2, 9}, {5, 6});
  EXPECT_EQ(named_behind({7, 8, 9}).front(), 3);
  EXPECT_EQ(named_behind({1, 2, 9}).front(), 5);
  std::vector<Candidate> candidates;
  source_.propose(DraftTree(9), 0, candidates);
  EXPECT_EQ(candidates.front().evidence.kind, EvidenceKind::kTriple);
  EXPECT_EQ(candidates.size(), 4u) << "shorter contexts name the rest";
}

TEST_F(SuccessorSourceTest, goes_on_behind_guesses) {
  see({9}, {3});
  see({3}, {4});
  text_ = {9};
  source_.begin_step(text_);
  DraftTree tree(9);
  const int three = tree.add(0, 3);
  EXPECT_EQ(named(source_, tree, three), Tokens{4});
}

TEST_F(SuccessorSourceTest, learns_from_every_row_on_the_path_and_from_no_other) {
  DraftTree tree(9);
  const int right = tree.add(0, 3), wrong = tree.add(0, 5);
  tree.add(right, 6);
  std::vector<float> logits;
  for (const Tokens& best : {Tokens{3}, Tokens{8}, Tokens{1}, Tokens{2}})
    for (const float logit : logits_with(best, kVocabulary)) logits.push_back(logit);
  const Tokens text = {1, 9, 3, 8};
  const std::vector<int> path = {0, right};
  source_.learn({.text = text, .root = 1, .tree = &tree, .path = path, .logits = logits});
  EXPECT_EQ(named_behind({9}), Tokens{3});
  EXPECT_EQ(named_behind({9, 3}), Tokens{8});
  EXPECT_EQ(named_behind({tree.nodes()[wrong].token}), Tokens());
  EXPECT_EQ(source_.news(), 2);
}

TEST_F(SuccessorSourceTest, is_kept_in_bytes_and_survives_garbage) {
  see({7, 8, 9}, {3, 4, 5});
  const std::string bytes = source_.to_bytes();
  EXPECT_EQ(source_.news(), 0);
  SuccessorSource other(kVocabulary);
  ASSERT_TRUE(other.from_bytes(bytes));
  text_ = {7, 8, 9};
  other.begin_step(text_);
  EXPECT_EQ(named(other, DraftTree(9)), (Tokens{3, 4, 5}));
  EXPECT_EQ(other.to_bytes(), bytes);

  SuccessorSource of_a_smaller_model(4);
  EXPECT_FALSE(of_a_smaller_model.from_bytes(bytes)) << "token 5 is none of its own";
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    SuccessorSource partly(kVocabulary);
    (void)partly.from_bytes(std::string_view(bytes).substr(0, size));
    std::string changed = bytes;
    changed[size] = char(changed[size] ^ 0x5a);
    (void)partly.from_bytes(changed);
    for (const TokenId token : named(partly, DraftTree(9))) EXPECT_LT(token, kVocabulary);
  }
}

TEST(SuccessorTable, lets_what_was_seen_before_weigh_on_a_little) {
  SuccessorTable table;
  const Tokens context = {4};
  const Successor once[] = {{1, 0.9f}, {2, 0.1f}}, then[] = {{3, 1.0f}};
  table.set(context, once);
  table.set(context, then);
  std::vector<Successor> found;
  ASSERT_TRUE(table.find(context, found));
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].token, 3);
  EXPECT_EQ(found[1].token, 1);
  EXPECT_LT(found[1].share, 0.5f);
}

TEST(SourceSet, is_written_as_names) {
  EXPECT_EQ(parse_sources("auto").value(), SourceWish{});
  EXPECT_EQ(parse_sources("free").value().sources, SourceSet::free());
  EXPECT_TRUE(parse_sources("none").value().sources.empty());
  EXPECT_EQ(parse_sources("successors,text").value().sources,
            SourceSet().with(SourceId::kText).with(SourceId::kSuccessors));
  EXPECT_EQ(parse_sources("masks").value().sources, SourceSet().with(SourceId::kMasks));
  EXPECT_EQ(parse_sources("model:a/b c.gguf").value(),
            (SourceWish{SourceSet().with(SourceId::kModel), "a/b c.gguf"}));
  EXPECT_EQ(parse_sources("free,model:C:\\small.gguf,masks").value(),
            (SourceWish{SourceSet::free().with(SourceId::kMasks).with(SourceId::kModel),
                        "C:\\small.gguf"}));
  for (const char* text : {"", "text,", "Text", "text masks", "all", "none,text", "model",
                           "model:", "model:a,model:b"}) {
    const auto refused = parse_sources(text);
    ASSERT_FALSE(refused) << text;
    EXPECT_EQ(refused.error().kind, ErrorKind::kUsage);
    EXPECT_THAT(refused.error().message,
                testing::HasSubstr("text, successors, masks, head, nextn and one model:FILE"));
  }
}

TEST(ScoredToken, best_of_a_vocabulary_are_those_of_sorting_it) {
  std::mt19937 random(4);
  for (const std::size_t size : {1, 5, 100, 5000}) {
    auto scores = test::normal_numbers(random, size);
    for (float& score : scores) score = std::round(score * 8) / 8;  // ties
    scores[size / 2] = std::numeric_limits<float>::quiet_NaN();
    std::vector<ScoredToken> sorted, best;
    for (std::size_t i = 0; i < size; ++i)
      if (!std::isnan(scores[i])) sorted.push_back({TokenId(i), scores[i]});
    keep_best(sorted, 20);
    find_best(scores, 20, best);
    ASSERT_EQ(best.size(), sorted.size());
    for (std::size_t i = 0; i < best.size(); ++i) EXPECT_EQ(best[i].token, sorted[i].token);
  }
}

class MaskSourceTest : public testing::Test {
 protected:
  static constexpr int kVocabulary = 60, kRank = 8;

  Adapter adapter(int rank) {
    Adapter a;
    a.mask_tokens = 2;
    a.rank = rank;
    a.transition_from = test::normal_numbers(random_, kVocabulary * rank);
    a.transition_to = test::normal_numbers(random_, kVocabulary * rank);
    a.transition_scale = 0.7f;
    return a;
  }

  std::mt19937 random_{6};
  ThreadPool pool_{1};
};

TEST_F(MaskSourceTest, without_a_transition_term_are_the_likeliest_of_the_distribution) {
  const Adapter a = adapter(0);
  const auto drafts = MaskSource::create(a, kVocabulary, pool_).value();
  const auto logits = test::normal_numbers(random_, 2 * kVocabulary);
  drafts->set(logits, 2);
  std::vector<Candidate> candidates;
  drafts->children(3, 2, 4, candidates);
  ASSERT_EQ(candidates.size(), 4u);
  const std::span second(logits.data() + kVocabulary, kVocabulary);
  double total = 0;
  for (const float logit : second) total += std::exp(logit);
  const auto best = std::ranges::max_element(second);
  EXPECT_EQ(candidates[0].token, best - second.begin());
  EXPECT_NEAR(candidates[0].evidence.confidence, std::exp(*best) / total, 1e-4);
  EXPECT_EQ(candidates[0].evidence.kind, EvidenceKind::kMask);
  candidates.clear();
  drafts->children(3, 3, 4, candidates);
  EXPECT_TRUE(candidates.empty()) << "there is no third mask";
}

TEST_F(MaskSourceTest, with_a_transition_term_are_ranked_by_both_for_each_parent) {
  const Adapter a = adapter(kRank);
  const auto drafts = MaskSource::create(a, kVocabulary, pool_).value();
  const auto logits = test::normal_numbers(random_, 2 * kVocabulary);
  drafts->set(std::span(logits).first(kVocabulary), 1);
  for (const TokenId parent : {0, 17, 59}) {
    for (const int depth : {1, 2}) {
      std::vector<ScoredToken> expected;
      for (int x = 0; x < kVocabulary; ++x) {
        double score = depth == 1 ? a.transition_scale * logits[x] : 0;
        for (int i = 0; i < kRank; ++i)
          score += double(a.transition_from[parent * kRank + i]) * a.transition_to[x * kRank + i];
        expected.push_back({x, float(score)});
      }
      keep_best(expected, 5);
      std::vector<Candidate> candidates;
      drafts->children(parent, depth, 5, candidates);
      ASSERT_EQ(candidates.size(), 5u);
      for (int i = 0; i < 5; ++i) EXPECT_EQ(candidates[i].token, expected[i].token);
      EXPECT_EQ(candidates[0].evidence.kind,
                depth == 1 ? EvidenceKind::kMask : EvidenceKind::kTransition);
      EXPECT_GT(candidates[0].evidence.confidence, candidates[1].evidence.confidence);
    }
  }
}

}  // namespace
}  // namespace canter
