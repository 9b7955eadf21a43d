#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/engine/client.h"
#include "engine/session/statistics.h"
#include "remote/keys.h"
#include "support/fault_server.h"
#include "support/temporary_directory.h"

namespace canter::test {
namespace {

using namespace engine;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string event(const nlohmann::json& delta) {
  return "data: " + nlohmann::json({{"choices", {{{"delta", delta}}}}}).dump() + "\n\n";
}

std::string answer_of(const std::string& events) {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" + events;
}

const std::string kEnd =
    "data: {\"choices\": [{\"delta\": {}, \"finish_reason\": \"stop\"}]}\n\n"
    "data: {\"choices\": [], \"usage\": {\"prompt_tokens\": 12, \"completion_tokens\": 7}}\n\n"
    "data: [DONE]\n\n";

/// An engine, and a server that says what it is told to.
class Elsewhere : public testing::Test {
 protected:
  void serve(HttpScript script) {
    server_ = std::make_unique<FaultServer>([script](const HttpQuestion& question) {
      if (question.target == "/v1/models")
        return HttpScript{http_answer(200, "", R"({"data": [{"id": "one"}, {"id": "two"}]})")};
      return script;
    });
  }
  std::string source(const std::string& name = "one") const {
    return server_->address() + "/v1#" + name;
  }
  ModelOpened open() {
    client_.post(OpenModel{source()});
    return client_.next<ModelOpened>();
  }
  AnswerFinished ask(const std::string& text, std::optional<ConversationId> conversation = {}) {
    client_.post(SendMessage{.conversation = conversation, .text = text, .settings = {}});
    return client_.next<AnswerFinished>();
  }
  /// With a key.
  void add_and_forget_a_model() {
    client_.post(AddServerModel{{.address = server_->address(), .key = "secret-1"}, "one"});
    const auto listed = client_.next<ModelsListed>().models;
    const auto model = std::ranges::find(listed, source(), &ListedModel::path);
    ASSERT_NE(model, listed.end());
    client_.post(ForgetModel{*model->id});
  }
  std::vector<std::string> bytes_of_database() {
    client_.close();
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.path())) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return files;
  }

  TemporaryDirectory folder_;
  std::shared_ptr<remote::Keys> keys_ = remote::session_keys();
  std::unique_ptr<FaultServer> server_;
  Client client_{EngineOptions{.data_dir = folder_.path(), .threads = 2, .keys = keys_}};
};

TEST_F(Elsewhere, a_model_is_asked_for_nothing_before_the_first_question) {
  serve({});
  const ModelOpened opened = open();
  EXPECT_EQ(opened.model.name, "one");
  EXPECT_EQ(opened.model.path, source());
  ASSERT_TRUE(opened.model.elsewhere);
  EXPECT_TRUE(opened.model.elsewhere->this_computer);
  EXPECT_FALSE(opened.acceleration.available);
  EXPECT_EQ(opened.generator, nullptr);
  EXPECT_THAT(server_->questions(), IsEmpty());
}

TEST_F(Elsewhere, a_conversation_is_kept_as_any_other) {
  serve({answer_of(event({{"reasoning_content", "Hm."}}) + event({{"content", "für "}}) +
                   event({{"content", "日本"}}) + kEnd)});
  open();
  const AnswerFinished finished = ask("Hello?");
  EXPECT_EQ(finished.answer.status, MessageStatus::kComplete);
  EXPECT_EQ(finished.answer.content, "für 日本");
  EXPECT_EQ(finished.answer.thinking, "Hm.");
  EXPECT_EQ(finished.answer.model, "one");
  EXPECT_EQ(finished.answer.model_path, source());
  EXPECT_EQ(finished.statistics.prompt_tokens, 12);
  EXPECT_EQ(finished.statistics.generated, 7);
  EXPECT_EQ(client_.streamed(finished.answer.id), "für 日本");
  const ConversationId conversation = finished.answer.conversation;
  ask("And then?", conversation);
  const auto asked = nlohmann::json::parse(server_->questions().at(1).body);
  EXPECT_EQ(asked["model"], "one");
  EXPECT_FALSE(asked.contains("temperature"));
  ASSERT_EQ(asked["messages"].size(), 3u);
  EXPECT_EQ(asked["messages"][1]["content"], "für 日本");
  client_.post(OpenConversation{conversation});
  const auto opened = client_.next<ConversationOpened>();
  EXPECT_EQ(opened.conversation.model, source());
  EXPECT_EQ(opened.branch.at(1).content, "für 日本");
}

