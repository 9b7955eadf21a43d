#include "tokenizer/text/normal_form.h"

#include <gtest/gtest.h>

#include "tokenizer/text/normalizer.h"

namespace canter::test {
namespace {

TEST(NormalForm, composes_and_decomposes) {
  EXPECT_EQ(normal_form("e\u0301\uFB01\u1100\u1161", true, false), "\u00E9\uFB01\uAC00");
  EXPECT_EQ(normal_form("\u00E9\uFB01\uAC00", false, true), "e\u0301fi\u1100\u1161");
}

TEST(NormalForm, orders_a_long_run_of_marks_in_time) {
  std::string marks = "a";
  for (int i = 0; i < 100'000; ++i) marks += i % 2 == 0 ? "\u0301" : "\u0316";
  const auto ordered = normal_form(marks, false, false);
  EXPECT_EQ(ordered.substr(0, 5), "a\u0316\u0316");
  EXPECT_EQ(ordered.substr(ordered.size() - 4), "\u0301\u0301");
}

std::vector<std::size_t> moved(NormalizerStep step, std::string text,
                               std::vector<std::size_t> edges) {
  EXPECT_TRUE(Normalizer::create({std::move(step)}).value().apply(text, edges));
  return edges;
}

TEST(Normalizer, lets_ranges_grow_rather_than_lose_a_part) {
  using Kind = NormalizerStep::Kind;
  using Edges = std::vector<std::size_t>;
  EXPECT_EQ(moved({Kind::kReplace, "b+", "xyz"}, "abbbc", {2, 3}), (Edges{1, 4}));
  EXPECT_EQ(moved({Kind::kReplace, "b+", "xyz"}, "abbbc", {0, 1}), (Edges{0, 1}));
  EXPECT_EQ(moved({Kind::kPrepend, "", "--"}, "ab", {0, 1}), (Edges{2, 3}));
  EXPECT_EQ(moved({Kind::kStripLeft, "", ""}, "  ab", {1, 3}), (Edges{0, 1}));
  EXPECT_EQ(moved({Kind::kNfc, "", ""}, "xe\u0301", {2, 4}), (Edges{0, 3}));
  EXPECT_EQ(moved({Kind::kNfc, "", ""}, "xe\u0301y", {0, 1}), (Edges{0, 1}));
}

}  // namespace
}  // namespace canter::test
