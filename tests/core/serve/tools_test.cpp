#include "core/serve/serve_support.h"

namespace canter::test {
namespace {

using testing::SizeIs;

/// A model of random weights: what it answers is forced by grammars.
class Tools : public ServeTest {
 protected:
  void SetUp() override { start(noise()); }

  static Json request(const Json& more) {
    const Json parameters = {{"type", "object"},
                             {"properties", {{"city", {{"enum", {"Rome", "Oslo"}}}}}},
                             {"required", {"city"}},
                             {"additionalProperties", false}};
    const Json tool = {{"type", "function"},
                       {"function", {{"name", "weather"}, {"parameters", parameters}}}};
    Json request =
        chat_request("Is it warm?", {{"tools", Json::array({tool})}, {"max_tokens", 400}});
    request.update(more);
    return request;
  }
};

void expect_call(const Json& call) {
  EXPECT_EQ(call["type"], "function");
  EXPECT_EQ(call["function"]["name"], "weather");
  const Json arguments = Json::parse(call["function"]["arguments"].get<std::string>());
  EXPECT_THAT((std::vector<Json>{"Rome", "Oslo"}), testing::Contains(arguments["city"]));
}

TEST_F(Tools, a_call_can_be_forced) {
  for (const Json& choice :
       {Json("required"), Json{{"type", "function"}, {"function", {{"name", "weather"}}}}}) {
    const Json reply = ask("/v1/chat/completions", request({{"tool_choice", choice}}));
    const Json& answer = reply["choices"][0];
    EXPECT_EQ(answer["finish_reason"], "tool_calls");
    EXPECT_EQ(answer["message"]["content"], nullptr);
    ASSERT_THAT(answer["message"]["tool_calls"], SizeIs(1)) << reply;
    expect_call(answer["message"]["tool_calls"][0]);
  }
}

TEST_F(Tools, calls_come_in_streams) {
  const auto chunks = stream("/v1/chat/completions", request({{"tool_choice", "required"}}));
  Json calls = Json::array();
  for (const Json& chunk : chunks)
    for (const Json& call : chunk["choices"][0]["delta"].value("tool_calls", Json::array()))
      calls.push_back(call);
  ASSERT_THAT(calls, SizeIs(1));
  EXPECT_EQ(calls[0]["index"], 0);
  expect_call(calls[0]);
  EXPECT_EQ(chunks.back()["choices"][0]["finish_reason"], "tool_calls");
}

TEST_F(Tools, a_conversation_goes_on_with_what_a_tool_said) {
  Json said = request({{"tool_choice", "none"}, {"max_tokens", 3}});
  said["messages"].push_back(Json::parse(
      R"({"role": "assistant", "content": null, "tool_calls": [{"id": "c1", "type": "function",
          "function": {"name": "weather", "arguments": "{\"city\": \"Rome\"}"}}]})"));
  said["messages"].push_back({{"role", "tool"}, {"tool_call_id", "c1"}, {"content", "24 degrees"}});
  EXPECT_EQ(ask("/v1/chat/completions", said)["choices"][0]["finish_reason"], "length");
}

TEST_F(Tools, are_told_to_the_model) {
  const Json with = ask("/v1/chat/completions", request({{"max_tokens", 1}}));
  const Json without =
      ask("/v1/chat/completions", request({{"max_tokens", 1}, {"tool_choice", "none"}}));
  EXPECT_GT(with["usage"]["prompt_tokens"].get<int>(),
            without["usage"]["prompt_tokens"].get<int>() + 20);
}

TEST_F(Tools, ollama_takes_them_too) {
  Json asked = request({{"stream", false}});
  asked.erase("temperature");
  asked.erase("max_tokens");
  asked["options"] = {{"num_predict", 3}, {"temperature", 0}};
  const Json reply = ask("/api/chat", asked);
  EXPECT_EQ(reply["message"]["role"], "assistant");
  EXPECT_EQ(ask("/api/show", {{"model", "noise"}})["capabilities"],
            Json::array({"completion", "tools"}));
}

TEST_F(Tools, any_json_object_is_one) {
  Json asked =
      chat_request("x", {{"response_format", {{"type", "json_object"}}}, {"max_tokens", 1500}});
  const Json reply = ask("/v1/chat/completions", asked);
  if (reply["choices"][0]["finish_reason"] == "stop") {
    EXPECT_TRUE(
        Json::parse(reply["choices"][0]["message"]["content"].get<std::string>()).is_object());
  }
}

}  // namespace
}  // namespace canter::test
