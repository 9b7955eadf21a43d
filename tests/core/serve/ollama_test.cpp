#include "core/serve/serve_support.h"

namespace canter::test {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

class Ollama : public ServeTest {
 protected:
  static Json chat(const Json& more) {
    Json request = {
        {"model", "starter-f32:latest"},
        {"messages", Json::array({{{"role", "user"}, {"content", "Hello, who are you?"}}})},
        {"options", {{"temperature", 0}, {"num_predict", 20}}}};
    if (!more.is_null()) request.update(more);
    return request;
  }
  static Json prompt(const Json& more) {
    Json request = {{"prompt", "Hello, who are you?"},
                    {"stream", false},
                    {"options", {{"temperature", 0}, {"num_predict", 20}}}};
    if (!more.is_null()) request.update(more);
    return request;
  }
};

TEST_F(Ollama, chats_come_line_by_line_unless_asked_otherwise) {
  const auto documents = lines("/api/chat", chat({}));
  const Json whole = ask("/api/chat", chat({{"stream", false}}));
  std::string text;
  for (const Json& line : documents) text += line["message"]["content"].get<std::string>();
  EXPECT_EQ(text, whole["message"]["content"]);
  EXPECT_EQ(documents.front()["done"], false);
  for (const Json& last : {documents.back(), whole}) {
    EXPECT_EQ(last["done"], true);
    EXPECT_THAT((std::vector<Json>{"stop", "length"}), testing::Contains(last["done_reason"]));
    for (const char* figure : {"total_duration", "load_duration", "prompt_eval_count",
                               "prompt_eval_duration", "eval_count", "eval_duration"})
      EXPECT_TRUE(last[figure].is_number_integer()) << figure;
    EXPECT_GT(last["total_duration"], last["eval_duration"]);
  }
}

TEST_F(Ollama, prompts_are_chats_unless_they_are_raw) {
  const Json reply = ask("/api/generate", prompt({}));
  EXPECT_EQ(reply["response"], ask("/api/chat", chat({{"stream", false}}))["message"]["content"]);
  const Json raw = ask("/api/generate", prompt({{"raw", true}}));
  EXPECT_LT(raw["prompt_eval_count"], reply["prompt_eval_count"]);
  const Json told = ask("/api/generate", prompt({{"system", "You are a parrot."}}));
  EXPECT_GT(told["prompt_eval_count"], reply["prompt_eval_count"]);
}

TEST_F(Ollama, keep_to_a_form) {
  const Json schema = {{"type", "object"},
                       {"properties", {{"ok", {{"type", "boolean"}}}}},
                       {"required", {"ok"}},
                       {"additionalProperties", false}};
  const Json reply =
      ask("/api/generate", prompt({{"format", schema}, {"options", Json::object()}}));
  EXPECT_TRUE(Json::parse(reply["response"].get<std::string>())["ok"].is_boolean());
}

TEST_F(Ollama, an_empty_request_has_the_model_opened) {
  EXPECT_EQ(ask("/api/generate", {{"model", "starter-f32"}})["done_reason"], "load");
  EXPECT_EQ(ask("/api/chat", {{"model", "starter-f32"}})["done_reason"], "load");
}

TEST_F(Ollama, tell_of_the_model) {
  const Json tags = Json::parse(get("/api/tags")->body);
  ASSERT_THAT(tags["models"], SizeIs(1));
  EXPECT_EQ(tags["models"][0]["name"], "starter-f32:latest");
  EXPECT_EQ(tags["models"][0]["details"]["format"], "gguf");
  EXPECT_EQ(Json::parse(get("/api/ps")->body)["models"][0]["model"], "starter-f32:latest");
  EXPECT_EQ(Json::parse(get("/api/version")->body)["version"], "1.2.3");
  const Json shown = ask("/api/show", {{"model", "starter-f32"}});
  EXPECT_THAT(shown["capabilities"], testing::Contains("completion"));
  EXPECT_TRUE(shown["model_info"].contains("general.architecture"));
}

TEST_F(Ollama, name_what_is_wrong) {
  const auto wrong = [&](const Json& more) {
    return error(400, "/api/generate", prompt(more)).get<std::string>();
  };
  EXPECT_THAT(wrong({{"options", {{"num_gpu", 1}}}}), HasSubstr("`options.num_gpu`"));
  EXPECT_THAT(wrong({{"options", {{"num_ctx", 100000000}}}}), HasSubstr("`options.num_ctx`"));
  EXPECT_THAT(wrong({{"suffix", "x"}}), HasSubstr("`suffix`"));
  EXPECT_THAT(wrong({{"images", Json::array({"x"})}}), HasSubstr("`images`"));
  EXPECT_THAT(wrong({{"format", "xml"}}), HasSubstr("`format`"));
  EXPECT_THAT(wrong({{"think", true}}), HasSubstr("`think`"));
  EXPECT_THAT(wrong({{"keep_alive", 0}}), HasSubstr("`keep_alive`"));
  EXPECT_THAT(error(404, "/api/chat", {{"model", "llama3"}}).get<std::string>(),
              HasSubstr("llama3"));
  EXPECT_THAT(error(501, "/api/pull", {{"model", "llama3"}}).get<std::string>(),
              HasSubstr("one model"));
  EXPECT_EQ(error(404, "/api/blobs/x", Json::object()).is_string(), true);
}

}  // namespace
}  // namespace canter::test
