#include "engine/models/drafting.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <future>
#include <utility>

#include "client.h"
#include "decode/draft/sources/successor_table.h"
#include "store/store.h"
#include "support/environment.h"
#include "support/reference_results.h"
#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

using test::Client;

class DraftingTest : public testing::Test {
 protected:
  Store store() { return Store::open(data_.path()).value(); }
  void remember(const std::filesystem::path& adapter) {
    AdapterRecord record;
    record.path = adapter.string();
    record.fingerprint = model_.summary().fingerprint;
    ASSERT_TRUE(store().remember_adapter(record));
  }
  static SendMessage message(const std::string& text, std::optional<ConversationId> to = {}) {
    SendMessage send;
    send.conversation = to;
    send.text = text;
    send.settings.emplace();
    return send;
  }

  test::TemporaryDirectory data_;
  Model model_ = Model::open(test::starter_gguf()).value();
};

TEST_F(DraftingTest, an_adapter_that_the_database_knows_is_used) {
  remember(test::starter_adapter());
  Client client(data_.path());
  client.post(OpenModel{"starter"});
  const auto opened = client.next<ModelOpened>();
  EXPECT_TRUE(opened.acceleration.available);
  EXPECT_TRUE(opened.acceleration.active);
  EXPECT_TRUE(opened.acceleration.adapter);
  EXPECT_EQ(opened.acceleration.reason, "");
}

TEST_F(DraftingTest, an_adapter_of_another_model_is_passed_over_and_named) {
  Adapter adapter = read_adapter(test::starter_adapter(), model_).value();
  adapter.fingerprint = "00112233445566778899aabbccddeeff";
  const auto path = data_.path() / "foreign.safetensors";
  ASSERT_TRUE(write_adapter(path, adapter, model_.plan()));
  Store known = store();
  AdapterRecord record;
  record.path = path.string();
  record.fingerprint = model_.summary().fingerprint;
  ASSERT_TRUE(known.remember_adapter(record));
  const auto choice = find_adapter(model_, &known);
  if (choice.adapter) {
    EXPECT_EQ(choice.path, own_adapter(model_.summary().fingerprint));
  } else {
    EXPECT_NE(choice.reason.find("another model"), std::string::npos) << choice.reason;
  }
  // A model of no known adapter says so.
  const Model stories = Model::open(test::stories_gguf()).value();
  EXPECT_EQ(find_adapter(stories, &known).reason, kNoAdapter);
}

TEST_F(DraftingTest, adapters_among_the_resources_belong_to_the_models_they_name) {
  const test::ClearedEnvironment cleared({"CANTER_RESOURCES"});
  test::set_environment("CANTER_RESOURCES", data_.path().string().c_str());
  EXPECT_EQ(own_adapter(model_.summary().fingerprint), std::nullopt) << "there is no folder";
  const Model stories = Model::open(test::stories_gguf()).value();
  const auto folder = data_.path() / "adapters";
  std::filesystem::create_directory(folder);
  std::ofstream(folder / "a-damaged.safetensors") << "nonsense";
  Adapter adapter;
  adapter.successors = SuccessorTable().to_bytes();
  for (const Model* model : std::initializer_list<const Model*>{&model_, &stories}) {
    adapter.fingerprint = model->summary().fingerprint;
    const auto path = folder / (adapter.fingerprint + ".safetensors");
    ASSERT_TRUE(write_adapter(path, adapter, model->plan()));
    EXPECT_EQ(own_adapter(adapter.fingerprint), path);
    const auto choice = find_adapter(*model, nullptr);
    EXPECT_EQ(choice.path, path);
    ASSERT_TRUE(choice.adapter) << choice.reason;
    EXPECT_EQ(*choice.adapter, adapter);
  }
  EXPECT_EQ(own_adapter(""), std::nullopt);
}

TEST_F(DraftingTest, the_starter_has_an_adapter_that_comes_with_the_program) {
  const auto choice = find_adapter(model_, nullptr);
  ASSERT_TRUE(choice.adapter) << choice.reason;
  EXPECT_EQ(choice.path.filename(), "starter.safetensors");
}

TEST_F(DraftingTest, what_was_learned_here_goes_before_what_an_adapter_brings) {
  ThreadPool pool(1);
  Store known = store();
  const std::vector<TokenId> prompt = {5, 6, 7};
  const auto learned = [&](TokenId token) {
    auto drafter = Drafter::create(model_, pool, std::nullopt).value();
    std::vector<float> logits(model_.plan().vocabulary);
    logits[token] = 99;
    drafter->learn_first(prompt, logits);
    return drafter;
  };
  const auto own = learned(42);
  ASSERT_TRUE(save_experience(experience_of(*own, /*whole=*/true), model_, 1, known));
  Adapter adapter;
  adapter.successors = learned(43)->successors();
  EXPECT_EQ(Drafter::create(model_, pool, adapter).value()->successors(), adapter.successors);
  const auto drafter = make_drafter(model_, pool, adapter, {}, TensorType::kF32, &known).value();
  EXPECT_EQ(drafter->successors(), own->successors());
}

