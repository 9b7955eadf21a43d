#include "base/utf8.h"
#include "core/serve/serve_support.h"

namespace canter::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* kPath = "/v1/chat/completions";
constexpr const char* kQuestion = "What is the capital of France?";

class ChatCompletions : public ServeTest {
 protected:
  std::string content(const Json& more) const {
    return ask(kPath, chat_request(kQuestion, more))["choices"][0]["message"]["content"];
  }
};

TEST_F(ChatCompletions, answer_in_the_shape_that_clients_expect) {
  const Json reply = ask(kPath, chat_request(kQuestion, {{"model", "starter-f32"}}));
  EXPECT_THAT(reply["id"].get<std::string>(), testing::StartsWith("chatcmpl-"));
  EXPECT_EQ(reply["object"], "chat.completion");
  EXPECT_TRUE(reply["created"].is_number_integer());
  EXPECT_EQ(reply["model"], "starter-f32");
  ASSERT_THAT(reply["choices"], SizeIs(1));
  const Json& choice = reply["choices"][0];
  EXPECT_EQ(choice["index"], 0);
  EXPECT_EQ(choice["message"]["role"], "assistant");
  EXPECT_THAT(choice["message"]["content"].get<std::string>(), Not(IsEmpty()));
  EXPECT_EQ(choice["logprobs"], nullptr);
  EXPECT_THAT((std::vector<Json>{"stop", "length"}), testing::Contains(choice["finish_reason"]));
  const Json& usage = reply["usage"];
  EXPECT_GT(usage["prompt_tokens"], 0);
  EXPECT_EQ(usage["total_tokens"],
            usage["prompt_tokens"].get<int>() + usage["completion_tokens"].get<int>());
  EXPECT_TRUE(usage["prompt_tokens_details"]["cached_tokens"].is_number_integer());
  EXPECT_TRUE(usage["completion_tokens_details"]["accepted_prediction_tokens"].is_number_integer());
}

TEST_F(ChatCompletions, a_stream_adds_up_to_the_answer) {
  const std::string whole = content({});
  const auto chunks =
      stream(kPath, chat_request(kQuestion, {{"stream_options", {{"include_usage", true}}}}));
  ASSERT_GT(chunks.size(), 3u);
  EXPECT_EQ(chunks.front()["object"], "chat.completion.chunk");
  EXPECT_EQ(chunks.front()["choices"][0]["delta"]["role"], "assistant");
  EXPECT_EQ(joined(chunks), whole);
  EXPECT_THAT(chunks.back()["choices"], IsEmpty());
  EXPECT_GT(chunks.back()["usage"]["completion_tokens"], 0);
  EXPECT_NE(chunks[chunks.size() - 2]["choices"][0]["finish_reason"], nullptr);
  for (const Json& chunk : chunks) EXPECT_EQ(chunk["id"], chunks.front()["id"]);
}

TEST_F(ChatCompletions, a_prompt_that_was_read_before_is_cached) {
  content({});
  const Json again = ask(kPath, chat_request(kQuestion));
  EXPECT_GT(again["usage"]["prompt_tokens_details"]["cached_tokens"], 0);
}

TEST_F(ChatCompletions, end_at_limits_and_stop_strings) {
  const Json short_one = ask(kPath, chat_request(kQuestion, {{"max_completion_tokens", 2}}));
  EXPECT_EQ(short_one["choices"][0]["finish_reason"], "length");
  EXPECT_EQ(short_one["usage"]["completion_tokens"], 2);
  const std::string whole = content({});
  const std::size_t space = whole.find(' ');
  ASSERT_NE(space, whole.npos);
  const std::string word = whole.substr(space + 1, 3);
  const Json stopped =
      ask(kPath, chat_request(kQuestion, {{"stop", Json::array({word, "never said"})}}));
  EXPECT_EQ(stopped["choices"][0]["message"]["content"], whole.substr(0, whole.find(word)));
  EXPECT_EQ(stopped["choices"][0]["finish_reason"], "stop");
}

TEST_F(ChatCompletions, the_same_seed_gives_the_same_answer) {
  const Json drawn = {{"temperature", 1.5}, {"seed", 7}};
  const std::string first = content(drawn);
  EXPECT_EQ(content(drawn), first);
  EXPECT_NE(content({{"temperature", 1.5}, {"seed", 8}}), first);
}

TEST_F(ChatCompletions, several_answers_have_seeds_that_follow_each_other) {
  const Json reply =
      ask(kPath, chat_request(kQuestion, {{"n", 3}, {"temperature", 1.5}, {"seed", 7}}));
  ASSERT_THAT(reply["choices"], SizeIs(3));
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(reply["choices"][i]["index"], i);
    EXPECT_EQ(reply["choices"][i]["message"]["content"],
              content({{"temperature", 1.5}, {"seed", 7 + i}}));
  }
  const auto chunks =
      stream(kPath, chat_request(kQuestion, {{"n", 2}, {"temperature", 1.5}, {"seed", 7}}));
  for (int i = 0; i < 2; ++i)
    EXPECT_EQ(joined(chunks, "content", i), reply["choices"][i]["message"]["content"]);
}

