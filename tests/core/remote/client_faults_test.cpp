#include <memory>

#include "base/log.h"
#include "core/remote/remote_support.h"

namespace canter::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class RemoteFaults : public RemoteTest {
 protected:
  /// It fails with these words, having said `text`, and is not tried again.
  void expect_failure(const std::string& words, const std::string& text = "a") {
    const Error error = failure();
    EXPECT_EQ(error.kind, ErrorKind::kIo);
    EXPECT_THAT(error.message, HasSubstr(words));
    EXPECT_THAT(error.message, HasSubstr(server_->address()));
    EXPECT_EQ(text_, text);
    EXPECT_EQ(questions(), 1u);
  }
};

TEST_F(RemoteFaults, a_cut_keeps_what_came) {
  serve({stream_of({says("a")})});
  expect_failure("ended in the middle of the answer");
  HttpScript chunked{
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"};
  const std::string event = "data: " + says("a") + "\n\n";
  char size[16];
  std::snprintf(size, sizeof size, "%zx\r\n", event.size());
  chunked.bytes += size + event + "\r\n40\r\ndata: {\"cho";
  serve({chunked});
  expect_failure("the connection failed");
  serve({{"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"}});
  expect_failure("before an answer came", "");
  serve({{""}});
  expect_failure("the connection failed", "");
}

TEST_F(RemoteFaults, a_stall_keeps_what_came) {
  HttpScript script = stream_of({says("a")});
  script.hold = true;
  serve({script});
  expect_failure("no answer in time");
  serve({{"", 0, true}});
  expect_failure("no answer in time", "");
}

TEST_F(RemoteFaults, what_is_no_answer_is_said_to_be_none) {
  serve({stream_of({says("a"), "{\"choices\": [{]", says("b")})});
  expect_failure("what is no answer");
  serve({stream_of({says("a"), "null", says("b")})});
  expect_failure("what is no answer");
  serve({{http_answer(200, "Content-Type: text/html\r\n", "<html>Log in</html>")}});
  expect_failure("a web page came", "");
  serve({{http_answer(200, "Content-Type: application/json\r\n", "{")}});
  expect_failure("what is no answer", "");
  serve({{"SSH-2.0-OpenSSH_9.2\r\n"}});
  expect_failure("the connection failed", "");
}

TEST_F(RemoteFaults, an_error_in_the_middle_is_told_and_not_tried_again) {
  serve({stream_of({says("a"), R"({"error": {"message": "out of memory", "code": 500}})"})});
  expect_failure("the server ends the answer: out of memory");
}

TEST_F(RemoteFaults, a_refusal_is_told_in_the_servers_words) {
  const std::pair<int, const char*> cases[] = {
      {400, "refuses what was asked (400: told)"},   {401, "asks for a key; give one (401: told)"},
      {403, "asks for a key; give one (403: told)"}, {404, "has no such model"},
      {413, "takes no text of this length"},         {422, "refuses what was asked"}};
  for (const auto& [status, words] : cases) {
    serve({{http_answer(status, "", R"({"error": {"message": "told"}})")}});
    expect_failure(words, "");
  }
  serve({{http_answer(204, "", "")}});
  expect_failure("of no use here", "");
}

TEST_F(RemoteFaults, a_complaint_without_an_end_is_cut_off) {
  HttpScript script{"HTTP/1.1 400 No\r\n\r\n" + std::string(1'000'000, 'x')};
  script.hold = true;
  serve({script});
  expect_failure("refuses what was asked", "");
}

TEST_F(RemoteFaults, a_redirection_is_not_followed_and_gets_no_key) {
  FaultServer second([](const HttpQuestion&) { return stream_of({says("a"), kEnds, kDone}); });
  key_ = "secret-1";
  for (const int status : {301, 302, 303, 307, 308}) {
    serve({{http_answer(status, "Location: " + second.address() + "/v1?key=secret-1\r\n", "")}});
    expect_failure("is not followed", "");
    EXPECT_THAT(failure().message, HasSubstr(second.address()));
  }
  EXPECT_TRUE(second.questions().empty());
}

TEST_F(RemoteFaults, a_stream_without_an_end_is_ended) {
  settings_.longest_event = 1'000;
  settings_.longest_answer = 5'000;
  settings_.longest_stream = 50'000;
  HttpScript script = stream_of({says("a"), std::string(100'000, 'x')});
  script.hold = true;
  serve({script});
  expect_failure("a line without an end");
  std::vector<std::string> events(10'000, says(std::string(100, 'b')));
  serve({stream_of(events)});
  expect_failure("does not end", std::string(5'000, 'b'));
  script = stream_of({says("a")});
  for (int i = 0; i < 50'000; ++i) script.bytes += ": here\n\n";
  serve({script});
  expect_failure("does not end");
}

TEST_F(RemoteFaults, nobody_there_is_said_in_words_after_some_tries) {
  serve({{""}});
  const std::string address = server_->address();
  server_ = nullptr;
  auto client = remote::Client::create(*remote::parse_server_address(address), "", settings_);
  ASSERT_TRUE(client);
  const auto models = client->models();
  EXPECT_EQ(models.error().kind, ErrorKind::kIo);
  EXPECT_THAT(models.error().message, HasSubstr("nobody answers there; start the server"));
}

TEST_F(RemoteFaults, no_message_and_no_log_holds_the_key_or_what_was_said) {
  std::string logged;
  set_log_sink([&](LogLevel, std::string_view message) { logged += message; });
  key_ = "secret-1";
  serve({{http_answer(503, "", R"({"error": {"message": "bad key secret-1 for Hello"}})")}});
  const Error error = failure();
  set_log_sink({});
  EXPECT_THAT(error.message, Not(HasSubstr("secret-1")));
  EXPECT_THAT(error.message, HasSubstr("bad key … for"));
  EXPECT_THAT(logged, HasSubstr("503"));
  EXPECT_THAT(logged, Not(HasSubstr("secret-1")));
  EXPECT_THAT(logged, Not(HasSubstr("Hello")));
}

}  // namespace
}  // namespace canter::test