TEST_F(DraftingTest, a_conversation_switched_off_is_decoded_plainly_with_the_same_text) {
  remember(test::starter_adapter());
  Client client(data_.path());
  client.post(OpenModel{"starter"});
  const std::string question = "Could you find me a table for two in Oakland?";
  client.post(message(question));
  const auto drafted = client.next<AnswerFinished>();

  client.post(message("Hello"));
  const ConversationId other = client.next<AnswerFinished>().answer.conversation;
  client.post(TrashConversation{other});
  Store known = store();
  const auto quiet = known.create_conversation().value();
  client.post(SetAccelerate{quiet.id, false});
  client.post(message(question, quiet.id));
  const auto plain = client.next<AnswerFinished>();
  EXPECT_EQ(plain.answer.content, drafted.answer.content);
  EXPECT_EQ(plain.statistics.steps, plain.statistics.generated - 1);
  EXPECT_EQ(plain.statistics.rows, plain.statistics.steps);
  EXPECT_TRUE(plain.acceleration.available);
  EXPECT_FALSE(plain.acceleration.active);
  EXPECT_EQ(plain.acceleration.reason, "") << "it is as wished";
}

TEST_F(DraftingTest, what_was_learned_is_there_the_next_time) {
  ThreadPool pool(1);
  Store known = store();
  const auto first = Drafter::create(model_, pool, std::nullopt).value();
  ASSERT_TRUE(first->pass_time().set(std::vector<double>(PassTime::kRows.size(), 7.0)));
  const std::vector<TokenId> prompt = {5, 6, 7};
  std::vector<float> logits(model_.plan().vocabulary);
  logits[42] = 9;
  first->learn_first(prompt, logits);
  ASSERT_TRUE(save_experience(experience_of(*first, /*whole=*/true), model_, 1, known));
  EXPECT_EQ(first->news(), 0);

  const auto made = [&](ThreadPool& threads) {
    return make_drafter(model_, threads, std::nullopt, {}, TensorType::kF32, &known).value();
  };
  const auto second = made(pool);
  EXPECT_EQ(second->pass_time().at(8, 0), 7.0);
  EXPECT_EQ(second->successors(), first->successors());
  ThreadPool two(2);
  const auto other_threads = made(two);
  EXPECT_NE(other_threads->pass_time().at(8, 0), 7.0);
  EXPECT_EQ(other_threads->successors(), first->successors()) << "threads change no text";
}

TEST_F(DraftingTest, a_damaged_file_of_successors_is_written_anew) {
  ThreadPool pool(1);
  Store known = store();
  const auto drafter = Drafter::create(model_, pool, std::nullopt).value();
  const std::vector<TokenId> prompt = {5, 6, 7};
  const std::vector<float> logits(model_.plan().vocabulary);
  const auto learn_and_save = [&] {
    drafter->learn_first(prompt, logits);
    ASSERT_TRUE(save_experience(experience_of(*drafter, /*whole=*/true), model_, 1, known));
  };
  learn_and_save();
  std::filesystem::path file;
  for (const auto& entry : std::filesystem::directory_iterator(data_.path() / "drafting"))
    file = entry.path();
  std::ofstream(file) << "nonsense";
  const auto made = [&] {
    return make_drafter(model_, pool, std::nullopt, {}, TensorType::kF32, &known);
  };
  EXPECT_TRUE(made());
  learn_and_save();
  EXPECT_EQ(made().value()->successors(), drafter->successors());
}

TEST_F(DraftingTest, the_switch_reaches_the_answer_that_is_being_drafted_alone) {
  Store known = store();
  const auto conversation = known.create_conversation().value();
  DraftSwitch draft_switch;
  draft_switch.set(conversation.id, false);
  EXPECT_TRUE(draft_switch.begin(conversation.id, known).value());
  draft_switch.set(conversation.id + 1, false);
  EXPECT_TRUE(draft_switch.wished());

  const auto generator =
      Generator::create(std::make_shared<Model>(Model::open(test::starter_gguf()).value()), {},
                        [&](ThreadPool& pool) {
                          return make_drafter(model_, pool, std::nullopt, {}, TensorType::kF32,
                                              &known);
                        })
          .value();
  const auto rows_and_steps = [&](const std::function<void(GenerationId)>& meanwhile) {
    std::promise<AnswerStatistics> end;
    GenerationSettings settings;
    settings.max_tokens = 60;
    settings.ignore_eos = true;
    // Whatever is wished in a visit is known before the answer begins.
    generator->visit([&](const GeneratorMeans&) {
      meanwhile(*generator->submit(
          {.prompt = {5, 6, 7, 5, 6, 7, 5, 6, 7}, .settings = settings},
          {.end = [&](Result<Answer> answer) { end.set_value(answer.value().statistics); }}));
    });
    const AnswerStatistics statistics = end.get_future().get();
    return std::pair(statistics.rows, statistics.steps);
  };
  const auto [rows, steps] = rows_and_steps([&](GenerationId answer) {
    draft_switch.follow(*generator, answer);
    draft_switch.set(conversation.id, false);
  });
  EXPECT_EQ(rows, steps);
  draft_switch.end();
  draft_switch.set(conversation.id, false);
  EXPECT_TRUE(draft_switch.wished());
}

}  // namespace
}  // namespace canter::engine
