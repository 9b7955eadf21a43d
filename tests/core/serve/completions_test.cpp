#include "core/serve/serve_support.h"

namespace canter::test {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kCompletions = "/v1/completions";

class Completions : public ServeTest {
 protected:
  static Json request(const Json& more) {
    Json request = {{"prompt", "The capital of France"}, {"temperature", 0}, {"max_tokens", 8}};
    if (!more.is_null()) request.update(more);
    return request;
  }
  std::string text(const Json& more) const {
    return ask(kCompletions, request(more))["choices"][0]["text"];
  }
};

TEST_F(Completions, go_on_with_a_text) {
  const Json reply = ask(kCompletions, request({{"max_tokens", 1}}));
  EXPECT_EQ(reply["object"], "text_completion");
  ASSERT_THAT(reply["choices"], SizeIs(1));
  EXPECT_EQ(reply["choices"][0]["logprobs"], nullptr);
  EXPECT_EQ(reply["usage"]["completion_tokens"], 1);
  EXPECT_EQ(reply["choices"][0]["finish_reason"], "length");
}

TEST_F(Completions, tokens_are_taken_as_they_are) {
  auto tokens = starter().tokenizer().encode("The capital of France", {.add_bos = true});
  ASSERT_TRUE(tokens);
  EXPECT_EQ(text({{"prompt", *tokens}}), text({}));
  EXPECT_EQ(error(400, kCompletions, request({{"prompt", {1, 99999999}}}))["param"], "prompt");
  EXPECT_EQ(error(400, kCompletions, request({{"prompt", {-1}}}))["param"], "prompt");
}

TEST_F(Completions, several_prompts_have_several_answers) {
  const Json reply = ask(kCompletions, request({{"prompt", {"One", "Two"}}, {"n", 2}}));
  ASSERT_THAT(reply["choices"], SizeIs(4));
  EXPECT_EQ(reply["choices"][2]["text"], text({{"prompt", "Two"}}));
}

TEST_F(Completions, a_stream_adds_up_to_the_text) {
  std::string streamed;
  for (const Json& chunk : stream(kCompletions, request({{"echo", true}})))
    streamed += chunk["choices"][0]["text"].get<std::string>();
  EXPECT_EQ(streamed, "The capital of France" + text({}));
  EXPECT_EQ(text({{"echo", true}}), streamed);
}

TEST_F(Completions, tell_how_likely_each_token_was) {
  const Json told = ask(kCompletions, request({{"logprobs", 2}}))["choices"][0]["logprobs"];
  EXPECT_THAT(told["tokens"], SizeIs(told["token_logprobs"].size()));
  EXPECT_THAT(told["tokens"], SizeIs(told["text_offset"].size()));
  ASSERT_FALSE(told["tokens"].empty());
  EXPECT_THAT(told["top_logprobs"][0], SizeIs(2));
}

TEST_F(Completions, name_the_member_that_is_wrong) {
  const auto param = [&](const Json& more) {
    return error(400, kCompletions, request(more))["param"];
  };
  EXPECT_EQ(param({{"prompt", nullptr}}), "prompt");
  EXPECT_EQ(param({{"prompt", Json::array({true})}}), "prompt");
  EXPECT_EQ(param({{"suffix", "end"}}), "suffix");
  EXPECT_EQ(param({{"best_of", 5}}), "best_of");
  EXPECT_EQ(param({{"echo", true}, {"logprobs", 1}}), "echo");
  EXPECT_EQ(param({{"messages", Json::array()}}), "messages");
}

}  // namespace
}  // namespace canter::test
