#include "engine/models/draft_models.h"

#include <gmock/gmock.h>

#include "client.h"
#include "support/reference_results.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter::engine {
namespace {

class DraftModelsTest : public testing::Test {
 protected:
  std::filesystem::path write(const std::string& name, const test::TinyModel& shape) {
    const auto path = folder_.path() / (name + ".gguf");
    test::write_tiny_model(path, shape);
    return path;
  }
  static void rename_token(GgufContent& content) {
    for (auto& [key, value] : content.metadata)
      if (key == "tokenizer.ggml.tokens") std::get<GgufArray>(value.value).strings[260] = "bonjour";
  }
  std::filesystem::path large() { return write("large", {.layers = 24, .width = 128}); }

  test::TemporaryDirectory folder_;
};

TEST_F(DraftModelsTest, are_much_smaller_and_have_the_same_vocabulary) {
  const Model model = Model::open(large()).value();
  const auto small = write("small", {.layers = 2}), tiny = write("tiny", {.layers = 1});
  std::vector<DraftModel> known;
  for (const auto& path : {large(), small, write("half", {.layers = 12, .width = 128}),
                           write("foreign", {.layers = 1, .change = rename_token}), tiny})
    known.push_back({path.string(), "Tiny", std::filesystem::file_size(path)});
  known.push_back({(folder_.path() / "missing.gguf").string(), "Gone", 1});
  const auto found = find_draft_models(model, known, [] { return true; });
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].path, tiny) << "the smallest first";
  EXPECT_EQ(found[1].path, small);
  EXPECT_EQ(found[0].bytes, std::filesystem::file_size(tiny));
  EXPECT_EQ(found[0].name, "Tiny");
  int asked = 0;
  EXPECT_EQ(find_draft_models(model, known, [&] { return ++asked < 2; }).size(), 1u)
      << "it ends when told to";
}

TEST_F(DraftModelsTest, are_chosen_for_each_model) {
  Store store = Store::open(folder_.path()).value();
  EXPECT_EQ(chosen_draft_model("0123", store), "");
  ASSERT_TRUE(choose_draft_model("0123", "/models/a \"small\" one.gguf", store));
  EXPECT_EQ(chosen_draft_model("0123", store), "/models/a \"small\" one.gguf");
  EXPECT_EQ(chosen_draft_model("4567", store), "");
  ASSERT_TRUE(choose_draft_model("0123", "", store));
  EXPECT_EQ(chosen_draft_model("0123", store), "");
}

TEST_F(DraftModelsTest, are_opened_where_they_fit) {
  const Model model = Model::open(large()).value();
  const auto open = [&](const std::filesystem::path& path, std::uint64_t memory) {
    Model::Options options;
    options.available_memory = memory;
    return open_draft_model(path.string(), model, TensorType::kF32, options, nullptr);
  };
  const auto opened = open(write("small", {}), 0);
  ASSERT_TRUE(opened) << opened.error().message;
  const auto foreign = open(write("foreign", {.layers = 1, .change = rename_token}), 0);
  ASSERT_FALSE(foreign);
  EXPECT_THAT(foreign.error().message, testing::HasSubstr("cannot draft for \"Tiny\""));
  const auto cramped = open(write("small", {}), 1000);
  ASSERT_FALSE(cramped);
  EXPECT_EQ(cramped.error().kind, ErrorKind::kTooLarge);
}

/// An answer to "hello", with its statistics.
Message answer_of(const EngineOptions& options, const std::string& model) {
  test::Client client(options);
  client.post(OpenModel{model});
  (void)client.next<ModelOpened>();
  SendMessage message;
  message.text = "hello";
  message.settings.emplace();
  message.settings->max_tokens = 240;
  message.settings->ignore_eos = true;
  client.post(message);
  return client.next<AnswerFinished>().answer;
}

int drafted_by_model(const Message& answer) {
  const auto drafted = read_statistics(answer).drafted_by_source;
  const auto source = std::size_t(SourceId::kModel);
  return source < drafted.size() ? drafted[source] : 0;
}

