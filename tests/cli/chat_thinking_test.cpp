#include "cli/cli.h"
#include "support/changed_gguf.h"
#include "support/tiny_model.h"

namespace canter::test {
namespace {

using testing::HasSubstr;

/// A chat with a model that opens a block of thinking in its prompt and never closes it.
class ChatThinking : public CliTest {
 protected:
  ChatThinking() {
    write_tiny_model(path("thinker.gguf"), {.change = [](GgufContent& content) {
                       set_value(
                           content, "tokenizer.chat_template",
                           {GgufValueType::kString,
                            std::string("{{ messages[-1].content.split('</think>')[-1] }}"
                                        "{% if enable_thinking is not defined or enable_thinking %}"
                                        "<think>\n{% endif %}")});
                     }});
  }
  Arguments chat(Arguments more) const {
    Arguments arguments{"chat",          "--model", path("thinker.gguf").string(),
                        "--max-tokens",  "8",       "--ignore-eos",
                        "--temperature", "0"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  }
  /// What was said, as the conversation keeps it.
  Json answers(const Arguments& arguments, std::string_view input) const {
    const Json document = json(arguments, input);
    Json kept = Json::array();
    for (const Json& message : document["messages"])
      if (message["role"] == "assistant") kept.push_back(message);
    return kept;
  }
};

TEST_F(ChatThinking, is_kept_and_not_taken_for_the_answer) {
  const Json answer = answers(chat({}), "hello\n").at(0);
  EXPECT_EQ(answer["content"], "");
  EXPECT_NE(answer["thinking"], "");
  EXPECT_EQ(answers(chat({"--think", "on"}), "hello\n").at(0), answer);
  EXPECT_EQ(run(chat({}), "hello\n").out, "\n") << "a pipe gets the answer alone";
}

TEST_F(ChatThinking, is_switched_off_for_the_whole_chat) {
  const Json said = answers(chat({"--think", "off"}), "hello\nworld\n");
  ASSERT_EQ(said.size(), 2u);
  for (const Json& answer : said) {
    EXPECT_NE(answer["content"], "");
    EXPECT_FALSE(answer.contains("thinking"));
  }
}

TEST_F(ChatThinking, is_switched_for_a_conversation_that_goes_on) {
  const Json begun = json(chat({}), "hello\n");
  const std::string id = begun["conversation"].dump();
  const Json said = answers(chat({"--conversation", id, "--think", "off"}), "world\n");
  ASSERT_EQ(said.size(), 2u);
  EXPECT_EQ(said[0]["content"], "");
  EXPECT_NE(said[1]["content"], "");
  const Json later = answers(chat({"--conversation", id}), "world\n");
  ASSERT_EQ(later.size(), 3u);
  EXPECT_NE(later[2]["content"], "") << "the conversation remembers it";
}

TEST_F(ChatThinking, refuses_what_the_model_cannot_do_before_anything_is_asked) {
  const ProcessResult levels = run(chat({"--think", "low", "--json"}), "hello\n");
  expect_failure(levels, 2);
  EXPECT_THAT(levels.err, HasSubstr("knows no levels of thinking"));
  const ProcessResult none = run({"chat", "--model", kStories, "--think", "on"}, "hello\n");
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_EQ(none.out, "");
  EXPECT_THAT(none.err, HasSubstr("thinking cannot be switched"));
}

TEST_F(ChatThinking, is_switched_by_a_command_on_a_terminal) {
  ProcessOptions typed = options(chat({}));
  typed.terminal_input = true;
  Process process(kProgram, typed);
  process.write("/think\n/think low\n/think off\nhello\n");
  ASSERT_TRUE(process.wait_for_error("per step"));
  process.write("/think on\nworld\n");
  process.forget_output();
  ASSERT_TRUE(process.wait_for_error("per step"));
  process.write("/new\nhello\n");
  process.forget_output();
  ASSERT_TRUE(process.wait_for_error("per step"));
  process.write("/quit\n");
  ASSERT_EQ(process.finish().exit_code, 0);
  const Json kept = json({"db", "export"})["conversations"];
  ASSERT_EQ(kept.size(), 2u);
  std::vector<bool> answered;
  for (const Json& conversation : kept)
    for (const Json& message : conversation["messages"])
      if (message["role"] == "assistant") answered.push_back(message["content"] != "");
  EXPECT_EQ(std::ranges::count(answered, true), 1);
  EXPECT_EQ(answered.size(), 3u);
}

TEST_F(ChatThinking, says_how_a_command_can_be_used) {
  ProcessOptions typed = options(chat({}));
  typed.terminal_input = true;
  Process process(kProgram, typed);
  process.write("/think\n/think low\n/think of it\n/quit\n");
  const ProcessResult result = process.finish();
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, HasSubstr("give on, off, low, medium or high"));
  EXPECT_THAT(result.err, HasSubstr("knows no levels of thinking"));
  EXPECT_THAT(result.err, Not(HasSubstr("no command /think")));
}

}  // namespace
}  // namespace canter::test
