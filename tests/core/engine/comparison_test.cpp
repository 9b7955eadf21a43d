#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "base/file.h"
#include "client.h"
#include "model/model.h"
#include "store/store.h"
#include "support/reference_results.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter::engine {
namespace {

using test::Client;
using testing::HasSubstr;
using testing::SizeIs;

class ComparisonTest : public testing::Test {
 protected:
  void SetUp() override {
    AdapterRecord record;
    record.path = test::starter_adapter().string();
    record.fingerprint = Model::open(test::starter_gguf()).value().summary().fingerprint;
    ASSERT_TRUE(Store::open(data_.path()).value().remember_adapter(record));
  }
  static Compare compare(const std::string& prompt, int max_tokens = 48) {
    Compare command;
    command.prompt = prompt;
    command.settings.max_tokens = max_tokens;
    command.request = 7;
    return command;
  }
  Compare compare_set(int prompts, int max_tokens = 12) const {
    const auto path = data_.path() / "prompts.jsonl";
    std::ofstream file(path);
    for (int i = 0; i < prompts; ++i)
      file << R"({"messages": [{"role": "user", "content": "Question )" << i << "\"}]}\n";
    Compare command;
    command.set = true;
    command.prompts = path.string();
    command.settings.max_tokens = max_tokens;
    return command;
  }
  /// Never ends by itself.
  std::string endless_model() const {
    test::TinyModel shape;
    shape.context = 100'000;
    const auto path = data_.path() / "endless.gguf";
    test::write_tiny_model(path, shape);
    return path.string();
  }
  static Compare endless() {
    Compare command = compare("Go", 90'000);
    command.settings.ignore_eos = true;
    command.settings.sampling.temperature = 1;
    return command;
  }

  test::TemporaryDirectory data_;
};

TEST_F(ComparisonTest, both_answers_are_the_same_to_the_token_and_read_the_whole_prompt) {
  Client client(data_.path());
  client.post(OpenModel{test::starter_gguf().string()});
  Compare command = compare("Could you find me a table for two in Oakland?");
  command.settings.ignore_eos = true;
  client.post(command);
  EXPECT_EQ(client.next<ComparisonStarted>().prompts, 1);
  const auto first = client.next<ComparedAnswerStarted>();
  EXPECT_EQ(first.side, ComparedSide::kAccelerated);
  EXPECT_TRUE(first.first);
  const auto second = client.next<ComparedAnswerStarted>();
  EXPECT_EQ(second.side, ComparedSide::kPlain);
  EXPECT_FALSE(second.first);
  const auto finished = client.next<ComparisonFinished>();
  EXPECT_EQ(finished.request, 7u);
  ASSERT_THAT(finished.result.pairs, SizeIs(1));
  const ComparedPair& pair = finished.result.pairs.front();
  EXPECT_EQ(pair.difference, std::nullopt);
  EXPECT_EQ(finished.result.summary.identical, 1);
  EXPECT_FALSE(pair.plain.text.empty());
  EXPECT_EQ(pair.plain.text, pair.accelerated.text);
  EXPECT_TRUE(finished.result.conditions.adapter);
  for (const ComparedAnswer* answer : {&pair.plain, &pair.accelerated}) {
    EXPECT_EQ(answer->statistics.reused_tokens, 0);
    EXPECT_THAT(answer->token_ms, SizeIs(answer->statistics.generated));
    EXPECT_THAT(answer->token_ends, SizeIs(answer->statistics.generated));
    EXPECT_TRUE(std::ranges::is_sorted(answer->token_ms));
  }
  EXPECT_EQ(pair.plain.statistics.steps, pair.plain.statistics.generated - 1);
  EXPECT_LE(pair.accelerated.statistics.steps, pair.plain.statistics.steps)
      << "how far below depends on what rows take here";
}

TEST_F(ComparisonTest, drawn_answers_are_the_same_too) {
  Client client(data_.path());
  client.post(OpenModel{test::starter_gguf().string()});
  Compare command = compare("Hello");
  command.settings.sampling.temperature = 0.8;
  command.settings.sampling.seed = 5;
  client.post(command);
  const auto finished = client.next<ComparisonFinished>();
  EXPECT_EQ(finished.result.summary.identical, 1);
  EXPECT_EQ(finished.result.conditions.sampling.seed, 5u);
}

TEST_F(ComparisonTest, what_is_streamed_is_what_comes_out) {
  Client client(data_.path());
  client.post(OpenModel{test::starter_gguf().string()});
  client.post(compare("Hello"));
  const auto finished = client.next<ComparisonFinished>();
  std::string plain, accelerated;
  std::size_t tokens = 0;
  for (const Event& event : client.seen) {
    const auto* more = std::get_if<ComparedTextAppended>(&event);
    if (!more) continue;
    (more->side == ComparedSide::kPlain ? plain : accelerated) += more->text;
    tokens += more->token_ms.size();
  }
  const ComparedPair& pair = finished.result.pairs.front();
  EXPECT_EQ(plain, pair.plain.text);
  EXPECT_EQ(accelerated, pair.accelerated.text);
  EXPECT_EQ(tokens, pair.plain.token_ms.size() + pair.accelerated.token_ms.size());
}

TEST_F(ComparisonTest, a_set_takes_turns_and_an_answer_asked_meanwhile_is_given) {
  Client client(data_.path());
  client.post(OpenModel{test::starter_gguf().string()});
  client.post(compare_set(4));
  EXPECT_EQ(client.next<ComparisonStarted>().prompts, 4);
  client.next<ComparedAnswerStarted>();
  SendMessage message;
  message.text = "Hello";
  client.post(message);
  EXPECT_EQ(client.next<AnswerFinished>().answer.status, MessageStatus::kComplete);
  const auto finished = client.next<ComparisonFinished>();
  EXPECT_EQ(finished.result.summary.prompts, 4);
  EXPECT_EQ(finished.result.summary.identical, 4);
  EXPECT_EQ(finished.result.summary.prompt, "prompts.jsonl");
  std::vector<ComparedSide> first;
  for (const Event& event : client.seen)
    if (const auto* started = std::get_if<ComparedAnswerStarted>(&event))
      if (started->first) first.push_back(started->side);
  using enum ComparedSide;
  EXPECT_EQ(first, (std::vector{kAccelerated, kPlain, kAccelerated, kPlain}));
}

TEST_F(ComparisonTest, a_stop_ends_it_in_the_middle_of_an_answer) {
  Client client(data_.path());
  client.post(OpenModel{endless_model()});
  client.post(endless());
  client.next<ComparedTextAppended>();
  client.post(StopComparison{});
  EXPECT_EQ(client.next<ComparisonFailed>().error.kind, ErrorKind::kInterrupted);
  client.post(ListComparisons{});
  EXPECT_THAT(client.next<ComparisonsListed>().comparisons, SizeIs(0));
}

TEST_F(ComparisonTest, pairs_of_a_stopped_set_are_kept) {
  Client client(data_.path());
  client.post(OpenModel{test::starter_gguf().string()});
  client.post(compare_set(500));
  client.next<ComparedPairFinished>();
  client.post(StopComparison{});
  const auto finished = client.next<ComparisonFinished>();
  EXPECT_GE(finished.result.summary.prompts, 1);
  EXPECT_LT(finished.result.summary.prompts, 500);
}

TEST_F(ComparisonTest, closing_does_not_wait_for_its_end) {
  Client client(data_.path());
  client.post(OpenModel{endless_model()});
  client.post(endless());
  client.next<ComparedTextAppended>();
  client.close();
}

TEST_F(ComparisonTest, another_model_ends_it) {
  Client client(data_.path());
  client.post(OpenModel{test::starter_gguf().string()});
  client.post(compare_set(500));
  client.next<ComparedAnswerStarted>();
  client.post(OpenModel{test::stories_gguf().string()});
  EXPECT_THAT(client.next<ComparisonFailed>().error.message, HasSubstr("compare again"));
  client.next<ModelOpened>();
}

TEST_F(ComparisonTest, without_a_model_or_beside_another_it_is_refused) {
  Client client(data_.path());
  client.post(compare("Hello"));
  const auto refused = client.next<ComparisonFailed>();
  EXPECT_EQ(refused.request, 7u);
  EXPECT_THAT(refused.error.message, HasSubstr("no model is open"));
  client.post(OpenModel{endless_model()});
  client.post(endless());
  client.post(compare("Hello"));
  EXPECT_THAT(client.next<ComparisonFailed>().error.message, HasSubstr("runs already"));
  client.next<ComparedTextAppended>();
  client.post(StopComparison{});
  EXPECT_EQ(client.next<ComparisonFailed>().error.kind, ErrorKind::kInterrupted);
}

TEST_F(ComparisonTest, comparisons_are_listed_opened_exported_and_deleted) {
  Client client(data_.path());
  client.post(OpenModel{test::starter_gguf().string()});
  client.post(compare("Hello"));
  const auto finished = client.next<ComparisonFinished>();
  client.post(ListComparisons{});
  const auto listed = client.next<ComparisonsListed>();
  ASSERT_THAT(listed.comparisons, SizeIs(1));
  EXPECT_EQ(listed.comparisons.front(), finished.result.summary);
  const ComparisonId id = finished.result.summary.id;
  client.post(OpenComparison{id});
  const auto opened = client.next<ComparisonOpened>();
  EXPECT_EQ(opened.result.summary, finished.result.summary);
  EXPECT_EQ(opened.result.pairs.front().plain.text, finished.result.pairs.front().plain.text);

  const auto path = data_.path() / "out.csv";
  client.post(ExportComparison{id, ComparisonFormat::kCsv, path.string()});
  EXPECT_EQ(client.next<ComparisonExported>().error, std::nullopt);
  EXPECT_THAT(read_text_file(path).value(), HasSubstr("\"Hello\",yes"));
  client.post(ExportComparison{id, ComparisonFormat::kJson, (data_.path() / "no" / "x").string()});
  EXPECT_EQ(client.next<ComparisonExported>().error->kind, ErrorKind::kIo);

  client.post(DeleteComparison{id});
  EXPECT_EQ(client.next<ComparisonDeleted>().id, id);
  client.post(OpenComparison{id});
  EXPECT_THAT(client.next<Failed>().error.message, HasSubstr("no comparison"));
}

TEST_F(ComparisonTest, prompts_that_cannot_be_read_say_so) {
  Client client(data_.path());
  client.post(OpenModel{test::starter_gguf().string()});
  Compare command = compare_set(1);
  command.prompts = (data_.path() / "missing.jsonl").string();
  client.post(command);
  EXPECT_THAT(client.next<ComparisonFailed>().error.message, HasSubstr("missing.jsonl"));
}

}  // namespace
}  // namespace canter::engine