// The starter drafts for itself: never worth it, but it is tried.
TEST_F(DraftModelsTest, draft_in_answers_where_they_were_named_or_chosen) {
  const std::string model = test::starter_gguf().string();
  const SourceSet alone = SourceSet().with(SourceId::kModel);
  const auto data = [&](const char* name) { return folder_.path() / name; };
  const auto options = [&](const char* name, SourceWish drafts) {
    return EngineOptions{.data_dir = data(name), .threads = 1, .drafts = std::move(drafts)};
  };
  const Message plain = answer_of(options("plain", {alone, ""}), model);
  EXPECT_EQ(drafted_by_model(plain), 0);
  const Message named = answer_of(options("named", {alone, model}), model);
  EXPECT_GT(drafted_by_model(named), 0);
  EXPECT_EQ(named.content, plain.content);
  {
    Store store = Store::open(data("chosen")).value();
    const std::string fingerprint = summarise_model(model).value().fingerprint;
    ASSERT_TRUE(choose_draft_model(fingerprint, model, store));
  }
  const Message chosen = answer_of(options("chosen", {alone, ""}), model);
  EXPECT_GT(drafted_by_model(chosen), 0);
  EXPECT_EQ(chosen.content, plain.content);
}

TEST_F(DraftModelsTest, are_found_and_chosen_while_a_model_is_open) {
  const auto model = large(), small = write("small", {.layers = 2});
  test::Client client({.data_dir = folder_.path() / "data", .threads = 1});
  client.post(FindDraftModels{});  // none is open yet: it finds nothing
  for (const auto& path : {model, small}) client.post(AddModel{path.string(), {}, {}});
  client.post(OpenModel{model.string()});
  EXPECT_EQ(client.next<ModelOpened>().acceleration.draft_model, "");
  client.post(FindDraftModels{});
  const auto found = client.next<DraftModelsFound>();
  EXPECT_EQ(found.fingerprint, summarise_model(model).value().fingerprint);
  ASSERT_EQ(found.models.size(), 1u);
  EXPECT_EQ(found.models[0].path, small.string());

  client.post(ChooseDraftModel{small.string()});
  EXPECT_EQ(client.next<AccelerationChanged>().acceleration.draft_model, small.string());
  client.post(OpenModel{model.string()});
  EXPECT_EQ(client.next<ModelOpened>().acceleration.draft_model, small.string());
  client.post(ChooseDraftModel{""});
  EXPECT_EQ(client.next<AccelerationChanged>().acceleration.draft_model, "");
}

TEST_F(DraftModelsTest, that_went_away_are_told_and_missed_by_nobody) {
  const auto model = large();
  test::Client client({.data_dir = folder_.path() / "data", .threads = 1});
  client.post(OpenModel{model.string()});
  (void)client.next<ModelOpened>();
  client.post(ChooseDraftModel{(folder_.path() / "gone.gguf").string()});
  EXPECT_THAT(client.next<Failed>().error.message, testing::HasSubstr("gone.gguf"));
  const Acceleration now = client.next<AccelerationChanged>().acceleration;
  EXPECT_EQ(now.draft_model, "");
  EXPECT_TRUE(now.available);
}

TEST_F(DraftModelsTest, that_are_of_no_use_keep_a_model_closed_only_where_they_were_named) {
  const auto model = large();
  const auto foreign = write("foreign", {.layers = 1, .change = rename_token});
  test::Client client(
      {.data_dir = folder_.path(), .threads = 1, .drafts = {SourceSet::all(), foreign.string()}});
  client.post(OpenModel{model.string()});
  EXPECT_THAT(client.next<ModelFailed>().error.message, testing::HasSubstr("cannot draft for"));
  Store store = Store::open(folder_.path()).value();
  ASSERT_TRUE(
      choose_draft_model(summarise_model(model).value().fingerprint, foreign.string(), store));
  test::Client other(folder_.path());
  other.post(OpenModel{model.string()});
  EXPECT_TRUE(other.next<ModelOpened>().acceleration.available);
}

}  // namespace
}  // namespace canter::engine
