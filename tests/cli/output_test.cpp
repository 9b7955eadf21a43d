#include <fstream>
#include <sstream>

#include "cli/cli.h"
#include "support/changed_gguf.h"

namespace canter::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kHostileName = "Nice\x1b]0;owned\x07\x1b[31mRED\nmodel\r\x1b[2J\u009b1m";

/// What a model or a message holds reaches a terminal as text, never as commands.
class Output : public CliTest {
 protected:
  ProcessResult on_terminal(Arguments arguments) const {
    ProcessOptions on_terminal = options(std::move(arguments));
    on_terminal.terminal_output = true;
    return run_process(kProgram, on_terminal);
  }
  static void expect_harmless(const std::string& text) {
    for (const char* control : {"\x1b", "\x07", "\u009b", "\x7f"})
      EXPECT_THAT(text, Not(HasSubstr(control)));
  }
  /// The stories' model, some of whose words turn what follows red.
  std::string red_model() const {
    write_changed_gguf(kStories, path("red.gguf"), [](GgufContent& content) {
      set_value(content, "general.name", {GgufValueType::kString, std::string(kHostileName)});
      for (auto& [key, value] : content.metadata)
        if (key == "tokenizer.ggml.tokens")
          for (std::string& piece : std::get<GgufArray>(value.value).strings)
            if (piece.size() > 5 && piece.starts_with("\u2581")) piece += "\x1b[31m";
    });
    return path("red.gguf").string();
  }
};

TEST_F(Output, shows_the_controls_in_a_models_name_instead_of_obeying_them) {
  const std::string model = red_model();
  const ProcessResult shown = on_terminal({"inspect", model});
  EXPECT_EQ(shown.exit_code, 0) << shown.err;
  expect_harmless(shown.out);
  EXPECT_THAT(shown.out, HasSubstr("Nice\\u001b]0;owned\\u0007\\u001b[31mRED model \\u001b[2J"));
  EXPECT_THAT(run({"inspect", model}).out, HasSubstr(kHostileName)) << "a pipe gets it as it is";
}

TEST_F(Output, shows_the_controls_in_an_answer_instead_of_obeying_them) {
  const std::string model = red_model();
  const Arguments generate = {"generate", "--model", model, "--prompt", "Once upon a time"};
  const ProcessResult shown = on_terminal(generate);
  EXPECT_EQ(shown.exit_code, 0) << shown.err;
  expect_harmless(shown.out);
  EXPECT_THAT(shown.out, HasSubstr("\\u001b[31m"));
  const std::string exact = run(generate).out;
  EXPECT_THAT(exact, HasSubstr("\x1b[31m"));
  EXPECT_EQ(json(generate)["text"].get<std::string>() + "\n", exact);

  Arguments document = generate;
  document.push_back("--json");
  const std::string text = on_terminal(document).out;
  expect_harmless(text);
  EXPECT_EQ(Json::parse(text)["text"].get<std::string>() + "\n", exact);
}

TEST_F(Output, shows_the_controls_in_kept_messages_and_errors_too) {
  ASSERT_EQ(run({"chat"}, "look \x1b[2J\x1b]0;owned\x07\u009b31m here\n").exit_code, 0);
  for (const char* format : {"markdown", "json"}) {
    const std::string shown = on_terminal({"db", "export", "--format", format}).out;
    expect_harmless(shown);
    EXPECT_THAT(shown, HasSubstr("look \\u001b[2J"));
  }
  EXPECT_THAT(run({"db", "export", "--format", "markdown"}).out, HasSubstr("look \x1b[2J"));
  const ProcessResult missing = run({"inspect", "no\x1b[2Jsuch\u009bfile"});
  expect_failure(missing, 3);
  expect_harmless(missing.err);
}

TEST_F(Output, keeps_lines_and_tabs_on_a_terminal) {
  ASSERT_EQ(run({"chat"}, "a\tb\rc\n").exit_code, 0);
  const std::string shown = on_terminal({"db", "export", "--format", "markdown"}).out;
  EXPECT_THAT(shown, HasSubstr("a\tb"));
  EXPECT_THAT(shown, Not(HasSubstr("\rc"))) << "it would take away what stands before it";
}

}  // namespace
}  // namespace canter::test
