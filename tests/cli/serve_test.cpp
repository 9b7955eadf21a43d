#include <httplib.h>

#include <csignal>
#include <fstream>

#include "cli/cli.h"

namespace canter::test {
namespace {

using testing::HasSubstr;

class Serve : public CliTest {
 protected:
  ProcessOptions serving(const Arguments& more = {}) const {
    Arguments arguments{"serve", "--model", kStories, "--port", "0", "--slots", "2"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return options(arguments);
  }
};

/// The port in the first line that the program prints.
int port_of(Process& program) {
  if (!program.wait_for_output("\n")) return 0;
  const std::string line = program.output().substr(0, program.output().find('\n'));
  EXPECT_THAT(line, testing::StartsWith("listening on http://127.0.0.1:"));
  return std::stoi(line.substr(line.rfind(':') + 1));
}

TEST_F(Serve, says_where_it_listens_and_answers_until_it_is_interrupted) {
  Process program(kProgram, serving());
  httplib::Client client("127.0.0.1", port_of(program));
  const auto models = client.Get("/v1/models");
  ASSERT_TRUE(models);
  EXPECT_EQ(Json::parse(models->body)["data"][0]["id"], "stories260K");
  const auto reply =
      client.Post("/v1/completions", R"({"prompt": "Once", "max_tokens": 4})", "application/json");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 200);
  program.send_signal(SIGINT);
  const ProcessResult result = program.finish();
  EXPECT_EQ(result.exit_code, 130);
  EXPECT_EQ(result.err, "");
}

TEST_F(Serve, says_the_same_as_generate) {
  const Json generated = json({"generate", "--model", kStories, "--prompt", "Once upon a time",
                               "--max-tokens", "24", "--adapter", "none"});
  Process program(kProgram, serving());
  httplib::Client client("127.0.0.1", port_of(program));
  const auto reply = client.Post(
      "/v1/completions", R"({"prompt": "Once upon a time", "max_tokens": 24, "temperature": 0})",
      "application/json");
  ASSERT_TRUE(reply);
  EXPECT_EQ(Json::parse(reply->body)["choices"][0]["text"], generated["text"]);
}

TEST_F(Serve, wants_the_key_of_the_file) {
  const std::string key = file("key", "secret\n");
  std::filesystem::permissions(key, std::filesystem::perms(0644));
  Process program(kProgram, serving({"--key-file", key}));
  httplib::Client client("127.0.0.1", port_of(program));
  EXPECT_EQ(client.Get("/v1/models")->status, 401);
  EXPECT_EQ(client.Get("/v1/models", {{"Authorization", "Bearer secret"}})->status, 200);
  program.send_signal(SIGTERM);
  const ProcessResult result = program.finish();
  EXPECT_EQ(result.exit_code, 130);
  EXPECT_THAT(result.err, HasSubstr("chmod 600"));
}

TEST_F(Serve, others_are_let_in_with_a_key_alone) {
  expect_failure(run({"serve", "--model", kStories, "--host", "0.0.0.0"}), 2);
  expect_failure(run({"serve", "--model", kStories, "--key-file", file("empty", "")}), 2);
  expect_failure(run({"serve", "--model", kStories, "--key-file", path("missing").string()}), 4);
}

TEST_F(Serve, names_what_cannot_be_done) {
  expect_failure(run({"serve"}), 2);
  expect_failure(run({"serve", "--model", path("missing.gguf").string()}), 3);
  expect_failure(run({"serve", "--model", kStories, "--port", "70000"}), 2);
  expect_failure(run({"serve", "--model", kStories, "--slots", "0"}), 2);
  Process program(kProgram, serving());
  const std::string port = std::to_string(port_of(program));
  const ProcessResult second = run({"serve", "--model", kStories, "--port", port});
  expect_failure(second, 4);
  EXPECT_THAT(second.err, HasSubstr(port));
}

}  // namespace
}  // namespace canter::test
