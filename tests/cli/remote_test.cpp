#include "cli/cli.h"
#include "support/fault_server.h"

namespace canter::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kChat = R"([{"role": "user", "content": "What is Canter?"}])";

/// The program's own server in another process plays the one elsewhere.
class Remote : public CliTest {
 protected:
  ProcessOptions serving(const Arguments& more = {}) const {
    Arguments arguments{"serve", "--model", "starter", "--port", "0", "--slots", "1"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return options(arguments);
  }
  static std::string address_of(Process& server) {
    if (!server.wait_for_output("\n")) return {};
    const std::string line = server.output().substr(0, server.output().find('\n'));
    return line.substr(line.find("http://"));
  }
};

TEST_F(Remote, says_what_the_model_says_here) {
  const std::string chat = file("chat.json", kChat);
  const Json here = json({"generate", "--model", "starter", "--chat", chat, "--temperature", "0"});
  Process server(kProgram, serving());
  const std::string address = address_of(server);
  const Json there = json({"generate", "--remote", address, "--chat", chat, "--temperature", "0"});
  EXPECT_EQ(there["text"], here["text"]);
  EXPECT_EQ(there["prompt_tokens"], here["prompt_tokens"]);
  EXPECT_EQ(there["generated"], here["generated"]);
  EXPECT_EQ(there["finish"], "stop");
  EXPECT_EQ(there["address"], address + "/v1");
  const ProcessResult shown =
      run({"generate", "--remote", address, "--prompt", "What is Canter?", "--temperature", "0"});
  EXPECT_EQ(shown.exit_code, 0);
  EXPECT_EQ(shown.out, here["text"].get<std::string>() + "\n");
  EXPECT_THAT(shown.err, HasSubstr("another program on this computer answers"));
}

TEST_F(Remote, a_conversation_is_kept_and_gone_on_with) {
  Process server(kProgram, serving());
  const std::string address = address_of(server);
  const Arguments chat{"chat", "--remote", address, "--max-tokens", "12", "--temperature", "0"};
  const ProcessResult first = run(chat, "What is Canter?\n");
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_THAT(first.out, Not(testing::IsEmpty()));
  Arguments more = chat;
  more.insert(more.end(), {"--conversation", "1"});
  const Json whole = json(more, "And then?\n");
  ASSERT_EQ(whole["messages"].size(), 4u);
  EXPECT_EQ(whole["messages"][1]["content"].get<std::string>() + "\n", first.out);
}

TEST_F(Remote, the_key_comes_from_a_file) {
  const std::string key = file("key", "secret-1\n");
  Process server(kProgram, serving({"--key-file", key}));
  const std::string address = address_of(server);
  const Arguments ask{"generate", "--remote", address, "--prompt", "Hi", "--max-tokens", "4"};
  const ProcessResult refused = run(ask);
  EXPECT_EQ(refused.exit_code, 4);
  EXPECT_THAT(refused.err, HasSubstr("asks for a key"));
  Arguments with_key = ask;
  with_key.insert(with_key.end(), {"--key-file", key});
  EXPECT_EQ(run(with_key).exit_code, 0);
  Arguments wrong = ask;
  wrong.insert(wrong.end(), {"--key-file", file("other", "secret-2\n")});
  const ProcessResult told = run(wrong);
  EXPECT_EQ(told.exit_code, 4);
  EXPECT_THAT(told.err, HasSubstr("refuses the key"));
  EXPECT_THAT(told.err, Not(HasSubstr("secret")));
}

TEST_F(Remote, what_was_written_before_a_cut_is_shown) {
  FaultServer server([](const HttpQuestion&) {
    return HttpScript{
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
        "data: {\"choices\": [{\"delta\": {\"content\": \"so far\"}}]}\n\n"};
  });
  const ProcessResult cut =
      run({"generate", "--remote", server.address(), "--remote-model", "m", "--prompt", "Hi"});
  EXPECT_EQ(cut.exit_code, 4);
  EXPECT_EQ(cut.out, "so far\n");
  EXPECT_THAT(cut.err, HasSubstr("in the middle of the answer"));
}

TEST_F(Remote, names_what_cannot_be_done) {
  FaultServer several([](const HttpQuestion&) {
    return HttpScript{http_answer(200, "", R"({"data": [{"id": "one"}, {"id": "two"}]})")};
  });
  const ProcessResult choose = run({"generate", "--remote", several.address(), "--prompt", "Hi"});
  expect_failure(choose, 2);
  EXPECT_THAT(choose.err, HasSubstr("one, two"));
  expect_failure(run({"generate", "--remote", "ftp://x", "--prompt", "Hi"}), 2);
  expect_failure(
      run({"generate", "--remote", "localhost:1", "--model", "starter", "--prompt", "Hi"}), 2);
  expect_failure(run({"generate", "--remote", "localhost:1", "--tokens", "1"}), 2);
  expect_failure(run({"generate", "--prompt", "Hi"}), 2);
  expect_failure(run({"generate", "--model", "starter", "--remote-model", "m", "--prompt", "Hi"}),
                 2);
  expect_failure(run({"chat", "--remote", "http://8.8.8.8/v1"}, "Hi\n"), 2);
}

}  // namespace
}  // namespace canter::test