TEST_F(Elsewhere, what_a_chat_says_of_sampling_is_told_and_nothing_else) {
  serve({answer_of(event({{"content", "a"}}) + kEnd)});
  open();
  ChatSettings chat;
  chat.system_prompt = "Be short.";
  chat.sampling.temperature = 0.5;
  chat.sampling.top_k = 5;
  chat.fixed_seed = true;
  chat.seed = 3;
  chat.max_tokens = 9;
  client_.post(SendMessage{.conversation = {}, .text = "Hello?", .settings = {}, .chat = chat});
  client_.next<AnswerFinished>();
  const auto asked = nlohmann::json::parse(server_->questions().at(0).body);
  EXPECT_EQ(asked["messages"][0]["role"], "system");
  EXPECT_EQ(asked["temperature"], 0.5);
  EXPECT_EQ(asked["seed"], 3);
  EXPECT_EQ(asked["max_tokens"], 9);
  EXPECT_FALSE(asked.contains("top_k"));
}

TEST_F(Elsewhere, thinking_that_comes_within_the_text_is_told_apart) {
  serve({answer_of(event({{"content", "<thi"}}) +
                   event({{"content", "nk>\nHm.\n</think>\n\nYes"}}) + kEnd)});
  open();
  const AnswerFinished finished = ask("Hello?");
  EXPECT_EQ(finished.answer.thinking, "Hm.");
  EXPECT_EQ(finished.answer.content, "Yes");
}

TEST_F(Elsewhere, a_failure_is_told_and_the_text_so_far_is_kept) {
  serve({answer_of(event({{"content", "so far"}}))});
  open();
  const AnswerFinished finished = ask("Hello?");
  EXPECT_EQ(finished.answer.status, MessageStatus::kFailed);
  EXPECT_THAT(finished.answer.error, HasSubstr("in the middle of the answer"));
  EXPECT_EQ(finished.answer.content, "so far");
  client_.post(OpenConversation{finished.answer.conversation});
  EXPECT_EQ(client_.next<ConversationOpened>().branch.at(1).content, "so far");
}

TEST_F(Elsewhere, a_stop_ends_the_answer_and_keeps_it) {
  HttpScript script{answer_of(event({{"content", "so far"}}))};
  script.hold = true;
  serve(script);
  open();
  client_.post(SendMessage{.conversation = {}, .text = "Hello?", .settings = {}});
  client_.next<TextAppended>();
  client_.post(StopAnswer{});
  const auto finished = client_.next<AnswerFinished>();
  EXPECT_EQ(finished.answer.status, MessageStatus::kStopped);
  EXPECT_EQ(finished.answer.content, "so far");
  client_.post(ContinueAnswer{finished.answer.id});
  const auto refused = client_.next<AnswerFinished>();
  EXPECT_EQ(refused.answer.content, "so far");
  EXPECT_THAT(refused.answer.error, HasSubstr("cannot go on"));
}

/// A keyring that nobody unlocks.
class LockedKeys : public remote::Keys {
 public:
  Result<std::string> find(const std::string&, const remote::ShouldStop& should_stop) override {
    return wait(should_stop);
  }
  Result<void> keep(const std::string&, const std::string&,
                    const remote::ShouldStop& should_stop) override {
    return propagate(wait(should_stop));
  }
  bool lasting() const override { return true; }

