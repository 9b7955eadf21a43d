#include "remote/chat.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <utility>

namespace canter::remote {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(ChatQuestion, asks_for_what_was_said_and_leaves_the_rest_to_the_server) {
  ChatQuestion question{.model = "m", .messages = {{"user", "für 日本"}}};
  EXPECT_EQ(json::parse(write_question(question)),
            json::parse(R"({"model": "m", "messages": [{"role": "user", "content": "für 日本"}],
                            "stream": true, "stream_options": {"include_usage": true}})"));
  question.temperature = 0.5;
  question.top_p = 0.9;
  question.seed = ~std::uint64_t(0);
  question.max_tokens = 7;
  question.stop = {"END"};
  const json full = json::parse(write_question(question));
  EXPECT_EQ(full["temperature"], 0.5);
  EXPECT_EQ(full["top_p"], 0.9);
  EXPECT_EQ(full["seed"], INT64_MAX);
  EXPECT_EQ(full["max_tokens"], 7);
  EXPECT_EQ(full["stop"], json::array({"END"}));
}

TEST(ReadAnswer, takes_text_thinking_end_and_usage_from_events_and_whole_answers) {
  const std::pair<const char*, ChatDelta> cases[] = {
      {R"({"choices": [{"delta": {"role": "assistant", "content": ""}}]})", {}},
      {R"({"choices": [{"delta": {"content": "a"}, "finish_reason": null}], "usage": null})",
       {.text = "a"}},
      {R"({"choices": [{"delta": {"reasoning_content": "b", "content": null}}]})",
       {.thinking = "b"}},
      {R"({"choices": [{"delta": {"reasoning": "c"}}]})", {.thinking = "c"}},
      {R"({"choices": [{"delta": {}, "finish_reason": "stop"}]})", {.finish = ChatFinish::kStop}},
      {R"({"choices": [{"delta": {}, "finish_reason": "length"}]})",
       {.finish = ChatFinish::kLength}},
      {R"({"choices": [{"delta": {}, "finish_reason": "content_filter"}]})",
       {.finish = ChatFinish::kFilter}},
      {R"({"choices": [], "usage": {"prompt_tokens": 5, "completion_tokens": 2,
           "prompt_tokens_details": {"cached_tokens": 4}}})",
       {.usage = ChatUsage{.prompt = 5, .cached = 4, .completion = 2}}},
      {R"({"choices": [{"message": {"content": [{"type": "text", "text": "d"}]},
           "finish_reason": "stop"}]})",
       {.text = "d", .finish = ChatFinish::kStop}},
      {R"({"usage": {"prompt_tokens": -1, "completion_tokens": 99999999999}})",
       {.usage = ChatUsage{.prompt = 0, .cached = 0, .completion = INT32_MAX}}},
      {R"({"choices": "odd"})", {}},
  };
  for (const auto& [text, delta] : cases) {
    const auto read = read_answer(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(*read, delta) << text;
  }
  EXPECT_EQ(read_answer("{\"choices\": [{\"delta\": {\"content\": \"a\xFF\"}}]}")->text,
            "a\xEF\xBF\xBD");
}

TEST(ReadAnswer, of_something_else_is_an_error) {
  for (const char* wrong : {"", "[]", "nothing", R"({"choices": [)", "<html>"})
    EXPECT_EQ(read_answer(wrong).error().kind, ErrorKind::kBadFile) << wrong;
  EXPECT_EQ(read_answer(std::string(100'000, '[')).error().kind, ErrorKind::kBadFile);
  const auto told = read_answer(R"({"error": {"message": "the model\ncrashed"}})");
  EXPECT_EQ(told.error(), (Error{ErrorKind::kIo, "the server ends the answer: the model crashed"}));
}

TEST(ReadModels, takes_names_once_and_sound_ones_alone) {
  EXPECT_THAT(*read_models(R"({"object": "list", "data": [{"id": "a"}, {"id": "b/c:7b"},
                              {"id": "a"}, {"id": ""}, {"id": "x\u0007"}, {}, 5]})"),
              ElementsAre("a", "b/c:7b"));
  EXPECT_FALSE(read_models("{}"));
  EXPECT_FALSE(read_models("<html>"));
}

TEST(ErrorWords, are_found_wherever_servers_put_them) {
  for (const char* body : {R"({"error": {"message": "told", "type": "x"}})", R"({"error": "told"})",
                           R"({"object": "error", "message": "told"})", R"({"detail": "told"})",
                           R"({"detail": [{"loc": ["body"], "msg": "told"}]})", "told\r\n"})
    EXPECT_EQ(error_words(body), "told") << body;
  for (const char* body : {"", "<html>Bad gateway</html>", "{}", R"({"error": {}})"})
    EXPECT_EQ(error_words(body), "") << body;
  EXPECT_LT(error_words(std::string(5000, 'a')).size(), 310u);
}

}  // namespace
}  // namespace canter::remote
