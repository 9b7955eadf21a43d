#include <chrono>
#include <thread>

#include "core/serve/serve_support.h"

namespace canter::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kChat = "/v1/chat/completions";

class Http : public ServeTest {
 protected:
  int status(const httplib::Headers& headers, const std::string& path = "/v1/models") const {
    const auto reply = client().Get(path, headers);
    return reply ? reply->status : 0;
  }
  httplib::Result post_text(const std::string& body, const httplib::Headers& headers = {}) const {
    return client().Post(kChat, headers, body, "text/plain");
  }
};

TEST_F(Http, tells_of_the_model_and_itself) {
  const Json models = Json::parse(get("/v1/models")->body);
  EXPECT_EQ(models["object"], "list");
  EXPECT_EQ(models["data"][0]["id"], "starter-f32");
  EXPECT_EQ(Json::parse(get("/v1/models/starter-f32")->body)["object"], "model");
  EXPECT_EQ(get("/v1/models/gpt-4o")->status, 404);
  EXPECT_EQ(Json::parse(get("/health")->body)["status"], "ok");
  EXPECT_EQ(client().Head("/health")->status, 200);
}

TEST_F(Http, counts_what_it_does) {
  ask(kChat, chat_request("Hi", {{"max_tokens", 2}}));
  error(400, kChat, {{"messages", 1}});
  get("/made/up");
  const auto reply = get("/metrics");
  EXPECT_THAT(reply->get_header_value("Content-Type"), HasSubstr("text/plain"));
  EXPECT_THAT(reply->body, HasSubstr("# TYPE canter_generated_tokens_total counter\n"));
  EXPECT_THAT(reply->body, HasSubstr("canter_requests_total{path=\"/v1/chat/completions\","
                                     "status=\"200\"} 1\n"));
  EXPECT_THAT(reply->body, HasSubstr("path=\"/v1/chat/completions\",status=\"400\"} 1\n"));
  EXPECT_THAT(reply->body, HasSubstr("path=\"other\",status=\"404\"} 1\n"));
  EXPECT_THAT(reply->body, Not(HasSubstr("made")));
}

TEST_F(Http, refuses_other_sites_and_names) {
  EXPECT_EQ(status({}), 200);
  EXPECT_EQ(status({{"Host", "evil.example"}}), 403);
  EXPECT_EQ(status({{"Origin", "https://evil.example"}}), 403);
  EXPECT_EQ(status({{"Origin", "null"}}), 403);
  const auto own = client().Get("/v1/models", {{"Origin", "http://localhost:3000"}});
  EXPECT_EQ(own->get_header_value("Access-Control-Allow-Origin"), "http://localhost:3000");
  const auto other = client().Get("/v1/models", {{"Origin", "https://evil.example"}});
  EXPECT_FALSE(other->has_header("Access-Control-Allow-Origin"));
  const auto asked = client().Options(kChat, {{"Origin", "http://localhost:3000"}});
  EXPECT_EQ(asked->status, 204);
  EXPECT_THAT(asked->get_header_value("Access-Control-Allow-Headers"), HasSubstr("Authorization"));
  EXPECT_EQ(post_text("{}", {{"Origin", "https://evil.example"}})->status, 403);
}

TEST_F(Http, a_refused_body_is_not_taken_for_another_request) {
  const std::string inside =
      "POST /v1/completions HTTP/1.1\r\nHost: localhost\r\n"
      "Content-Length: 2\r\n\r\n{}";
  EXPECT_EQ(post_text(inside, {{"Origin", "https://evil.example"}})->status, 403);
  EXPECT_THAT(get("/metrics")->body, Not(HasSubstr("/v1/completions")));
}

TEST_F(Http, asks_for_the_key_where_there_is_one) {
  start(starter(), {.key = "secret"});
  EXPECT_EQ(status({}), 401);
  EXPECT_EQ(status({{"Authorization", "Bearer wrong"}}), 401);
  EXPECT_EQ(status({{"Authorization", "Bearer secret"}}), 200);
  EXPECT_EQ(status({}, "/health"), 200);
  EXPECT_EQ(Json::parse(get("/v1/models")->body)["error"]["code"], "invalid_api_key");
}

TEST_F(Http, others_need_a_key) {
  const auto open = serve::Server::start(starter(), {.host = "0.0.0.0", .port = 0});
  ASSERT_FALSE(open);
  EXPECT_EQ(open.error().kind, ErrorKind::kUsage);
  EXPECT_THAT(open.error().message, HasSubstr("key"));
  EXPECT_TRUE(serve::Server::start(starter(), {.host = "0.0.0.0", .port = 0, .key = "k"}));
}

TEST_F(Http, a_port_is_for_one_server) {
  const auto second = serve::Server::start(starter(), {.port = server_->port()});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, ErrorKind::kIo);
  EXPECT_THAT(second.error().message, HasSubstr(std::to_string(server_->port())));
}

