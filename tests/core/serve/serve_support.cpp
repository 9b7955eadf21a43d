#include "core/serve/serve_support.h"

#include <sstream>
#include <stdexcept>

#include "support/changed_gguf.h"
#include "support/tiny_model.h"

namespace canter::test {
namespace {

constexpr const char* kStarter = CANTER_TEST_RESOURCES "/starter/starter-f32.gguf";
constexpr const char* kToolTemplate =
    "{% if tools %}{{ tools | tojson }}{% endif %}{% for m in messages %}"
    "<{{ m.role }}>{{ m.content }}{% endfor %}<assistant>";

std::unique_ptr<serve::ServedModel> open_served(const std::filesystem::path& path, int context) {
  auto model = Model::open(path);
  if (!model) throw std::runtime_error(model.error().message);
  auto generator = engine::Generator::create(std::make_shared<const Model>(std::move(*model)),
                                             {.threads = 2, .slots = 4, .context = context});
  if (!generator) throw std::runtime_error(generator.error().message);
  return std::make_unique<serve::ServedModel>(std::move(*generator), path);
}

}  // namespace

serve::ServedModel& ServeTest::starter() {
  static const auto served = open_served(kStarter, 0);
  return *served;
}

serve::ServedModel& ServeTest::noise() {
  static const TemporaryDirectory folder;
  static const auto served = [] {
    const auto path = folder.path() / "noise.gguf";
    write_tiny_model(path, {.context = 32768, .change = [](GgufContent& content) {
                              set_value(content, "tokenizer.chat_template",
                                        {GgufValueType::kString, std::string(kToolTemplate)});
                            }});
    return open_served(path, 32768);
  }();
  return *served;
}

void ServeTest::start(serve::ServedModel& model, serve::ServerSettings settings) {
  server_.reset();
  settings.port = 0;
  settings.version = "1.2.3";
  auto server = serve::Server::start(model, settings);
  if (!server) throw std::runtime_error(server.error().message);
  server_ = std::move(*server);
}

httplib::Client ServeTest::client() const {
  httplib::Client client("127.0.0.1", server_->port());
  client.set_read_timeout(60);
  return client;
}

httplib::Result ServeTest::post(const std::string& path, const Json& body) const {
  return client().Post(path, body.dump(), "application/json");
}

Json ServeTest::ask(const std::string& path, const Json& body) const {
  const auto reply = post(path, body);
  if (!reply) throw std::runtime_error(httplib::to_string(reply.error()));
  EXPECT_EQ(reply->status, 200) << reply->body;
  return Json::parse(reply->body, nullptr, false);
}

Json ServeTest::error(int status, const std::string& path, const Json& body) const {
  const auto reply = post(path, body);
  if (!reply) throw std::runtime_error(httplib::to_string(reply.error()));
  EXPECT_EQ(reply->status, status) << reply->body;
  const Json document = Json::parse(reply->body, nullptr, false);
  return document.is_object() && document.contains("error") ? document["error"] : document;
}

std::vector<Json> ServeTest::stream(const std::string& path, Json body) const {
  body["stream"] = true;
  const auto reply = post(path, body);
  if (!reply) throw std::runtime_error(httplib::to_string(reply.error()));
  EXPECT_EQ(reply->status, 200) << reply->body;
  EXPECT_EQ(reply->get_header_value("Content-Type"), "text/event-stream");
  std::vector<Json> events;
  std::istringstream text(reply->body);
  bool done = false;
  for (std::string line; std::getline(text, line);) {
    if (!line.starts_with("data: ")) continue;
    EXPECT_FALSE(done) << line;
    done = line == "data: [DONE]";
    if (!done) events.push_back(Json::parse(line.substr(6)));
  }
  EXPECT_EQ(done, path != "/v1/responses");
  return events;
}

std::vector<Json> ServeTest::lines(const std::string& path, const Json& body) const {
  const auto reply = post(path, body);
  if (!reply) throw std::runtime_error(httplib::to_string(reply.error()));
  EXPECT_EQ(reply->status, 200) << reply->body;
  std::vector<Json> documents;
  std::istringstream text(reply->body);
  for (std::string line; std::getline(text, line);) documents.push_back(Json::parse(line));
  return documents;
}

Json chat_request(const std::string& question, const Json& more) {
  Json request = {{"messages", Json::array({{{"role", "user"}, {"content", question}}})},
                  {"temperature", 0},
                  {"max_tokens", 40}};
  if (!more.is_null()) request.update(more);
  return request;
}

std::string joined(const std::vector<Json>& chunks, const std::string& member, int choice) {
  std::string text;
  for (const Json& chunk : chunks)
    for (const Json& one : chunk["choices"])
      if (one["index"] == choice && one["delta"].contains(member))
        text += one["delta"][member].get<std::string>();
  return text;
}

}  // namespace canter::test
