#include "engine/comparison/comparison_result.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/file.h"
#include "engine/comparison/comparison_export.h"
#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

using testing::HasSubstr;

using Tokens = std::vector<TokenId>;
using Ends = std::vector<std::uint32_t>;

ComparedAnswer answer(std::string text, std::vector<double> times, Ends ends, double total_ms) {
  ComparedAnswer made{std::move(text), std::move(times), std::move(ends), {}};
  made.statistics.prompt_tokens = 9;
  made.statistics.generated = int(made.token_ms.size());
  made.statistics.steps = made.statistics.generated - 1;
  made.statistics.first_token_ms = made.token_ms.front();
  made.statistics.total_ms = total_ms;
  return made;
}

ComparisonResult sample() {
  ComparisonResult result;
  result.summary.id = 3;
  result.summary.created = 1'700'000'000'000;
  result.summary.model = "A \"small\" model";
  result.summary.prompt = "Hello, you";
  result.conditions = {.fingerprint = "f00d",
                       .weight_types = "Q8_0",
                       .adapter = true,
                       .processor = "Some processor",
                       .kernels = "avx2",
                       .threads = 4,
                       .sampling = {.temperature = 0.7, .seed = 11},
                       .max_tokens = 64};
  result.pairs.push_back({.prompt = "Hello, you",
                          .plain = answer("Good day", {10, 30, 50}, {4, 5, 8}, 50),
                          .accelerated = answer("Good day", {10, 20, 20}, {4, 5, 8}, 20),
                          .difference = {}});
  summarize(result);
  return result;
}

TEST(ComparisonResult, same_tokens_do_not_differ) {
  EXPECT_EQ(first_difference(Tokens{1, 2}, Ends{1, 2}, Tokens{1, 2}, Ends{1, 2}), std::nullopt);
}

TEST(ComparisonResult, the_first_different_token_is_found_in_both_texts) {
  EXPECT_EQ(first_difference(Tokens{1, 2, 3}, Ends{4, 6, 9}, Tokens{1, 5, 3}, Ends{4, 9, 12}),
            (FirstDifference{1, 4, 4}));
  EXPECT_EQ(first_difference(Tokens{1, 2, 3}, Ends{4, 6, 9}, Tokens{7}, Ends{2}),
            (FirstDifference{0, 0, 0}));
}

TEST(ComparisonResult, an_answer_that_ends_early_differs_where_it_ends) {
  EXPECT_EQ(first_difference(Tokens{1, 2, 3}, Ends{4, 6, 9}, Tokens{1, 2}, Ends{4, 6}),
            (FirstDifference{2, 6, 6}));
}

TEST(ComparisonResult, tokens_of_the_same_text_may_differ) {
  EXPECT_EQ(first_difference(Tokens{1, 2}, Ends{2, 4}, Tokens{1, 3}, Ends{2, 4}),
            (FirstDifference{1, 2, 2}));
}

TEST(ComparisonResult, speed_ups_count_the_prompt_or_leave_it_out) {
  const ComparedPair pair = sample().pairs.front();
  EXPECT_DOUBLE_EQ(pair.speedup(), 2.5);
  EXPECT_DOUBLE_EQ(pair.decoding_speedup(), 4);
}

TEST(ComparisonResult, a_summary_counts_and_takes_the_median) {
  ComparisonResult result = sample();
  ComparedPair slower = result.pairs.front();
  slower.accelerated.statistics.total_ms = 100;
  slower.difference = FirstDifference{1, 4, 4};
  result.pairs.push_back(slower);
  ComparedPair faster = result.pairs.front();
  faster.accelerated.statistics.total_ms = 10;
  result.pairs.push_back(faster);
  summarize(result);
  EXPECT_EQ(result.summary.prompts, 3);
  EXPECT_EQ(result.summary.identical, 2);
  EXPECT_DOUBLE_EQ(result.summary.speedup, 2.5);
  // One prompt after the other.
  EXPECT_EQ(result.summary.plain_curve.front(), 0);
  EXPECT_EQ(result.summary.plain_curve.back(), 150);
}

TEST(ComparisonResult, is_read_as_it_was_written) {
  ComparisonResult result = sample();
  result.pairs.front().difference = FirstDifference{2, 5, 5};
  auto read = read_result(write_result(result));
  ASSERT_TRUE(read) << read.error().message;
  // The database's other columns have these.
  read->summary.id = result.summary.id;
  read->summary.created = result.summary.created;
  read->summary.model = result.summary.model;
  read->summary.prompt = result.summary.prompt;
  EXPECT_EQ(*read, result);
}

TEST(ComparisonResult, what_is_damaged_is_refused) {
  EXPECT_FALSE(read_result("no json"));
  EXPECT_FALSE(read_result("{}"));
  ComparisonResult past_the_end = sample();
  past_the_end.pairs.front().plain.token_ends = {4, 5, 800};
  const auto refused = read_result(write_result(past_the_end));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kBadFile);
  EXPECT_THAT(refused.error().message, HasSubstr("delete it"));
  ComparisonResult beyond = sample();
  beyond.pairs.front().difference = FirstDifference{1, 4, 900};
  EXPECT_FALSE(read_result(write_result(beyond)));
}

TEST(ComparisonResult, a_table_has_a_line_for_each_prompt_and_says_what_it_depends_on) {
  ComparisonResult result = sample();
  result.pairs.push_back(result.pairs.front());
  result.pairs.back().prompt = "two\nlines, \"quoted\"";
  result.pairs.back().difference = FirstDifference{1, 4, 4};
  const std::string csv = comparison_csv(result);
  EXPECT_THAT(csv, HasSubstr("plain_first_token_ms,plain_total_ms,plain_tokens_per_second"));
  EXPECT_THAT(csv,
              HasSubstr("2023-11-14T22:13:20Z,\"A \"\"small\"\" model\",\"Q8_0\",f00d,yes,"
                        "\"Some processor\",avx2,4,0.7,0,1.0,0.0,1.0,11,64,\"Hello, you\","
                        "yes,,2.5,4.0,9,3,2,10.0,50.0,50.0,1.0,9,3,2,10.0,20.0,200.0,1.0\r\n"));
  EXPECT_THAT(csv, HasSubstr("\"two\nlines, \"\"quoted\"\"\",no,2,2.5"));
}

TEST(ComparisonResult, a_document_has_every_token) {
  const auto document = nlohmann::json::parse(comparison_json(sample()));
  EXPECT_EQ(document["date"], "2023-11-14T22:13:20Z");
  EXPECT_EQ(document["model"], "A \"small\" model");
  EXPECT_EQ(document["machine"]["threads"], 4);
  EXPECT_EQ(document["settings"]["seed"], 11);
  EXPECT_EQ(document["pairs"][0]["accelerated"]["token_ms"].size(), 3u);
  EXPECT_EQ(document["pairs"][0]["identical"], true);
}

TEST(ComparisonResult, a_file_is_written_whole_or_the_error_says_why) {
  const test::TemporaryDirectory folder;
  const auto path = folder.path() / "figures.csv";
  ASSERT_TRUE(export_comparison(sample(), ComparisonFormat::kCsv, path));
  EXPECT_EQ(read_text_file(path).value(), comparison_csv(sample()));
  const auto failed =
      export_comparison(sample(), ComparisonFormat::kJson, folder.path() / "missing" / "a.json");
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().kind, ErrorKind::kIo);
}

}  // namespace
}  // namespace canter::engine
