#include <gmock/gmock.h>

#include <fstream>

#include "client.h"
#include "engine/models/drafting.h"
#include "store/store.h"
#include "support/reference_results.h"
#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

using test::Client;

class TuningTest : public testing::Test {
 protected:
  TuningTest() {
    std::ofstream file(prompts_);
    for (const char* text :
         {"Hello", "Book a table for two", "How do I open a model?", "What can you do?",
          "I need a train to Cambridge", "Thank you", "Find a hotel", "Tell me a joke"})
      file << "{\"messages\": [{\"role\": \"user\", \"content\": \"" << text << "\"}]}\n";
  }
  TuningWish wish(double minutes = 0.05) const {
    return {.minutes = minutes, .own_prompts = false, .prompts = prompts_.string()};
  }
  static void open(Client& client) {
    client.post(OpenModel{"starter"});
    client.next<ModelOpened>();
  }

  test::TemporaryDirectory data_;
  std::filesystem::path prompts_ = data_.path() / "prompts.jsonl";
};

TEST_F(TuningTest, a_plan_says_what_it_will_take) {
  Client client(data_.path());
  open(client);
  client.post(PlanTuning{wish(0)});
  const auto plan = client.next<TuningPlanned>();
  EXPECT_EQ(plan.prompts, 8);
  EXPECT_EQ(plan.own_prompts, 0);
  EXPECT_GE(plan.minutes, 3);
  EXPECT_LE(plan.minutes, 60);
  EXPECT_EQ(plan.answers, 8);
  EXPECT_GT(plan.groups_per_second, 0);
  EXPECT_GT(plan.memory, 1u << 20);
  EXPECT_LT(plan.memory, 2'000'000'000u);
  EXPECT_FALSE(plan.resumable);
}

TEST_F(TuningTest, the_prompts_that_come_with_canter_serve_without_others) {
  Client client(data_.path());
  open(client);
  client.post(PlanTuning{});
  EXPECT_GE(client.next<TuningPlanned>().prompts, 400);
}

TEST_F(TuningTest, is_refused_without_a_model_and_without_prompts) {
  Client client(data_.path());
  client.post(StartTuning{wish()});
  EXPECT_THAT(client.next<TuningRefused>().error.message, testing::HasSubstr("no model is open"));
  open(client);
  client.post(PlanTuning{{.prompts = (data_.path() / "none.jsonl").string()}});
  EXPECT_THAT(client.next<TuningRefused>().error.message, testing::HasSubstr("none.jsonl"));
}

TEST_F(TuningTest, makes_an_adapter_and_tells_what_it_gains) {
  Client client(data_.path());
  open(client);
  client.post(StartTuning{wish()});
  EXPECT_EQ(client.next<TuningStarted>().minutes, 0.05);
  const auto finished = client.next<TuningFinished>();
  EXPECT_GT(finished.tokens_per_step, 0);
  EXPECT_GT(finished.speedup, 0);
  EXPECT_GT(finished.speedup_before, 0);
  EXPECT_EQ(finished.adopted, finished.speedup > 1 && finished.speedup > finished.speedup_before);
  bool measured = false;
  for (const Event& event : client.seen)
    if (const auto* now = std::get_if<TuningProgressed>(&event)) {
      EXPECT_GE(now->done, 0);
      EXPECT_LE(now->done, 1);
      measured |= now->tokens_per_step > 0;
    }
  EXPECT_TRUE(measured) << "unseen prompts are measured on the way";
  Store store = Store::open(data_.path()).value();
  const auto adapters = store.adapters(finished.fingerprint).value();
  ASSERT_EQ(adapters.size(), 1u);
  const Model model = Model::open(test::starter_gguf()).value();
  EXPECT_EQ(find_adapter(model, &store).path == std::filesystem::path(adapters[0].path),
            finished.adopted)
      << "one that does not pay is kept, and not used";
  client.post(PlanTuning{wish()});
  EXPECT_FALSE(client.next<TuningPlanned>().resumable);
}

TEST_F(TuningTest, cancelled_it_can_go_on_with_what_it_was_begun_with) {
  Client client(data_.path());
  open(client);
  client.post(StartTuning{wish(10)});
  client.next<TuningStarted>();
  client.next<TuningProgressed>();
  client.post(CancelTuning{});
  EXPECT_TRUE(client.next<TuningEnded>().cancelled);
  client.post(PlanTuning{wish()});
  EXPECT_TRUE(client.next<TuningPlanned>().resumable);
  client.post(StartTuning{.wish = wish(5), .resume = true});
  EXPECT_EQ(client.next<TuningStarted>().minutes, 10);
  client.next<TuningProgressed>();
}

TEST_F(TuningTest, ends_with_the_program_even_when_it_is_paused) {
  {
    Client client(data_.path());
    open(client);
    client.post(StartTuning{wish(10)});
    client.next<TuningProgressed>();
    client.post(PauseTuning{});
    EXPECT_TRUE(client.next<TuningPaused>().paused);
  }
  Client later(data_.path());
  open(later);
  later.post(PlanTuning{wish()});
  EXPECT_TRUE(later.next<TuningPlanned>().resumable);
}

TEST_F(TuningTest, answers_are_given_meanwhile) {
  Client client(data_.path());
  open(client);
  client.post(StartTuning{wish(10)});
  client.next<TuningProgressed>();
  client.post(StartTuning{wish()});
  EXPECT_THAT(client.next<TuningRefused>().error.message, testing::HasSubstr("already"));
  SendMessage message;
  message.text = "Hello";
  client.post(message);
  const auto answered = client.next<AnswerFinished>();
  EXPECT_EQ(answered.answer.status, MessageStatus::kComplete);
  EXPECT_FALSE(answered.answer.content.empty());
  client.next<TuningProgressed>();
}

TEST_F(TuningTest, the_model_it_was_begun_for_may_be_closed) {
  Client client(data_.path());
  open(client);
  client.post(StartTuning{wish()});
  client.next<TuningStarted>();
  client.post(OpenModel{test::stories_gguf().string()});
  client.next<ModelOpened>();
  EXPECT_EQ(client.next<TuningFinished>().model, "Canter starter");
}

TEST_F(TuningTest, somebody_elses_adapter_is_measured_and_used_only_if_it_is_faster) {
  const Model model = Model::open(test::starter_gguf()).value();
  const std::string& fingerprint = model.summary().fingerprint;
  const std::string theirs = (data_.path() / "theirs.safetensors").string();
  std::filesystem::copy_file(*own_adapter(fingerprint), theirs);
  Client client(data_.path());
  client.post(TryAdapter{theirs});
  EXPECT_THAT(client.next<TuningRefused>().error.message, testing::HasSubstr("no model is open"));
  open(client);
  client.post(TryAdapter{theirs});
  EXPECT_EQ(client.next<TuningStarted>().fingerprint, fingerprint);
  EXPECT_EQ(client.next<TuningProgressed>().phase, TuningPhase::kMeasuring);
  const auto finished = client.next<TuningFinished>();
  EXPECT_GT(finished.speedup, 0);
  EXPECT_GT(finished.speedup_before, 0);
  EXPECT_EQ(finished.adopted, finished.speedup > 1 && finished.speedup > finished.speedup_before);
  Store store = Store::open(data_.path()).value();
  const auto known = store.adapters(fingerprint).value();
  ASSERT_EQ(known.size(), 1u);
  EXPECT_EQ(known[0].path, theirs);
  EXPECT_EQ(is_set_aside(known[0]), !finished.adopted);
}

TEST_F(TuningTest, somebody_elses_adapter_that_does_not_fit_is_refused_and_forgotten) {
  const std::string theirs = (data_.path() / "theirs.safetensors").string();
  std::ofstream(theirs) << "no adapter";
  Client client(data_.path());
  open(client);
  client.post(TryAdapter{theirs});
  const auto ended = client.next<TuningEnded>();
  EXPECT_FALSE(ended.cancelled);
  EXPECT_THAT(ended.error.message, testing::HasSubstr("theirs.safetensors"));
  Store store = Store::open(data_.path()).value();
  const Model model = Model::open(test::starter_gguf()).value();
  EXPECT_TRUE(store.adapters(model.summary().fingerprint).value().empty());
}

TEST_F(TuningTest, a_folder_that_cannot_be_written_ends_it_with_a_message) {
  std::ofstream(data_.path() / "adapters") << "a file in the way";
  Client client(data_.path());
  open(client);
  client.post(StartTuning{wish()});
  EXPECT_THAT(client.next<TuningRefused>().error.message, testing::HasSubstr("adapters"));
}

}  // namespace
}  // namespace canter::engine