 private:
  static Result<std::string> wait(const remote::ShouldStop& should_stop) {
    while (!should_stop()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return fail(ErrorKind::kInterrupted, "stopped");
  }
};

TEST_F(Elsewhere, a_stop_ends_waiting_for_a_locked_keyring) {
  serve({answer_of(event({{"content", "a"}}) + kEnd)});
  client_.close();
  Client client(EngineOptions{.data_dir = folder_.path(),
                              .threads = 2,
                              .keys = remote::keys_in(std::make_shared<LockedKeys>())});
  client.post(OpenModel{source()});
  client.next<ModelOpened>();
  client.post(SendMessage{.conversation = {}, .text = "Hello?", .settings = {}});
  client.next<TurnAdded>();
  client.post(StopAnswer{});
  EXPECT_EQ(client.next<AnswerFinished>().answer.status, MessageStatus::kStopped);
  EXPECT_THAT(server_->questions(), IsEmpty()) << "nothing is sent any more";
}

TEST_F(Elsewhere, the_key_goes_to_its_server_and_is_in_no_file) {
  serve({answer_of(event({{"content", "a"}}) + kEnd)});
  const std::string address = server_->address();
  client_.post(ListServerModels{{.address = address, .key = "secret-1"}, 1});
  const auto listed = client_.next<ServerModelsListed>();
  EXPECT_THAT(listed.models, ElementsAre("one", "two"));
  EXPECT_EQ(keys_->find(address), "");
  client_.post(AddServerModel{{.address = address, .key = "secret-1"}, "one"});
  const auto added = client_.next<ServerModelAdded>();
  EXPECT_EQ(added.source, source());
  EXPECT_FALSE(added.key_lasting);
  const auto models = client_.next<ModelsListed>().models;
  const auto is_there = [&](const ListedModel& model) {
    return model.path == source() && model.facts.name == "one" && model.elsewhere;
  };
  EXPECT_TRUE(std::ranges::any_of(models, is_there));
  open();
  ask("Hello?");
  for (const HttpQuestion& question : server_->questions())
    EXPECT_EQ(question.header("authorization"), "Bearer secret-1");
  for (const std::string& file : bytes_of_database())
    EXPECT_EQ(file.find("secret-1"), std::string::npos);
}

TEST_F(Elsewhere, the_key_is_forgotten_with_the_servers_last_model) {
  serve({});
  const std::string address = server_->address();
  std::map<std::string, std::int64_t> ids;
  for (const char* name : {"one", "two"}) {
    client_.post(AddServerModel{{.address = address, .key = "secret-1"}, name});
    for (const ListedModel& model : client_.next<ModelsListed>().models)
      if (model.id) ids[model.facts.name] = *model.id;
  }
  client_.post(ForgetModel{ids.at("one")});
  client_.next<ModelsListed>();
  EXPECT_EQ(keys_->find(address), "secret-1");
  client_.post(ForgetModel{ids.at("two")});
  client_.next<ModelsListed>();
  // The removal may be undone.
  EXPECT_EQ(keys_->find(address), "secret-1");
  client_.post(ForgetKeys{});
  client_.post(ListModels{});
  client_.next<ModelsListed>();
  EXPECT_EQ(keys_->find(address), "");
}

TEST_F(Elsewhere, the_key_is_forgotten_at_the_latest_when_the_program_ends) {
  serve({});
  const std::string address = server_->address();
  ASSERT_NO_FATAL_FAILURE(add_and_forget_a_model());
  client_.next<ModelsListed>();
  EXPECT_EQ(keys_->find(address), "secret-1");
  client_.close();
  EXPECT_EQ(keys_->find(address), "");
}

TEST_F(Elsewhere, the_key_is_there_for_a_model_that_came_back) {
  serve({});
  const std::string address = server_->address();
  ASSERT_NO_FATAL_FAILURE(add_and_forget_a_model());
  client_.post(AddModel{source(), "one", {}});
  client_.post(ForgetKeys{});
  for (int i = 0; i < 2; ++i) client_.next<ModelsListed>();
  client_.post(ListModels{});
  client_.next<ModelsListed>();
  EXPECT_EQ(keys_->find(address), "secret-1");
}

TEST_F(Elsewhere, the_key_may_be_in_a_file_or_a_variable) {
  serve({answer_of(event({{"content", "a"}}) + kEnd)});
  const std::string file = (folder_.path() / "key").string();
  std::ofstream(file) << "from-file\n";
  client_.post(AddServerModel{
      {.address = server_->address(), .settings = {.key_variable = "", .key_file = file}}, "one"});
  client_.next<ServerModelAdded>();
  open();
  ask("Hello?");
  EXPECT_EQ(server_->questions().back().header("authorization"), "Bearer from-file");
  client_.post(AddServerModel{
      {.address = server_->address(), .settings = {.key_variable = "CANTER_TEST_NO_KEY"}}, "one"});
  client_.next<ServerModelAdded>();
  EXPECT_THAT(ask("Hello?").answer.error, HasSubstr("CANTER_TEST_NO_KEY"));
}

TEST_F(Elsewhere, an_address_that_is_none_or_has_nobody_is_named) {
  client_.post(ListServerModels{{.address = "ftp://example.org"}, 1});
  EXPECT_EQ(client_.next<ServerModelsListed>().error->kind, ErrorKind::kUsage);
  serve({});
  const std::string address = server_->address();
  server_.reset();
  client_.post(ListServerModels{{.address = address}, 2});
  const auto listed = client_.next<ServerModelsListed>();
  EXPECT_EQ(listed.request, 2u);
  EXPECT_THAT(listed.error->message, HasSubstr("nobody answers there"));
}

TEST_F(Elsewhere, the_model_that_was_open_last_may_be_one_of_a_server) {
  serve({});
  open();
  client_.post(OpenModel{});
  EXPECT_EQ(client_.next<ModelOpened>().model.path, source());
  client_.post(OpenModel{"starter"});
  const auto own = client_.next<ModelOpened>();
  EXPECT_FALSE(own.model.elsewhere);
  EXPECT_NE(own.generator, nullptr);
}

}  // namespace
}  // namespace canter::test