TEST_F(Http, says_what_is_wrong_with_a_request) {
  for (const std::string body : {"", "{", "[]", "{\"a\": \"\xff\"}", "{\"a\": \"\\ud800\"}"}) {
    const auto reply = post_text(body);
    EXPECT_EQ(reply->status, 400) << body;
    EXPECT_TRUE(Json::parse(reply->body)["error"]["message"].is_string());
  }
  EXPECT_EQ(post_text(std::string(3000, '[') + std::string(3000, ']'))->status, 400);
  EXPECT_EQ(post_text(chat_request("Hi", {{"max_tokens", 1}}).dump())->status, 200);
  EXPECT_EQ(get(kChat)->status, 405);
  EXPECT_EQ(post("/health", Json::object())->status, 405);
  EXPECT_EQ(client().Delete("/v1/models/starter-f32")->status, 405);
  EXPECT_EQ(client().Put("/made/up", "x", "text/plain")->status, 404);
}

TEST_F(Http, has_no_paths_but_its_own) {
  for (const char* path : {"/", "//health", "/health/", "/v1/../health", "/v1/%2e%2e/health",
                           "/v1/models/..%2f..%2fetc", "/%00", "/v1/models/", "/V1/models"})
    EXPECT_EQ(get(path)->status, 404) << path;
  EXPECT_EQ(get("/health?x=1")->status, 200);
}

TEST_F(Http, long_requests_are_refused) {
  const std::string long_body = "{\"prompt\": \"" + std::string(9 << 20, 'x') + "\"}";
  EXPECT_EQ(client().Post(kChat, long_body, "application/json")->status, 413);
  std::size_t sent = 0;
  const auto chunked = client().Post(
      kChat,
      [&](std::size_t, httplib::DataSink& sink) {
        const std::string part(1 << 20, 'x');
        sent += part.size();
        if (sent > (std::size_t{10} << 20)) {
          sink.done();
          return true;
        }
        return sink.write(part.data(), part.size());
      },
      "application/json");
  ASSERT_TRUE(chunked);
  EXPECT_EQ(chunked->status, 413);
  const auto header = client().Get("/health", {{"X", std::string(100'000, 'x')}});
  EXPECT_TRUE(!header || header->status >= 400);
  const auto path = client().Get("/" + std::string(20'000, 'x'));
  EXPECT_TRUE(!path || path->status >= 400);
}

TEST_F(Http, bodies_are_read_as_they_are) {
  EXPECT_EQ(post_text("{}", {{"Content-Encoding", "gzip"}})->status, 415);
  const auto form = client().Post(kChat, "--x--", "multipart/form-data; boundary=x");
  EXPECT_EQ(form->status, 415);
}

TEST_F(Http, ranges_are_of_no_use) {
  EXPECT_EQ(status({{"Range", "bytes=100000-200000"}}), 200);
  EXPECT_EQ(get("/health")->status, 200);
}

/// Waits until something is so; false when it takes too long.
bool soon(const std::function<bool()>& so) {
  for (int i = 0; i < 500; ++i) {
    if (so()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return false;
}

TEST_F(Http, answers_nobody_waits_for_are_given_up) {
  start(noise());
  const auto cancelled = [] { return noise().generator().figures().cancelled; };
  for (const bool streamed : {true, false}) {
    const auto before = cancelled();
    // Random weights end no answer.
    const Json body = chat_request("Hi", {{"max_tokens", 30000}, {"stream", streamed}});
    auto leaving = client();
    if (streamed) {
      int parts = 0;
      httplib::Request request;
      request.method = "POST";
      request.path = kChat;
      request.body = body.dump();
      request.headers = {{"Content-Type", "application/json"}};
      request.content_receiver = [&](const char*, std::size_t, std::uint64_t, std::uint64_t) {
        return ++parts < 4;
      };
      EXPECT_FALSE(leaving.send(request));
    } else {
      leaving.set_read_timeout(0, 300'000);
      EXPECT_FALSE(leaving.Post(kChat, body.dump(), "application/json"));
    }
    EXPECT_TRUE(soon([&] { return cancelled() > before; })) << streamed;
    EXPECT_EQ(noise().generator().figures().running, 0);
  }
}

TEST_F(Http, ends_while_it_answers) {
  start(noise());
  std::thread asking([&, port = server_->port()] {
    httplib::Client client("127.0.0.1", port);
    const Json body = chat_request("Hi", {{"max_tokens", 30000}, {"stream", true}});
    client.Post(kChat, body.dump(), "application/json");
  });
  EXPECT_TRUE(soon([] { return noise().generator().figures().running > 0; }));
  server_.reset();
  asking.join();
  EXPECT_TRUE(soon([] { return noise().generator().figures().running == 0; }));
}

TEST_F(Http, many_ask_at_once) {
  std::vector<std::thread> asking;
  std::vector<std::string> heard(12);
  const Json body = chat_request("Hello", {{"max_tokens", 12}});
  for (std::string& text : heard)
    asking.emplace_back([&, this] {
      text = ask(kChat, body)["choices"][0]["message"]["content"].get<std::string>();
    });
  for (std::thread& thread : asking) thread.join();
  for (const std::string& text : heard) EXPECT_EQ(text, heard.front());
}

}  // namespace
}  // namespace canter::test
