#include <csignal>

#include "cli/cli.h"
#include "support/changed_gguf.h"
#include "support/tiny_model.h"

namespace canter::test {
namespace {

using testing::HasSubstr;

class Chat : public CliTest {
 protected:
  Json messages() const { return json({"db", "export"})["conversations"].at(0)["messages"]; }

  /// A chat whose first answer does not end by itself and has begun.
  std::unique_ptr<Process> endless_answer(bool terminal) const {
    ProcessOptions chat = options({"chat", "--max-tokens", "0", "--ignore-eos"});
    chat.terminal_input = terminal;
    auto process = std::make_unique<Process>(kProgram, chat);
    process->write("I want to book a flight\n");
    EXPECT_TRUE(process->wait_for_output(" "));
    return process;
  }
};

TEST_F(Chat, answers_each_line_of_its_input_and_keeps_the_conversation) {
  const ProcessResult result = run({"chat"}, "Hello\n\nI want to book a table\r\nlast");
  EXPECT_EQ(result.exit_code, 0) << result.err;
  const Json kept = messages();
  ASSERT_EQ(kept.size(), 6u);
  EXPECT_EQ(kept[0]["content"], "Hello");
  EXPECT_EQ(kept[2]["content"], "I want to book a table");
  EXPECT_EQ(kept[4]["content"], "last");
  std::string answers;
  for (const int i : {1, 3, 5}) {
    EXPECT_EQ(kept[i]["role"], "assistant");
    EXPECT_EQ(kept[i]["status"], "complete");
    answers += kept[i]["content"].get<std::string>() + "\n";
  }
  EXPECT_EQ(result.out, answers);
}

TEST_F(Chat, takes_a_byte_order_mark_for_no_part_of_a_message) {
  EXPECT_EQ(run({"chat"}, "\xef\xbb\xbfHello\r\n").exit_code, 0);
  const Json exported = json({"db", "export"})["conversations"].at(0);
  EXPECT_EQ(exported["messages"][0]["content"], "Hello");
  EXPECT_EQ(exported["title"], "Hello");
  const std::string chat =
      file("chat.json", "\xef\xbb\xbf[{\"role\": \"user\", \"content\": \"Hello\"}]\r\n");
  EXPECT_EQ(run({"generate", "--model", "starter", "--chat", chat}).exit_code, 0);
  const std::string text = file("text.txt", "\xef\xbb\xbfHello");
  EXPECT_EQ(json({"tokenize", "--model", "starter", "--file", text}),
            json({"tokenize", "--model", "starter", "--text", "Hello"}));
}

TEST_F(Chat, answers_as_generate_does) {
  const Json example = reference("starter")[2];
  ASSERT_EQ(example["messages"].size(), 1u);
  const std::string text = example["messages"][0]["content"];
  const std::string chat = file("chat.json", example["messages"].dump());
  const ProcessResult generated = run({"generate", "--model", "starter", "--chat", chat});
  EXPECT_EQ(run({"chat", "--temperature", "0"}, text + "\n").out, generated.out);
}

TEST_F(Chat, drafts_from_the_sources_that_are_named_and_says_the_same) {
  const std::string plain = run({"chat", "--draft", "none"}, "Hello").out;
  for (const std::string sources : {"free", "model:starter", "auto,model:starter"})
    EXPECT_EQ(run({"chat", "--draft", sources}, "Hello").out, plain) << sources;
  expect_failure(run({"chat", "--draft", "guesses"}, "Hello"), 2);
  const ProcessResult refused = run({"chat", "--draft", "model:" + kStories}, "Hello");
  expect_failure(refused, 3);
  EXPECT_THAT(refused.err, HasSubstr("cannot draft for"));
}

TEST_F(Chat, prints_one_document_when_asked) {
  const Json document = json({"chat"}, "Hello\n");
  EXPECT_EQ(keys(document), (std::set<std::string>{"conversation", "messages"}));
  ASSERT_EQ(document["messages"].size(), 2u);
  EXPECT_EQ(document["messages"][0], (Json{{"role", "user"}, {"content", "Hello"}}));
  EXPECT_EQ(document["messages"][1]["role"], "assistant");

  const Json more = json({"chat", "--conversation", document["conversation"].dump()}, "Thanks\n");
  EXPECT_EQ(more["conversation"], document["conversation"]);
  EXPECT_EQ(more["messages"].size(), 4u);
  EXPECT_EQ(json({"chat"})["conversation"], nullptr);
}

TEST_F(Chat, refuses_to_continue_what_is_not_there) {
  expect_failure(run({"chat", "--conversation", "999", "--json"}, "Hello\n"), 2);
}

TEST_F(Chat, cannot_begin_without_a_place_for_the_conversation) {
  file("data", "a file where the folder should be");
  expect_failure(run({"chat", "--json"}, "Hello\n"), 4);
}

TEST_F(Chat, ends_by_what_an_answer_failed_of) {
  write_tiny_model(path("tiny.gguf"));
  const Arguments chat{"chat", "--model", path("tiny.gguf").string(), "--max-tokens", "4"};
  const ProcessResult long_text = run(chat, std::string(500, 'x') + "\n");
  EXPECT_EQ(long_text.exit_code, 2);
  EXPECT_THAT(long_text.err, HasSubstr("128"));

  Process cut_off(kProgram, options(chat));
  cut_off.write("hello\n");
  ASSERT_TRUE(cut_off.wait_for_output("\n"));
  std::filesystem::resize_file(path("tiny.gguf"), 4096);
  cut_off.write("hello\n");
  const ProcessResult result = cut_off.finish();
  EXPECT_EQ(result.exit_code, 4);
  EXPECT_THAT(result.err, HasSubstr("cut off while it was open"));
}

TEST_F(Chat, ends_as_one_that_cannot_be_used_when_a_conversation_s_model_is_damaged) {
  write_tiny_model(path("tiny.gguf"));
  const Json begun =
      json({"chat", "--model", path("tiny.gguf").string(), "--max-tokens", "4"}, "hello\n");
  file("tiny.gguf", "GGUF and nothing else");
  const ProcessResult result =
      run({"chat", "--conversation", begun["conversation"].dump()}, "hello\n");
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.err, HasSubstr("tiny.gguf"));
}

TEST_F(Chat, tells_of_a_model_s_files_what_its_user_should_know) {
  write_tiny_model(
      path("tiny.gguf"), {.change = [](GgufContent& content) {
        set_value(content, "tokenizer.ggml.bos_token_id", {GgufValueType::kUint32, 4000});
      }});
  const std::string model = path("tiny.gguf").string();
  for (const Arguments& arguments : {Arguments{"chat", "--model", model}, {"inspect", model}}) {
    const ProcessResult result = run(arguments);
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_THAT(result.err, HasSubstr("bos_token_id is 4000")) << arguments[0];
  }
}

TEST_F(Chat, says_of_the_starter_what_it_can_do_and_how_to_get_another) {
  const ProcessResult result = run({"chat", "--model", "starter"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, HasSubstr("invents every fact"));
  EXPECT_THAT(result.err, HasSubstr("--model FILE"));
  EXPECT_THAT(result.err, HasSubstr("packaging/run.sh"));
  EXPECT_THAT(run({"chat", "--model", kStories}).err, Not(HasSubstr("starter")));
}

TEST_F(Chat, saves_the_answer_when_interrupted) {
  const auto process = endless_answer(false);
  process->send_signal(SIGINT);
  process->send_signal(SIGINT);  // as timeout(1) does
  EXPECT_EQ(process->finish().exit_code, 130);
  const Json kept = messages();
  ASSERT_EQ(kept.size(), 2u);
  EXPECT_EQ(kept[1]["status"], "stopped");
  EXPECT_NE(kept[1]["content"], "");
}

TEST_F(Chat, says_what_an_earlier_run_left_unfinished) {
  const auto process = endless_answer(false);
  process->send_signal(SIGKILL);
  EXPECT_EQ(process->finish().exit_code, 128 + SIGKILL);
  const ProcessResult next = run({"chat"});
  EXPECT_EQ(next.exit_code, 0);
  EXPECT_THAT(next.err, HasSubstr("kept in conversation 1"));
  EXPECT_EQ(messages()[0]["content"], "I want to book a flight");
}

TEST_F(Chat, on_a_terminal_an_interrupt_stops_the_answer_and_nothing_else) {
  const auto process = endless_answer(true);
  EXPECT_TRUE(process->wait_for_error("> "));
  process->forget_output();
  process->send_signal(SIGINT);
  ASSERT_TRUE(process->wait_for_error("> "));
  process->write("/quit\n");
  EXPECT_EQ(process->finish().exit_code, 0);
  EXPECT_EQ(messages()[1]["status"], "stopped");
}

TEST_F(Chat, on_a_terminal_an_interrupt_at_the_prompt_leaves) {
  ProcessOptions chat = options({"chat"});
  chat.terminal_input = true;
  Process process(kProgram, chat);
  ASSERT_TRUE(process.wait_for_error("> "));
  process.send_signal(SIGINT);
  EXPECT_EQ(process.finish().exit_code, 130);
}

TEST_F(Chat, on_a_terminal_commands_begin_with_a_slash) {
  ASSERT_EQ(run({"chat"}, "The first conversation\n").exit_code, 0);
  ProcessOptions chat = options({"chat"});
  chat.terminal_input = true;
  Process process(kProgram, chat);
  process.write("/list\n/open 1\n/open x\n/open 999\n/new\n/dance\n/help\n/quit\n");
  const ProcessResult result = process.finish();
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.out, "");
  for (const char* said : {"    1  The first conversation", "The first conversation: 2 messages",
                           "no command /dance", "/open needs", "there is no conversation 999"}) {
    EXPECT_THAT(result.err, HasSubstr(said));
  }
  EXPECT_EQ(messages().size(), 2u);
}

}  // namespace
}  // namespace canter::test
