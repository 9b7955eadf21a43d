#include <csignal>

#include "cli/cli.h"

namespace canter::test {
namespace {

using testing::HasSubstr;

class StepCost : public CliTest {
 protected:
  static Arguments arguments(const Arguments& more) {
    Arguments all = {"step-cost", "--model", "starter"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
};

TEST_F(StepCost, prints_the_agreed_document) {
  const Json document =
      json(arguments({"--rows", "4,2,1", "--context", "8", "--repeat", "3", "--threads", "2"}));
  EXPECT_EQ(keys(document), (std::set<std::string>{"threads", "context", "bandwidth_gbs", "rows"}));
  EXPECT_EQ(document["threads"], 2);
  EXPECT_EQ(document["context"], 8);
  EXPECT_GT(document["bandwidth_gbs"], 0.0);
  const Json& rows = document["rows"];
  ASSERT_EQ(rows.size(), 3u);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(keys(rows[i]), (std::set<std::string>{"rows", "median_ms", "min_ms", "ratio"}));
    EXPECT_EQ(rows[i]["rows"], std::vector<int>({4, 2, 1})[i]);
    EXPECT_GT(rows[i]["min_ms"], 0.0);
    EXPECT_LE(rows[i]["min_ms"], rows[i]["median_ms"]);
    EXPECT_DOUBLE_EQ(rows[i]["ratio"],
                     rows[i]["median_ms"].get<double>() / rows[2]["median_ms"].get<double>());
  }
}

TEST_F(StepCost, says_where_the_time_of_a_pass_goes_when_asked) {
  const Json rows = json(arguments({"--rows", "1,8", "--repeat", "3", "--stages"}))["rows"];
  ASSERT_EQ(rows.size(), 2u);
  for (const Json& row : rows) {
    EXPECT_EQ(keys(row["stages_ms"]), (std::set<std::string>{"activations", "products", "attention",
                                                             "states", "output", "between"}));
    for (const auto& [stage, ms] : row["stages_ms"].items()) {
      if (stage == "states") {
        EXPECT_EQ(ms, 0.0) << "the starter has none";
      } else {
        EXPECT_GT(ms, 0.0) << stage;
      }
    }
  }
  EXPECT_THAT(run(arguments({"--rows", "1", "--repeat", "1", "--stages"})).out,
              HasSubstr("activations"));
}

TEST_F(StepCost, measures_six_numbers_of_rows_unless_told_otherwise) {
  const Json document = json(arguments({"--repeat", "1"}));
  EXPECT_EQ(document["context"], 256);
  std::vector<int> rows;
  for (const Json& row : document["rows"]) rows.push_back(row["rows"]);
  EXPECT_EQ(rows, std::vector<int>({1, 2, 4, 8, 16, 32}));
  EXPECT_EQ(document["rows"][0]["ratio"], 1.0);
}

TEST_F(StepCost, prints_a_table_for_people) {
  const ProcessResult result = run(arguments({"--rows", "1,2", "--context", "8"}));
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("context    8 tokens\n"));
  EXPECT_THAT(result.out, HasSubstr(" GB/s\n"));
  EXPECT_THAT(result.out, HasSubstr(" rows   median ms      min ms   ratio     rows/s\n"));
  EXPECT_THAT(result.out, HasSubstr("\n    1  "));
  EXPECT_THAT(result.out, HasSubstr("\n    2  "));
}

TEST_F(StepCost, refuses_rows_and_contexts_that_do_not_fit) {
  for (const Arguments& wrong : {Arguments{"--rows", "0"},
                                 {"--rows", "1,513"},
                                 {"--rows", "-1"},
                                 {"--rows", "1,,2"},
                                 {"--rows", "1, 2"},
                                 {"--rows", "1,"},
                                 {"--rows", ""},
                                 {"--rows", "99999999999"},
                                 {"--rows", "many"},
                                 {"--context", "-1"},
                                 {"--context", "2048"},
                                 {"--context", "2147483647"},
                                 {"--context", "99999999999"},
                                 {"--repeat", "0"},
                                 {"--repeat", "-1"},
                                 {"--repeat", "x"}}) {
    SCOPED_TRACE(testing::PrintToString(wrong));
    expect_failure(run(arguments(wrong)), 2);
    Arguments as_document = arguments(wrong);
    as_document.emplace_back("--json");
    expect_failure(run(as_document), 2);
  }
  EXPECT_THAT(run(arguments({"--rows", "1;2"})).err, HasSubstr("--rows 1,2,4,8"));
}

TEST_F(StepCost, leaves_with_130_and_no_document_when_interrupted) {
  Process process(kProgram, options({"step-cost", "--model", "starter", "--verbose", "--json",
                                     "--repeat", "2000000000"}));
  ASSERT_TRUE(process.wait_for_error("measuring"));
  process.send_signal(SIGINT);
  const ProcessResult result = process.finish();
  EXPECT_EQ(result.exit_code, 130) << result.err;
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.err, HasSubstr("canter-cli: error: interrupted before all passes"));
}

}  // namespace
}  // namespace canter::test