TEST_F(ChatCompletions, tell_how_likely_each_token_was) {
  const Json reply = ask(kPath, chat_request(kQuestion, {{"logprobs", true}, {"top_logprobs", 3}}));
  const Json& told = reply["choices"][0]["logprobs"]["content"];
  ASSERT_GT(told.size(), 1u);
  std::string text;
  for (const Json& token : told) {
    EXPECT_LE(token["logprob"], 0);
    ASSERT_THAT(token["top_logprobs"], SizeIs(3));
    EXPECT_GE(token["top_logprobs"][0]["logprob"], token["top_logprobs"][1]["logprob"]);
    EXPECT_EQ(token["top_logprobs"][0]["token"], token["token"]);  // greedy
    for (const Json& byte : token["bytes"]) text += char(byte.get<int>());
  }
  EXPECT_THAT(text, HasSubstr(reply["choices"][0]["message"]["content"].get<std::string>()));
  const auto chunks = stream(kPath, chat_request(kQuestion, {{"logprobs", true}}));
  std::size_t streamed = 0;
  for (const Json& chunk : chunks)
    if (const Json& part = chunk["choices"][0]["logprobs"]; !part.is_null())
      streamed += part["content"].size();
  EXPECT_EQ(streamed, told.size());
}

TEST_F(ChatCompletions, keep_to_a_form) {
  const Json schema = {{"type", "object"},
                       {"properties", {{"city", {{"enum", {"Paris", "Rome"}}}}}},
                       {"required", {"city"}},
                       {"additionalProperties", false}};
  const Json format = {{"type", "json_schema"},
                       {"json_schema", {{"name", "answer"}, {"schema", schema}}}};
  const Json city = Json::parse(content({{"response_format", format}}));
  EXPECT_THAT((std::vector<Json>{"Paris", "Rome"}), testing::Contains(city["city"]));
  EXPECT_EQ(content({{"response_format", {{"type", "text"}}}}), content({}));
  EXPECT_EQ(content({{"grammar", "root ::= \"yes\" | \"no\""}}).size() / 2, 1u);
}

TEST_F(ChatCompletions, characters_are_never_cut_in_streams) {
  for (const char* text : {"Grüße aus Köln 🙂", "日本語で書いてください"}) {
    const auto chunks = stream(kPath, chat_request(text, {{"temperature", 1}, {"seed", 3}}));
    for (const Json& chunk : chunks)
      EXPECT_TRUE(is_valid_utf8(chunk["choices"][0]["delta"].value("content", "")));
  }
}

TEST_F(ChatCompletions, go_on_with_an_answer_that_comes_last) {
  Json request = chat_request(kQuestion);
  request["messages"].push_back({{"role", "assistant"}, {"content", "The capital"}});
  EXPECT_EQ(ask(kPath, request)["choices"].size(), 1u);
}

TEST_F(ChatCompletions, name_the_member_that_is_wrong) {
  const auto param = [&](const Json& more) {
    return error(400, kPath, chat_request(kQuestion, more))["param"];
  };
  EXPECT_EQ(param({{"temperature", "hot"}}), "temperature");
  EXPECT_EQ(param({{"temperature", 3}}), "temperature");
  EXPECT_EQ(param({{"max_tokens", 1.5}}), "max_tokens");
  EXPECT_EQ(param({{"n", 0}}), "n");
  EXPECT_EQ(param({{"stop", ""}}), "stop");
  EXPECT_EQ(param({{"messages", Json::array()}}), "messages");
  EXPECT_EQ(param({{"messages", "Hi"}}), "messages");
  EXPECT_EQ(param({{"messages", Json::array({{{"content", "Hi"}}})}}), "messages");
  EXPECT_EQ(param({{"logit_bias", {{"1", 5}}}}), "logit_bias");
  EXPECT_EQ(param({{"frequency_penalty", 0.5}}), "frequency_penalty");
  EXPECT_EQ(param({{"top_logprobs", 2}}), "top_logprobs");
  EXPECT_EQ(param({{"stream_options", {{"include_usage", true}}}}), "stream_options");
  EXPECT_EQ(param({{"response_format", {{"type", "xml"}}}}), "response_format.type");
  EXPECT_EQ(param({{"grammar", "root ::= missing"}}), "grammar");
  EXPECT_EQ(
      param({{"tools", Json::array({{{"type", "function"}, {"function", {{"name", "f"}}}}})}}),
      "tools");
  EXPECT_EQ(param({{"made_up", 1}}), "made_up");
  const Json image = {{"role", "user"},
                      {"content", Json::array({{{"type", "image_url"}, {"image_url", ""}}})}};
  EXPECT_EQ(param({{"messages", Json::array({image})}}), "messages[0].content[0].type");
}

TEST_F(ChatCompletions, what_does_not_fit_the_context_is_refused) {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "word ";
  const Json refused = error(400, kPath, chat_request(text));
  EXPECT_EQ(refused["code"], "context_length_exceeded");
  EXPECT_EQ(refused["param"], "messages");
}

TEST_F(ChatCompletions, another_model_is_not_here) {
  for (const char* name : {"", "starter-f32", "starter-f32:latest"})
    ask(kPath, chat_request(kQuestion, {{"model", name}, {"max_tokens", 1}}));
  const Json refused = error(404, kPath, chat_request(kQuestion, {{"model", "gpt-4o"}}));
  EXPECT_EQ(refused["code"], "model_not_found");
  EXPECT_EQ(refused["param"], "model");
  EXPECT_EQ(refused["type"], "invalid_request_error");
}

}  // namespace
}  // namespace canter::test
