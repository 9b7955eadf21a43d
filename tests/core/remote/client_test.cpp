#include "core/remote/remote_support.h"

#include <nlohmann/json.hpp>

#include <atomic>
#include <chrono>

namespace canter::test {
namespace {

using nlohmann::json;
using remote::ChatFinish;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class RemoteClient : public RemoteTest {};

TEST_F(RemoteClient, gives_an_answer_as_it_comes_with_its_end_and_its_figures) {
  serve({stream_of({R"({"choices": [{"delta": {"role": "assistant", "reasoning_content": "Hm"}}]})",
                    says("für "), says("日本 🎉"), kEnds,
                    R"({"choices": [], "usage": {"prompt_tokens": 9, "completion_tokens": 4}})",
                    kDone})});
  const auto end = ask({.model = "m", .messages = {{"user", "Hello?"}}, .seed = 5});
  ASSERT_TRUE(end) << end.error().message;
  EXPECT_EQ(text_, "für 日本 🎉");
  EXPECT_EQ(thinking_, "Hm");
  EXPECT_EQ(end->finish, ChatFinish::kStop);
  EXPECT_EQ(end->usage, (remote::ChatUsage{.prompt = 9, .cached = 0, .completion = 4}));
  const HttpQuestion question = server_->questions().at(0);
  EXPECT_EQ(question.target, "/v1/chat/completions");
  EXPECT_EQ(question.header("content-type"), "application/json");
  EXPECT_EQ(question.header("authorization"), "");
  EXPECT_EQ(json::parse(question.body)["seed"], 5);
  EXPECT_EQ(json::parse(question.body)["messages"][0]["content"], "Hello?");
}

TEST_F(RemoteClient, reads_an_answer_that_comes_byte_by_byte) {
  HttpScript script = stream_of({says("für 日本 🎉"), kEnds, kDone});
  script.step = 1;
  serve({script});
  ASSERT_TRUE(ask());
  EXPECT_EQ(text_, "für 日本 🎉");
}

TEST_F(RemoteClient, takes_an_answer_in_one_piece_from_servers_that_do_not_stream) {
  serve({{http_answer(200, "Content-Type: application/json\r\n",
                      R"({"choices": [{"message": {"content": "whole"}, "finish_reason": "length"}],
                          "usage": {"prompt_tokens": 1, "completion_tokens": 2}})")}});
  const auto end = ask();
  ASSERT_TRUE(end);
  EXPECT_EQ(text_, "whole");
  EXPECT_EQ(end->finish, ChatFinish::kLength);
  EXPECT_EQ(end->usage->completion, 2);
}

TEST_F(RemoteClient, ends_with_the_answer_even_where_the_connection_stays) {
  HttpScript script = stream_of({says("a"), kDone});
  script.hold = true;
  serve({script});
  EXPECT_TRUE(ask());
  EXPECT_EQ(text_, "a");
}

TEST_F(RemoteClient, lists_models_and_sends_the_key) {
  serve({{http_answer(200, "", R"({"data": [{"id": "a"}, {"id": "b"}]})")}});
  key_ = "secret-1";
  const auto models = client().models();
  ASSERT_TRUE(models) << models.error().message;
  EXPECT_THAT(*models, ElementsAre("a", "b"));
  const HttpQuestion question = server_->questions().at(0);
  EXPECT_EQ(question.target, "/v1/models");
  EXPECT_EQ(question.header("authorization"), "Bearer secret-1");
}

TEST_F(RemoteClient, takes_no_key_that_would_be_more_than_one_line) {
  const auto address = remote::parse_server_address("http://localhost:1");
  for (const char* wrong : {"a b", "a\r\nHost: evil", "ä", "a\n"}) {
    const auto client = remote::Client::create(*address, wrong);
    ASSERT_FALSE(client);
    EXPECT_EQ(client.error().kind, ErrorKind::kUsage);
    EXPECT_THAT(client.error().message, Not(HasSubstr(wrong)));
  }
}

TEST_F(RemoteClient, tries_again_with_patience_while_nothing_was_said) {
  for (const int status : {429, 500, 502, 503, 529}) {
    serve({{http_answer(status, "Retry-After: 0\r\n", "")},
           {http_answer(status, "", R"({"error": {"message": "busy"}})")},
           stream_of({says("a"), kEnds, kDone})});
    EXPECT_TRUE(ask()) << status;
    EXPECT_EQ(text_, "a");
    EXPECT_EQ(questions(), 3u);
  }
}

TEST_F(RemoteClient, gives_up_in_the_end_and_when_it_would_have_to_wait_too_long) {
  serve({{http_answer(503, "", R"({"error": {"message": "loading"}})")}});
  EXPECT_THAT(failure().message, HasSubstr("is in trouble; try again later (503: loading)"));
  EXPECT_EQ(questions(), 4u);
  serve({{http_answer(429, "Retry-After: 3600\r\n", "")}});
  EXPECT_THAT(failure().message, HasSubstr("too much to do"));
  EXPECT_EQ(questions(), 1u);
}

TEST_F(RemoteClient, stops_at_once) {
  std::atomic<bool> stop = false;
  settings_.http.stall_time = std::chrono::minutes(5);
  settings_.http.should_stop = [&] { return stop.load(); };
  HttpScript script = stream_of({says("a")});
  script.hold = true;
  serve({script});
  const auto end = client().chat({"m", {}}, [&](const remote::ChatDelta&) { stop = true; });
  EXPECT_EQ(end.error().kind, ErrorKind::kInterrupted);
  stop = false;
  serve({{http_answer(503, "", "")}});
  settings_.http.patience = settings_.http.longest_patience = std::chrono::minutes(5);
  settings_.http.should_stop = [&] { return server_->questions().size() == 1; };
  EXPECT_EQ(failure().kind, ErrorKind::kInterrupted);
}

}  // namespace
}  // namespace canter::test
